import { expect, test } from 'vitest';
import { numbered, p, type RawDocx, r, rawDocx, tbl, tc, tr } from './fixtures/raw-docx.testing.ts';
import { codes, show } from './fixtures/show.testing.ts';
import { readSource } from './read-source.ts';

const read = (docx: RawDocx) => readSource(rawDocx(docx), 'План.docx');
const level = (ilvl: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

test('a cell merged over columns and rows is one cell with its spans', async () => {
  const table = tbl(
    tr(tc(p('Этап'), '<w:vMerge w:val="restart"/>'), tc(p('Срок и ответственный'), '<w:gridSpan w:val="2"/>')),
    tr(tc('<w:p/>', '<w:vMerge/>'), tc(p('Срок')), tc(p('Ответственный'))),
    tr(tc(p('Подготовка')), tc(p('Май')), tc(p('Куратор'))),
  );
  expect(show(await read({ body: table }))).toEqual([
    '▦',
    '0×2: Этап | 1+2: Срок и ответственный',
    '1: Срок | 2: Ответственный',
    '0: Подготовка | 1: Май | 2: Куратор',
  ]);
});

test('a row that begins or is wrapped unusually keeps its columns', async () => {
  const table = tbl(
    tr(tc(p('а')), tc(p('б')), tc(p('в'))),
    `<w:sdt><w:sdtContent><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc(p('г'))}<w:sdt><w:sdtContent>${tc(p('д'))}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>`,
  );
  expect(show(await read({ body: table }))).toEqual(['▦', '0: а | 1: б | 2: в', '1: г | 2: д']);
});

test('a nested table becomes lines of its cell, and no word of it is lost', async () => {
  const inner = tbl(tr(tc(p('Май')), tc(p('приказ'))), tr(tc(p('Июнь')), tc(p('отчёт'))));
  const body = tbl(tr(tc(`${p('Сроки:')}${inner}<w:p/>`), tc(p('Директор'))));
  expect(show(await read({ body }))).toEqual(['▦', '0: Сроки: / Май\tприказ / Июнь\tотчёт | 1: Директор']);
});

test('automatic numbers are counted over levels, restarted and formatted as Word shows them', async () => {
  const numbering = `<w:abstractNum w:abstractNumId="5">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%1.%2.', '<w:isLgl/>')}${level(2, 'russianLower', '%3)')}${level(3, 'bullet', '\uf0b7')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`;
  const levels: [string, number, number][] = [
    ['один', 1, 0],
    ['внутри', 1, 1],
    ['внутри', 1, 1],
    ['глубже', 1, 2],
    ['глубже', 1, 2],
    ['точка', 1, 3],
    ['два', 1, 0],
    ['снова внутри', 1, 1],
    ['семь', 2, 0],
    ['восемь', 2, 0],
  ];
  const body = levels.map(([text, id, lvl]) => p(text, numbered(id, lvl))).join('');
  expect(show(await read({ body, numbering }))).toEqual([
    '¶ ‹I.› один',
    '¶ ‹1.1.› внутри',
    '¶ ‹1.2.› внутри',
    '¶ ‹а)› глубже',
    '¶ ‹б)› глубже',
    '¶ ‹•› точка',
    '¶ ‹II.› два',
    '¶ ‹2.1.› снова внутри',
    '¶ ‹VII.› семь',
    '¶ ‹VIII.› восемь',
  ]);
});

test('a column of numbers that holds nothing but automatic numbers is kept', async () => {
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>`;
  const row = (text: string): string => tr(tc(`<w:p><w:pPr>${numbered(3)}</w:pPr></w:p>`), tc(p(text)));
  expect(show(await read({ body: tbl(row('Опрос'), row('Приказ')), numbering }))).toEqual([
    '▦',
    '0: ‹1.›  | 1: Опрос',
    '0: ‹2.›  | 1: Приказ',
  ]);
});

test('a number that comes from the style of the paragraph counts, and numId 0 switches it off', async () => {
  const styles = `<w:style w:type="paragraph" w:styleId="Пункт"><w:name w:val="Пункт"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Подпункт"><w:name w:val="Подпункт"/><w:basedOn w:val="Пункт"/></w:style>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Подпункт"/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const body = [
    p('первый', '<w:pStyle w:val="Пункт"/>'),
    p('под ним', '<w:pStyle w:val="Подпункт"/>'),
    p('без номера', `<w:pStyle w:val="Пункт"/>${numbered(0)}`),
    p('второй', '<w:pStyle w:val="Пункт"/>'),
  ].join('');
  expect(show(await read({ body, styles, numbering }))).toEqual([
    '¶ ‹1.› первый',
    '¶ ‹1.1› под ним',
    '¶ без номера',
    '¶ ‹2.› второй',
  ]);
});

test('tracked changes are taken as accepted, and the reader says so', async () => {
  const body = `<w:p>${r('Приказ ')}<w:ins w:id="1" w:author="А">${r('директора ')}</w:ins><w:del w:id="2" w:author="А"><w:r><w:delText>завуча</w:delText></w:r></w:del>${r('в мае')}</w:p>
    <w:p><w:pPr><w:rPr><w:del w:id="3" w:author="А"/></w:rPr></w:pPr>${r('начало ')}</w:p>${p('конец')}
    ${tbl(tr(tc(p('живёт'))), `<w:tr><w:trPr><w:del w:id="4" w:author="А"/></w:trPr>${tc(p('вычеркнута'))}</w:tr>`)}`;
  const document = await read({ body });
  expect(show(document)).toEqual(['¶ Приказ директора в мае', '¶ начало конец', '▦', '0: живёт']);
  expect(codes(document)).toEqual(['tracked-insertions-accepted', 'tracked-deletions-dropped']);
});

test('a text box written for new and old readers is read once', async () => {
  const box = `<w:txbxContent>${p('УТВЕРЖДАЮ')}${p('Директор Лисицына М. М.')}</w:txbxContent>`;
  const body = `<w:p>${r('Дорожная карта')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  expect(show(await read({ body }))).toEqual([
    '¶ Дорожная карта',
    '¶ [textbox] УТВЕРЖДАЮ',
    '¶ [textbox] Директор Лисицына М. М.',
  ]);
});

test('footnotes stand after what refers to them, running heads at both ends', async () => {
  const body = `<w:p>${r('Сбор анкет')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${p('Дальше')}`;
  const footnotes = `<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${r(' Кроме первых классов')}</w:p></w:footnote>`;
  const document = await read({ body, footnotes, header: p('Школа «Маяк»'), footer: p('Стр. 1') });
  expect(show(document)).toEqual([
    '¶ [header] Школа «Маяк»',
    '¶ Сбор анкет',
    '¶ [footnote] ‹1› Кроме первых классов',
    '¶ Дальше',
    '¶ [footer] Стр. 1',
  ]);
});

test('breaks, tabs, hyphens and symbols become the signs that a person sees', async () => {
  const body = `<w:p><w:r><w:t>Сен</w:t><w:softHyphen/><w:t>тябрь</w:t><w:br/><w:t>2024</w:t><w:tab/><w:t>чётко</w:t><w:noBreakHyphen/><w:t>то</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>
    ${tbl(tr(tc(`<w:p><w:r><w:t>Май</w:t><w:br/><w:t>Июнь</w:t></w:r></w:p>`)))}`;
  expect(show(await read({ body }))).toEqual(['¶ Сентябрь\n2024\tчётко-то✓', '▦', '0: Май / Июнь']);
});

test('of a field only its result is text, also inside links and content controls', async () => {
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('сайт школы')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const body = `<w:p>${r('На ')}${field}<w:hyperlink>${r(' и стенде')}</w:hyperlink><w:sdt><w:sdtContent>${r(' в мае')}</w:sdtContent></w:sdt></w:p><w:sdt><w:sdtPr/><w:sdtContent>${p('В рамке')}</w:sdtContent></w:sdt>`;
  expect(show(await read({ body }))).toEqual(['¶ На сайт школы и стенде в мае', '¶ В рамке']);
});

test('headings are known by name in both languages, by level and by descent', async () => {
  const style = (id: string, name: string, more = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
  const styles = [
    style('1', 'heading 1', '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>'),
    style('a', 'Заголовок 2'),
    style('b', 'Мой', '<w:basedOn w:val="1"/>'),
    style('c', 'Title'),
  ].join('');
  const body = [
    p('по имени', '<w:pStyle w:val="1"/>'),
    p('по-русски', '<w:pStyle w:val="a"/>'),
    p('по наследству', '<w:pStyle w:val="b"/>'),
    p('название', '<w:pStyle w:val="c"/>'),
    p('по уровню', '<w:outlineLvl w:val="2"/>'),
    `<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr>${r('не жирный', '<w:b w:val="0"/>')}</w:p>`,
    `<w:p>${r('Срок:', '<w:b/>')}${r(' май')}</w:p>`,
  ].join('');
  expect(show(await read({ body, styles }))).toEqual([
    '¶ [h1 b c] по имени',
    '¶ [h2] по-русски',
    '¶ [h1 b c] по наследству',
    '¶ [h1] название',
    '¶ [h3] по уровню',
    '¶ [h1 c] не жирный',
    '¶ Срок: май',
  ]);
});

test('hidden text, macros, embedded objects and outside templates are left alone and noted', async () => {
  const document = await read({
    body: `<w:p>${r('видно')}${r('скрыто', '<w:vanish/>')}</w:p>`,
    parts: { 'word/vbaProject.bin': 'x', 'word/embeddings/o.bin': 'x' },
    relations:
      '<Relationship Id="t" Type="http://x/attachedTemplate" Target="http://evil.invalid/t.dotm" TargetMode="External"/><Relationship Id="o" Type="http://x/oleObject" Target="embeddings/o.bin"/>',
  });
  expect(show(document)).toEqual(['¶ видно']);
  expect(codes(document).sort()).toEqual([
    'embedded-objects-ignored',
    'external-links-ignored',
    'hidden-text-left-out',
    'macros-ignored',
  ]);
});

test('prefixes and the strict namespace may differ from what Word writes', async () => {
  const bytes = rawDocx({
    body: '',
    parts: {
      'word/document.xml':
        '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:tbl><d:tr><d:tc><d:tcPr><d:gridSpan d:val="3"/></d:tcPr><d:p><d:r><d:t>Широко</d:t></d:r></d:p></d:tc></d:tr></d:tbl></d:body></d:document>',
    },
  });
  expect(show(await readSource(bytes, 'a.docx'))).toEqual(['▦', '0+3: Широко']);
});
