import type { XmlElement } from '../xml.ts';
import { attribute, child, childrenOf, numberIn } from '../xml-walk.ts';

/** Shows a number as the sheet does, as far as a plan needs it: dates, times, percent, plain numbers. */
export type CellFormats = { show(value: string, style: number): string };

/** `since1904`: the workbook counts days from 1904 (old Macintosh files). */
export function readCellFormats(styles: XmlElement | undefined, since1904: boolean): CellFormats {
  const codes = new Map<number, string>();
  for (const format of childrenOf(child(styles, 's:numFmts'), 's:numFmt')) {
    codes.set(numberIn(format, 'numFmtId') ?? -1, attribute(format, 'formatCode') ?? '');
  }
  const byStyle = childrenOf(child(styles, 's:cellXfs'), 's:xf').map((xf) => {
    const id = numberIn(xf, 'numFmtId') ?? 0;
    return codes.get(id) ?? BUILT_IN[id] ?? '';
  });
  return {
    show(value, style) {
      const number = Number(value);
      if (value.trim() === '' || !Number.isFinite(number)) return value;
      const code = bare(byStyle[style] ?? '');
      if (/[ymdhs]/.test(code) && !/^general$/.test(code)) return dateText(number, code, since1904) ?? plain(number);
      return code.includes('%') ? `${plain(round(number * 100, decimals(code)))}%` : plain(number);
    },
  };
}

/** The first section of a format without its quoted words, colours and escapes: what is left are the placeholders. */
function bare(code: string): string {
  const first = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0] ?? '';
  return first.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase();
}

const MONTHS = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');

/** Excel's serial day: 1 is 1 January 1900, and 1900 had a 29 February that never was. */
function dateText(serial: number, code: string, since1904: boolean): string | undefined {
  const days = Math.floor(serial) + (since1904 ? 1462 : 0);
  if (serial < 0 || days > 2_958_465) return undefined;
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000);
  const day = String(date.getUTCDate()).padStart(2, '0');
  const month = String(date.getUTCMonth() + 1).padStart(2, '0');
  const year = String(date.getUTCFullYear());
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  const time = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const hasTime = /[hs]/.test(code);
  const hasDate = /[yd]/.test(code) || (code.includes('m') && !hasTime);
  if (!hasDate) return time;
  // «мммм гггг» shows no day, so there is none in the text either.
  const shown = code.includes('d') || hasTime ? `${day}.${month}.${year}` : monthText(date, year, code);
  return hasTime && minutes > 0 ? `${shown} ${time}` : shown;
}

function monthText(date: Date, year: string, code: string): string {
  if (!code.includes('m')) return year;
  const month = MONTHS[date.getUTCMonth()] ?? '';
  return code.includes('y') ? `${month} ${year}` : month;
}

const decimals = (code: string): number => /\.(0+)/.exec(code)?.[1]?.length ?? 0;

const round = (value: number, digits: number): number => Number(value.toFixed(Math.min(digits, 20)));

/** Fifteen digits are what a sheet keeps; the decimal sign is the Russian one. */
const plain = (value: number): string => String(Number(value.toPrecision(15))).replace('.', ',');

const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'dd.mm.yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd.mm.yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
};
