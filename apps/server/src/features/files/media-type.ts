/** What kinds of files are kept as evidence and scans, told by their bytes. The name only tells office formats apart. */
const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'application/pdf'],
  [/^\x89PNG\r\n/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[^]{4}WEBP/, 'image/webp'],
  [/^[^]{4}ftyp(heic|heix|mif1|msf1)/, 'image/heic'],
  [/^[^]{4}ftyp/, 'video/mp4'],
  [/^(II\*\0|MM\0\*)/, 'image/tiff'],
  [/^\{\\rtf/, 'application/rtf'],
];

const OFFICE: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
};
const OLD_OFFICE: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/** Endings that promise a certain signature: a file that says one thing and is another is refused. */
const PROMISES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  mp4: 'video/mp4',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  rtf: 'application/rtf',
  ...OFFICE,
  ...OLD_OFFICE,
};

export type MediaType = { readonly type: string } | { readonly refusal: 'file.type-unsupported' | 'file.type-lies' };

/** The media type, or why the file is not kept: programs, pages with scripts and unknown bytes are not evidence. */
export function mediaTypeOf(bytes: Uint8Array, name: string): MediaType {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const is = sniffed(bytes, ending);
  const promised = PROMISES[ending];
  if (is === undefined) return { refusal: promised ? 'file.type-lies' : 'file.type-unsupported' };
  return promised !== undefined && promised !== is ? { refusal: 'file.type-lies' } : { type: is };
}

function sniffed(bytes: Uint8Array, ending: string): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 512)).toString('latin1');
  const found = SIGNATURES.find(([pattern]) => pattern.test(head))?.[1];
  if (found) return found;
  if (head.startsWith('PK\x03\x04')) return OFFICE[ending];
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return OLD_OFFICE[ending];
  return isPlainText(bytes) && ['txt', 'csv', 'md', 'tsv'].includes(ending) ? 'text/plain' : undefined;
}

function isPlainText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 8192).includes(0);
}
