import { expect, test } from 'vitest';
import { inline, rawXlsx } from './fixtures/raw-xlsx.testing.ts';
import { show } from './fixtures/show.testing.ts';
import { readSource } from './read-source.ts';

const STYLES = `<numFmts><numFmt numFmtId="164" formatCode="[$-419]mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;№&quot;0"/><numFmt numFmtId="166" formatCode="dd.mm.yyyy\\ h:mm"/></numFmts>
  <fonts><font/><font><b/></font></fonts>
  <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="9" fontId="1"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>`;

test('dates, months, percents and numbers are shown as the sheet shows them', async () => {
  const data = `<row r="1"><c r="A1" s="1"><v>45548</v></c><c r="B1" s="2"><v>45536</v></c><c r="C1" s="3"><v>0.9</v></c><c r="D1" s="4"><v>0.1</v></c><c r="E1" s="5"><v>45548.5</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="str"><f>1</f><v>итог</v></c></row>`;
  const bytes = rawXlsx({ sheets: [{ name: 'План', data }], styles: STYLES });
  expect(show(await readSource(bytes, 'a.xlsx'))).toEqual([
    '▦ План',
    '0: 13.09.2024 | 1: сентябрь 2024 | 2: 90% | 3: 0,1 | 4: 13.09.2024 12:00 | 5: ИСТИНА | 6: итог',
  ]);
});

test('merged cells span, shared strings lose only their formatting, a line break makes a line', async () => {
  const data = `<row r="2">${inline('B2', 'Дорожная карта')}</row><row r="5"><c r="B5" t="s"><v>0</v></c><c r="C5" t="s"><v>1</v></c></row><row r="6"><c r="C6" t="s"><v>2</v></c></row>`;
  const bytes = rawXlsx({
    sheets: [{ name: 'Л', data, more: '<mergeCells><mergeCell ref="B2:C2"/><mergeCell ref="B5:B6"/></mergeCells>' }],
    strings: [
      '<t>Этап</t>',
      '<r><t xml:space="preserve">Срок: </t></r><r><rPr><b/></rPr><t>май</t></r><rPh><t>x</t></rPh>',
      '<t>раз&#10;два_x000D_</t>',
    ],
  });
  expect(show(await readSource(bytes, 'a.xlsx'))).toEqual([
    '▦ Л',
    '0+2: Дорожная карта',
    '',
    '0×2: Этап | 1: Срок: май',
    '1: раз / два',
  ]);
});

test('every visible sheet is a table; hidden rows are kept and noted, hidden sheets are left out and noted', async () => {
  const bytes = rawXlsx({
    sheets: [
      { name: 'Один', data: `<row r="1">${inline('A1', 'а')}</row><row r="2" hidden="1">${inline('A2', 'б')}</row>` },
      { name: 'Списки', data: `<row r="1">${inline('A1', 'в')}</row>`, state: 'hidden' },
      { name: 'Два', data: `<row><c t="inlineStr"><is><t>г</t></is></c><c><v>5</v></c></row>` },
    ],
  });
  const document = await readSource(bytes, 'a.xlsx');
  expect(show(document)).toEqual(['▦ Один', '0: а', '0: б', '▦ Два', '0: г | 1: 5']);
  expect(document.notes).toEqual([
    { code: 'hidden-rows-kept', place: { block: 0, row: 1 } },
    { code: 'hidden-sheet-left-out' },
  ]);
});

test('a sheet that merges a million rows or jumps to its last one is read at once', async () => {
  const data = `<row r="1">${inline('A1', 'а')}</row><row r="1048576">${inline('XFD1048576', 'я')}</row>`;
  const far = rawXlsx({ sheets: [{ name: 'Л', data }] });
  expect((await readSource(far, 'a.xlsx')).blocks[0]).toMatchObject({ rows: { length: 3 } });
  const more = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
  await expect(readSource(rawXlsx({ sheets: [{ name: 'Л', data, more }] }), 'a.xlsx')).rejects.toThrow(
    'file.too-complex',
  );
});
