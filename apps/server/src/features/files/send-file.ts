import type { FastifyReply } from 'fastify';
import type { Reading } from '../../platform/db/transactions.ts';
import type { FileStore } from '../../platform/files/store.ts';

export type KnownFile = { readonly sha256: string; readonly name: string; readonly mediaType: string };

export async function fileOf(tx: Reading, tenantId: string, fileId: string): Promise<KnownFile | undefined> {
  const row = await tx
    .selectFrom('files')
    .select(['sha256', 'name', 'media_type'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', fileId)
    .executeTakeFirst();
  return row && { sha256: row.sha256, name: row.name, mediaType: row.media_type };
}

/** Sends a kept file as a download. A browser must neither guess its type nor open it in our name. */
export async function sendFile(reply: FastifyReply, store: FileStore, file: KnownFile): Promise<FastifyReply> {
  return sendBytes(reply, { bytes: await store.get(file.sha256), name: file.name, mediaType: file.mediaType });
}

export function sendBytes(
  reply: FastifyReply,
  file: { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string },
): FastifyReply {
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename="file"; filename*=UTF-8''${encodeRfc5987(file.name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
}

/** RFC 8187: letters of any alphabet in a header. */
function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
