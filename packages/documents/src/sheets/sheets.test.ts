import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import { templateColumns } from '@nastavnik/domain/people-import/column-words';
import { findHeader, guessColumns, mappingOf, missingColumns } from '@nastavnik/domain/people-import/guess-columns';
import { IMPORT_KINDS } from '@nastavnik/domain/people-import/import-columns';
import { readRow } from '@nastavnik/domain/people-import/read-row';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inline, rawXlsx } from '../read/fixtures/raw-xlsx.testing.ts';
import { readSource } from '../read/read-source.ts';
import { renderErrorFile } from './error-file.ts';
import { sayFault } from './fault-words.ts';
import { renderImportTemplate } from './import-template.ts';
import { readSheets } from './read-sheets.ts';
import { cellAddress, type SheetGrid } from './sheet-grid.ts';
import type { TableExport } from './table-export.ts';
import { csvCell, renderTableCsv } from './write-csv.ts';
import { renderTableDocx } from './write-docx.ts';
import { renderTableXlsx } from './write-xlsx.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const csv = (text: string) => readSheets(utf8(text), 'список.csv');
const cellsOf = (grid: SheetGrid | undefined) => grid?.rows.map(({ cells }) => cells);
const first = (bytes: Uint8Array, name = 'список.xlsx') => cellsOf(readSheets(bytes, name).sheets[0]);

const TABLE: TableExport = {
  title: 'Банк наставников',
  columns: [{ title: 'ФИО' }, { title: 'Телефон' }, { title: 'Запись' }],
  rows: [
    ['Горев Пётр Ильич', '+79001234567', '=HYPERLINK("http://x";"y")'],
    ['Ярцев "Лев"', '-', '@all; один\nдва'],
  ],
  mark: { by: 'Берёзкина А. И.', at: '14.09.2026 10:15', purpose: 'подготовка приказа' },
};

describe('a sheet read with the places of its cells', () => {
  const DATES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';

  test('dates come out as dates, numbers and rows where they stand', () => {
    const data = `<row r="2">${inline('B2', 'Горев Иван')}<c r="C2" s="1"><v>40940</v></c><c r="E2"><v>8765430300</v></c></row><row r="5" hidden="1">${inline('A5', 'я')}</row>`;
    const read = readSheets(rawXlsx({ sheets: [{ name: 'Л', data }], styles: DATES }), 'a.xlsx');
    expect(read).toEqual({
      format: 'xlsx',
      sheets: [
        {
          name: 'Л',
          rows: [
            { number: 2, cells: ['', 'Горев Иван', '01.02.2012', '', '8765430300'], hidden: false },
            { number: 5, cells: ['я'], hidden: true },
          ],
        },
      ],
    });
  });

  test('places are named as a sheet names them', () => {
    expect([cellAddress(0, 1), cellAddress(25, 7), cellAddress(26, 7), cellAddress(16_383, 1_048_576)]).toEqual([
      'A1',
      'Z7',
      'AA7',
      'XFD1048576',
    ]);
  });

  test('a cell at the far end of every row is refused before it takes the memory', () => {
    const rows = Array.from({ length: 100 }, (_, at) => `<row r="${at + 1}">${inline(`XFD${at + 1}`, 'я')}</row>`);
    const bytes = rawXlsx({ sheets: [{ name: 'Л', data: rows.join('') }] });
    expect(() => readSheets(bytes, 'a.xlsx')).toThrow('file.too-complex');
  });

  test.each([
    ['nothing', new Uint8Array(), 'a.xlsx', 'file.empty'],
    ['a text of spaces', utf8(' \n \n'), 'a.csv', 'file.empty'],
    ['a PDF', utf8('%PDF-1.7\n'), 'a.pdf', 'file.type-unsupported'],
    ['a text named as a workbook', utf8('ФИО;Класс'), 'a.xlsx', 'file.type-lies'],
    ['a broken workbook', utf8('PK\u0003\u0004nothing'), 'a.xlsx', 'file.damaged'],
  ])('%s is refused', (_what, bytes, name, code) => {
    expect(() => readSheets(bytes, name)).toThrow(code);
  });
});

