import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../platform/refusal.ts';

export type Upload = {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** The other fields of the form, as text. */
  readonly fields: Readonly<Record<string, string>>;
};

/**
 * The one file of a multipart form, whole in memory: the limit of 20 MB makes that bearable.
 * @throws file.too-large, file.empty, request.malformed
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Refusal('request.malformed');
  const part = await request.file();
  if (!part) throw new Refusal('file.empty');
  const bytes = await part.toBuffer().catch((error: { code?: string }) => {
    throw error.code === 'FST_REQ_FILE_TOO_LARGE' ? new Refusal('file.too-large') : error;
  });
  if (bytes.byteLength === 0) throw new Refusal('file.empty');
  return { bytes, name: safeName(part.filename), fields: textFields(part.fields) };
}

/** The last part of whatever path the browser gave, without what is not seen or turns the direction of writing. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '').trim();
  // Whole characters: half of an emoji is no text. The end of a name says what the file is.
  return Array.from(clean).slice(-200).join('') || 'файл';
}

function textFields(fields: Record<string, unknown>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field !== null && typeof field === 'object' && 'value' in field && typeof field.value === 'string')
      found[name] = field.value;
  }
  return found;
}
