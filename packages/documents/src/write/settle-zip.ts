import { unzipSync, zipSync } from 'fflate';

/** Noon of an arbitrary day: zip entries must carry a time, and the same document has to give the same bytes. */
const SOME_DAY = '2020-01-01T12:00:00Z';

/**
 * Office files written by a library, without the traces of when and by whom: fixed entry times, and the parts in
 * `replaced` (by path) take the place of the library's own.
 */
export function settleZip(bytes: Uint8Array, replaced: Readonly<Record<string, string>>): Uint8Array {
  const parts = unzipSync(bytes);
  const encoder = new TextEncoder();
  for (const [path, text] of Object.entries(replaced)) parts[path] = encoder.encode(text);
  return zipSync(parts, { mtime: SOME_DAY, level: 6 });
}

/** docProps/core.xml: title and language, and neither author nor day. */
export function coreProperties(title: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:language>ru-RU</dc:language></cp:coreProperties>`
  );
}

/** Text as it may stand in XML and HTML, between tags or in a quoted attribute. Characters XML cannot hold are dropped. */
export function escapeXml(text: string): string {
  return withoutControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Control characters and lone surrogates come in by the clipboard; no office format can hold them. */
export function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
