import { decodeText } from '../read/decode-text.ts';
import { LIMITS } from '../read/limits.ts';
import { tidyText } from '../read/plain-text.ts';
import { ReadingRefusal } from '../read/refusal.ts';
import type { GridRow, ReadSheets } from './sheet-grid.ts';

type Separator = ';' | ',' | '\t';

/** Reads text with separators as spreadsheets write it: quoted cells, `sep=;` in the first line, any line ends. */
export function readCsv(bytes: Uint8Array): ReadSheets {
  const decoded = decodeText(bytes);
  const { text, named } = withoutSepLine(decoded.text.replace(/^\ufeff/, ''));
  const separator = named ?? separatorOf(text);
  // A quote that never closes would swallow the rest of the list: then quotes are letters.
  const records = parseRecords(text, separator, true) ?? parseRecords(text, separator, false) ?? [];
  const first = named === undefined ? 1 : 2;
  const rows = records.flatMap((cells, at): GridRow[] =>
    cells.every((cell) => cell === '') ? [] : [{ number: at + first, cells, hidden: false }],
  );
  return { format: 'csv', sheets: [{ name: '', rows }], separator, encoding: decoded.encoding };
}

function withoutSepLine(text: string): { text: string; named: Separator | undefined } {
  const line = /^sep=([;,\t])\r?\n/i.exec(text);
  const named = line?.[1];
  return isSeparator(named) ? { text: text.slice(line?.[0].length ?? 0), named } : { text, named: undefined };
}

function isSeparator(sign: string | undefined): sign is Separator {
  return sign === ';' || sign === ',' || sign === '\t';
}

const SAMPLE = 20_000;

/** The sign that cuts the first lines into most cells, the same number in each; of equals the Russian one, `;`. */
function separatorOf(text: string): Separator {
  const sample = text.slice(0, SAMPLE);
  const scored = ([';', '\t', ','] as const).map((separator) => {
    const widths = (parseRecords(sample, separator, false) ?? []).slice(0, 30).map((cells) => cells.length);
    const wide = widths.filter((width) => width > 1);
    const same = wide.filter((width) => width === wide[0]).length;
    return { separator, score: wide.length === 0 ? 0 : same + wide.length / 100 };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).separator;
}

/** All records, the empty ones too, so that numbers hold; `undefined` when a quote is left open. */
function parseRecords(text: string, separator: Separator, quotes: boolean): string[][] | undefined {
  const records: string[][] = [];
  let record: string[] = [];
  let cells = 0;
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (quotes && text[at] === '"') {
      const quoted = quotedCell(text, at);
      if (!quoted) return undefined;
      ({ cell, at } = quoted);
    }
    const end = endOfCell(text, at, separator);
    cell += text.slice(at, end);
    record.push(cleanCell(cell));
    cells += 1;
    if (cells > LIMITS.cells) throw new ReadingRefusal('file.too-complex');
    at = end;
    if (text[at] === separator) {
      at += 1;
      // The last cell of the file may be empty.
      if (at === text.length) record.push('');
      else continue;
    } else if (text.startsWith('\r\n', at)) at += 2;
    else at += 1;
    records.push(record);
    record = [];
  }
  if (record.length > 0) records.push(record);
  return records;
}

/** From an opening quote to its closing one; doubled quotes are one. */
function quotedCell(text: string, from: number): { cell: string; at: number } | undefined {
  const parts: string[] = [];
  for (let at = from + 1; ; ) {
    const close = text.indexOf('"', at);
    if (close < 0) return undefined;
    parts.push(text.slice(at, close));
    if (text[close + 1] !== '"') return { cell: parts.join('"'), at: close + 1 };
    at = close + 2;
  }
}

function endOfCell(text: string, from: number, separator: Separator): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === separator || sign === '\n' || sign === '\r') return at;
  }
  return text.length;
}

/** The apostrophe before a sign of formulas is ours or another writer's: it is no part of the value. */
function cleanCell(cell: string): string {
  const text = tidyText(cell.replace(/\r\n?/g, '\n')).trim();
  return /^'\s*[=+\-@]/.test(text) ? text.slice(1).trim() : text;
}
