import type { SourceFormat } from '@nastavnik/domain/source/source-document';
import { openCompound } from './doc/compound-file.ts';
import { ReadingRefusal } from './refusal.ts';
import { openZip, type ZipParts } from './zip.ts';

/** What the bytes are. `zip` and `compound` are containers of something that we do not read. */
export type Sniffed =
  | { readonly kind: 'docx' | 'xlsx' | 'odt'; readonly zip: ZipParts }
  | { readonly kind: Exclude<SourceFormat, 'docx' | 'xlsx' | 'odt'> }
  | { readonly kind: 'encrypted' }
  | { readonly kind: Unsupported };

export type Unsupported =
  | 'xls'
  | 'ppt'
  | 'pptx'
  | 'ods'
  | 'odp'
  | 'rtf'
  | 'picture'
  | 'archive'
  | 'zip'
  | 'compound'
  | 'program'
  | 'binary';

/** Tells the type of a file by its bytes alone. A container that cannot be opened is `file.damaged`. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return inZip(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { kind: inCompound(bytes) };
  const head = latin(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return { kind: 'pdf' };
  if (head.startsWith('{\\rtf')) return { kind: 'rtf' };
  if (
    /^(\x89PNG|\xff\xd8\xff|GIF8|BM[^]{4}\0\0\0\0|II\*\0|MM\0\*|RIFF[^]{4}WEBP|[^]{4}ftyp(heic|mif1|avif))/.test(head)
  ) {
    return { kind: 'picture' };
  }
  if (/^(Rar!|7z\xbc\xaf|BZh|\xfd7zXZ)/.test(head) || startsWith(bytes, [0x1f, 0x8b])) return { kind: 'archive' };
  if (/^(MZ[^]{58}|\x7fELF)/.test(head)) return { kind: 'program' };
  if (!isText(bytes)) return { kind: 'binary' };
  return { kind: isHtml(bytes) ? 'html' : 'text' };
}

function inZip(bytes: Uint8Array): Sniffed {
  const zip = openZip(bytes);
  const mimetype = latin(zip.bytes('mimetype') ?? new Uint8Array());
  if (mimetype.startsWith('application/vnd.oasis.opendocument.')) {
    const kind = /opendocument\.(text|spreadsheet|presentation)/.exec(mimetype)?.[1];
    if (kind === 'spreadsheet') return { kind: 'ods' };
    if (kind !== 'text') return { kind: 'odp' };
    const manifest = latin(zip.bytes('META-INF/manifest.xml') ?? new Uint8Array());
    return manifest.includes('encryption-data') ? { kind: 'encrypted' } : { kind: 'odt', zip };
  }
  const types = latin(zip.bytes('[Content_Types].xml') ?? new Uint8Array());
  if (/wordprocessingml\.(document|template)|ms-word\.(document|template)/.test(types)) return { kind: 'docx', zip };
  if (/spreadsheetml\.(sheet|template)|ms-excel\.(sheet|template)\.macro/.test(types)) return { kind: 'xlsx', zip };
  return { kind: /presentationml/.test(types) ? 'pptx' : 'zip' };
}

function inCompound(bytes: Uint8Array): 'doc' | 'xls' | 'ppt' | 'encrypted' | 'compound' {
  const compound = openCompound(bytes);
  if (compound.has('EncryptedPackage')) return 'encrypted';
  if (compound.has('WordDocument')) return 'doc';
  if (compound.has('Workbook') || compound.has('Book')) return 'xls';
  return compound.has('PowerPoint Document') ? 'ppt' : 'compound';
}

/** Text has no zero bytes (unless in UTF-16) and hardly any control characters. */
function isText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true;
  const sample = bytes.subarray(0, 8192);
  let controls = 0;
  let zeros = 0;
  let fours = 0;
  for (const byte of sample) {
    if (byte === 0) zeros += 1;
    else if (byte === 4) fours += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 11) controls += 1;
  }
  if (zeros > 0) return bytes.length % 2 === 0 && zeros + fours > sample.length * 0.4 && controls === 0;
  return controls + fours <= sample.length * 0.01;
}

function isHtml(bytes: Uint8Array): boolean {
  const wide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  const head = latin(bytes.subarray(0, 4096)).replaceAll(wide ? '\0' : '\ufeff', '');
  const start = head
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '')
    .replace(/^(<\?xml[^>]*>|<!--[^]*?-->|\s)+/, '');
  return /^(<!doctype html|<html|<head|<body|<meta|<table|version:[\d.]+\s+starthtml)/i.test(start);
}

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte);

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** What a file's name says, or undefined when its ending says nothing to us. */
export function typeOfName(name: string): string | undefined {
  const ending = /\.([a-zа-я0-9]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  return ENDINGS[ending];
}

/**
 * Refuses a file whose name says one type and whose bytes another: somebody was mistaken, or means harm. Text, HTML
 * and tables in text are one family: their endings are given freely.
 */
export function refuseLie(name: string, is: Sniffed['kind']): void {
  const says = typeOfName(name);
  if (says === undefined || is === 'encrypted' || family(says) === family(is)) return;
  // Noise under the name of a document is a damaged document rather than another type.
  if (is === 'binary' && says !== 'text') throw new ReadingRefusal('file.damaged');
  throw new ReadingRefusal('file.type-lies', { says, is });
}

const family = (type: string): string => (type === 'html' ? 'text' : type);

const ENDINGS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['docx', 'docm', 'dotx', 'dotm'].map((ending) => [ending, 'docx'])),
  ...Object.fromEntries(['xlsx', 'xlsm', 'xltx', 'xltm'].map((ending) => [ending, 'xlsx'])),
  ...Object.fromEntries(['odt', 'ott'].map((ending) => [ending, 'odt'])),
  ...Object.fromEntries(['doc', 'dot'].map((ending) => [ending, 'doc'])),
  ...Object.fromEntries(['txt', 'tsv', 'csv', 'md', 'text'].map((ending) => [ending, 'text'])),
  ...Object.fromEntries(['html', 'htm', 'xhtml'].map((ending) => [ending, 'html'])),
  ...Object.fromEntries(['png', 'jpg', 'jpeg', 'gif', 'bmp', 'tif', 'tiff', 'webp', 'heic'].map((e) => [e, 'picture'])),
  ...Object.fromEntries(['rar', '7z', 'gz'].map((ending) => [ending, 'archive'])),
  pdf: 'pdf',
  rtf: 'rtf',
  xls: 'xls',
  ppt: 'ppt',
  pptx: 'pptx',
  ods: 'ods',
  odp: 'odp',
  zip: 'zip',
  exe: 'program',
};