describe('text with separators', () => {
  test.each([
    ['ФИО;Класс\nГорев, Иван;7А\n', ';'],
    ['ФИО,Класс\r\n"Горев, Иван",7А\r\n', ','],
    ['ФИО\tКласс\nГорев, Иван\t7А', '\t'],
    ['sep=,\nФИО,Класс\n"Горев, Иван",7А', ','],
  ])('%j is cut at its own sign', (text, separator) => {
    const read = csv(text);
    expect(read.separator).toBe(separator);
    expect(cellsOf(read.sheets[0])).toEqual([
      ['ФИО', 'Класс'],
      ['Горев, Иван', '7А'],
    ]);
  });

  test('the old Russian encoding is understood', () => {
    // «ФИО;Класс» and «Горев;7А» in windows-1251.
    const bytes = Uint8Array.from([
      0xd4, 0xc8, 0xce, 0x3b, 0xca, 0xeb, 0xe0, 0xf1, 0xf1, 0x0a, 0xc3, 0xee, 0xf0, 0xe5, 0xe2, 0x3b, 0x37, 0xc0,
    ]);
    expect(readSheets(bytes, 'a.csv')).toMatchObject({ encoding: 'windows-1251' });
    expect(first(bytes, 'a.csv')).toEqual([
      ['ФИО', 'Класс'],
      ['Горев', '7А'],
    ]);
  });

  test('rows keep their numbers over empty lines and the line that names the sign', () => {
    expect(csv('ФИО;Класс\n\n;\nГорев;7А').sheets[0]?.rows.map(({ number }) => number)).toEqual([1, 4]);
    expect(csv('sep=;\nФИО;Класс\nГорев;7А').sheets[0]?.rows.map(({ number }) => number)).toEqual([2, 3]);
  });

  test('a quote that never closes does not swallow the list', () => {
    expect(first(utf8('ФИО;Класс\n"Горев;7А\nЯрцев;7Б'), 'a.csv')).toEqual([
      ['ФИО', 'Класс'],
      ['"Горев', '7А'],
      ['Ярцев', '7Б'],
    ]);
  });

  test('whatever the text, reading gives rows or a refusal', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom(';', ',', '"', '\n', '\r\n', '\t', "'=", 'ФИО'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          expect(readSheets(utf8(pieces.join('')), 'a.csv').sheets.length).toBe(1);
        } catch (error) {
          expect(error).toHaveProperty('name', 'ReadingRefusal');
        }
      }),
    );
  });
});

describe('a list taken out', () => {
  test('as a workbook has its watermark, its header, and formulas as text', async () => {
    const bytes = await renderTableXlsx(TABLE);
    const cells = first(bytes) ?? [];
    expect(cells[0]?.[0]).toBe(
      'Выгрузка: Берёзкина А. И., 14.09.2026 10:15. Цель: подготовка приказа. Содержит персональные данные, не передавать третьим лицам.',
    );
    expect(cells.slice(1)).toEqual([['Банк наставников'], ['ФИО', 'Телефон', 'Запись'], ...TABLE.rows]);
    expect(await renderTableXlsx(TABLE)).toEqual(bytes);
  });

  test('as CSV opens in Russian Excel, has its watermark last, and no cell begins as a formula', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(renderTableCsv(TABLE));
    expect(text.startsWith('\ufeffФИО;Телефон;Запись\r\n')).toBe(true);
    expect(text).toContain("Горев Пётр Ильич;'+79001234567;\"'=HYPERLINK(");
    expect(first(renderTableCsv(TABLE), 'a.csv')?.slice(0, 3)).toEqual([['ФИО', 'Телефон', 'Запись'], ...TABLE.rows]);
  });

  test('as a Word file has watermark, title and table', async () => {
    const document = await readSource(await renderTableDocx(TABLE), 'a.docx');
    const text = JSON.stringify(document.blocks);
    for (const words of ['Банк', 'Цель:', 'Горев', 'HYPERLINK', 'два']) expect(text).toContain(words);
  });

  test('no cell of CSV begins with a sign of formulas, and every cell reads back', () => {
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ';', '"', 'а', '1', ' ', "'") }),
      fc.constantFrom('=1+1', '\t=1', '+7', 'a"b'),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 5 }), (values) => {
        for (const cell of values.map(csvCell)) expect(cell).not.toMatch(/^"?\s*[=+\-@]/);
        const header = values.map((_, at) => `столбец ${at}`);
        const text = [header, values].map((cells) => cells.map(csvCell).join(';')).join('\n');
        const read = csv(text).sheets[0]?.rows[1]?.cells ?? values.map(() => '');
        // An apostrophe that stood before a sign already is taken for ours.
        expect(read).toEqual(
          values.map((each) =>
            each
              .trim()
              .replace(/^'(?=\s*[=+\-@])/, '')
              .trim(),
          ),
        );
      }),
    );
  });
});

