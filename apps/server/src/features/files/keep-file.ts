import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import type { FileStore } from '../../platform/files/store.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { mediaTypeOf } from './media-type.ts';

export type StoredFile = {
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
  readonly mediaType: string;
};

const MOST_BYTES = 20 * 1024 * 1024;

/** Puts bytes into the store, before the transaction that will speak of them: bytes nobody speaks of do no harm. */
export async function storeFile(
  store: FileStore,
  file: { readonly bytes: Uint8Array; readonly name: string },
  mediaType: string,
): Promise<StoredFile> {
  if (file.bytes.byteLength > MOST_BYTES) throw new Refusal('file.too-large');
  const kept = await store.put(file.bytes);
  return { ...kept, name: file.name, mediaType };
}

/** As `storeFile`, for proofs and scans: the type is told by the bytes. @throws file.type-unsupported, file.type-lies */
export async function storeProof(
  store: FileStore,
  file: { readonly bytes: Uint8Array; readonly name: string },
): Promise<StoredFile> {
  const media = mediaTypeOf(file.bytes, file.name);
  if ('refusal' in media) throw new Refusal(media.refusal);
  return storeFile(store, file, media.type);
}

/** Says that these bytes belong to the organisation. Returns the file's id. */
export async function recordFile(tx: Writing, actor: Actor, file: StoredFile): Promise<string> {
  const id = newId(actor.now);
  await tx
    .insertInto('files')
    .values({
      tenant_id: actor.tenantId,
      id,
      sha256: file.sha256,
      size: file.size,
      media_type: file.mediaType,
      name: file.name,
      added_by: actor.personId,
      added_at: actor.now,
    })
    .execute();
  return id;
}