describe('the template to fill', () => {
  test.each(IMPORT_KINDS)(
    '%s: an empty list with a header that is understood wholly, and a sheet that explains',
    async (kind) => {
      const { sheets } = readSheets(await renderImportTemplate(kind), 'шаблон.xlsx');
      const [list, notes] = sheets;
      const titles = templateColumns(kind).map(({ title }) => title);
      expect(cellsOf(list)).toEqual([titles]);
      expect(notes?.rows.slice(1, titles.length + 1).map(({ cells }) => cells[0])).toEqual(titles);
      expect(findHeader(kind, cellsOf(list) ?? [])).toBe(0);
      expect(missingColumns(kind, mappingOf(guessColumns(kind, titles, [])))).toEqual([]);
    },
  );

  test.each(IMPORT_KINDS)('%s: its examples are rows that would be taken', async (kind) => {
    const { sheets } = readSheets(await renderImportTemplate(kind), 'шаблон.xlsx');
    const columns = templateColumns(kind);
    for (const example of [3, 4]) {
      const cells = columns.map((_, at) => sheets[1]?.rows[at + 1]?.cells[example] ?? '');
      const mapping = Object.fromEntries(columns.map(({ field }, column) => [column, field]));
      const read = readRow(kind, cells, mapping, { today: plainDate('2026-09-14'), classes: null });
      expect([kind, example, 'faults' in read ? read.faults : []]).toEqual([kind, example, []]);
    }
  });
});

describe('the file of errors', () => {
  test('holds the rows as they were sent, says what to correct, and is read as it is', async () => {
    const header = ['ФИО', 'Дата рождения', 'Класс'];
    const sent = ['Горев Иван', '31.02.2013', '007'];
    const read = readRow('pupils', sent, mappingOf(guessColumns('pupils', header, [])), {
      today: plainDate('2026-09-14'),
      classes: null,
    });
    const remarks = 'faults' in read ? read.faults.map((fault) => sayFault('pupils', fault)) : [];
    expect(remarks).toEqual([
      'Дата рождения: такого дня нет в календаре.',
      'Класс: не похоже на класс, напишите как 7А.',
    ]);
    const once = first(await renderErrorFile(header, [{ cells: sent, remarks }]));
    expect(once).toEqual([
      [...header, 'Что исправить'],
      [...sent, remarks.join('\n')],
    ]);
    const again = await renderErrorFile(once?.[0] ?? [], [{ cells: once?.[1] ?? [], remarks: ['Ещё раз.'] }]);
    expect(first(again)).toEqual([
      [...header, 'Что исправить'],
      [...sent, 'Ещё раз.'],
    ]);
  });

  test('cells beyond the header are kept', async () => {
    expect(first(await renderErrorFile(['ФИО'], [{ cells: ['Горев', 'лишнее'], remarks: ['!'] }]))).toEqual([
      ['ФИО', '', 'Что исправить'],
      ['Горев', 'лишнее', '!'],
    ]);
  });
});

test('five thousand rows of a workbook are read within seconds', async () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => [`Горев Иван ${at}`, '01.02.2012', '7А', '', 'очная']);
  const bytes = await renderErrorFile(
    ['ФИО', 'Дата рождения', 'Класс', 'СНИЛС', 'Форма'],
    rows.map((cells) => ({ cells, remarks: ['x'] })),
  );
  const before = performance.now();
  expect(readSheets(bytes, 'a.xlsx').sheets[0]?.rows.length).toBe(5_001);
  expect(performance.now() - before).toBeLessThan(10_000);
}, 60_000);
