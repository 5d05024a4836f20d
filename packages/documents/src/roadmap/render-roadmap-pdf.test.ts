import { expect, test } from 'vitest';
import { pdfPages } from '../write/read-pdf.testing.ts';
import { anActivity, aRoadmap, aStage } from './a-roadmap.testing.ts';
import { renderRoadmapPdf } from './render-roadmap-pdf.ts';
import { usualColumns } from './roadmap-headings.ts';

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => anActivity({ number: `1.${at + 1}`, title: `Беседа ${at + 1}` }));
const textOf = async (bytes: Uint8Array) => (await pdfPages(bytes)).pages.join(' ');

test('the page shows header, stamps, title, table and signature in this order', async () => {
  const text = await textOf(renderRoadmapPdf(aRoadmap()));
  const places = [
    'Управление образования',
    'ПРИНЯТО',
    'УТВЕРЖДАЮ',
    'Дорожная карта',
    '№ п/п',
    'Подготовка',
    'Издание приказа',
    'Куратор программы',
  ].map((words) => text.indexOf(words));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places).not.toContain(-1);
});

test('the same roadmap gives the same bytes', () => {
  expect(renderRoadmapPdf(aRoadmap())).toEqual(renderRoadmapPdf(aRoadmap()));
});

test('words are never Typst code', async () => {
  const title = '#panic("x") $a_1$ *b* _c_ @d <e> `f` \\ // g /* h [i] #[j] = k "l" ~ -- \' 1. + - / m';
  const text = await textOf(
    renderRoadmapPdf(
      aRoadmap({ stages: [aStage('1', title, [anActivity({ title })])], columns: usualColumns(['content']) }),
    ),
  );
  for (const piece of ['#panic("x")', '$a_1$', '*b*', '_c_', '@d', '<e>', '`f`', '//', '/*', '#[j]', '"l"', '--']) {
    expect(text).toContain(piece);
  }
});

test('pages are tagged for screen readers and numbered from the second on, with the head of the table on each', async () => {
  const { pages, tags } = await pdfPages(renderRoadmapPdf(aRoadmap({ stages: [aStage('1', 'Отбор', many(120))] })));
  expect(pages.length).toBeGreaterThan(2);
  expect([...tags]).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'TD', 'P', 'H1']));
  expect(pages[0]).toMatch(/^Управление/u);
  for (const [at, page] of pages.slice(1).entries()) expect(page).toMatch(new RegExp(`^${at + 2} № п/п`, 'u'));
});

test('few columns stand upright, many lie', async () => {
  const size = async (columns: Parameters<typeof usualColumns>[0]) =>
    (await pdfPages(renderRoadmapPdf(aRoadmap({ columns: usualColumns(columns) })))).sizes[0];
  expect(await size(['number', 'content', 'deadline', 'responsible', 'result'])).toEqual([595, 842]);
  expect(await size(['number', 'content', 'deadline', 'responsible', 'result', 'note'])).toEqual([842, 595]);
});

test('a stage that begins at the foot of a page goes over with its first activity', async () => {
  for (let count = 8; count < 40; count += 3) {
    const stages = [
      aStage('1', 'Отбор', many(count)),
      aStage('2', 'Завершение работы', [anActivity({ title: 'Подведение итогов' })]),
    ];
    const { pages } = await pdfPages(renderRoadmapPdf(aRoadmap({ stages })));
    const page = pages.find((text) => text.includes('Завершение работы'));
    expect(page).toContain('Подведение итогов');
  }
});

test('letters of the languages of the republics are drawn', async () => {
  const names = [
    { text: 'Шӧр школа, ЙӦЗӦС ВЕЛӦДӦМ, велӧданін І', language: 'kv' },
    { text: 'Урта гомуми белем бирү мәктәбе, җәмгыять, һөнәр, уңыш', language: 'tt' },
    { text: 'Вӑтам шкул, ҫӗнӗ, пӳрт', language: 'cv' },
    { text: 'Орто оскуола, үөрэх, сөҥ, ыҕаллар', language: 'sah' },
  ];
  const text = await textOf(renderRoadmapPdf(aRoadmap({ organizations: names, typeface: 'PT Serif' })));
  for (const { text: name } of names) expect(text).toContain(name);
});

test('a stage beside more activities than a page holds goes on over the pages', async () => {
  const columns = usualColumns(['stageNumber', 'stage', 'content', 'deadline']);
  const stages = [aStage('1', 'Отбор', many(80)), aStage('2', 'Завершение', many(2))];
  const text = await textOf(renderRoadmapPdf(aRoadmap({ columns, stages, stageLayout: 'column' })));
  for (const words of ['Беседа 1 ', 'Беседа 79 ', 'Беседа 80 ', 'Завершение']) expect(text).toContain(words);
});

test('the mark of the document stands on the first page only, with its code described', async () => {
  const mark = { label: 'Документ 5f1c', link: 'https://nastavnik.school.example/r/5f1c' };
  const { pages, tags } = await pdfPages(
    renderRoadmapPdf(aRoadmap({ mark, stages: [aStage('1', 'Отбор', many(60))] })),
  );
  expect(pages.map((page) => page.includes('Документ 5f1c'))).toEqual([true, ...pages.slice(1).map(() => false)]);
  expect(tags).toContain('Figure');
});

test('a true hyphen is text even where words are cut with the same sign', async () => {
  const title = 'Профессионально-педагогическое сопровождение наставляемых, встреча-знакомство, заключение по 114-од';
  const stages = [aStage('1', 'Отбор и самоопределение', [anActivity({ title })])];
  const text = await textOf(
    renderRoadmapPdf(
      aRoadmap({ stages, columns: usualColumns(['number', 'content', 'deadline', 'responsible', 'result']) }),
    ),
  );
  expect(text).toContain('114-од');
  expect(text.replace(/- /gu, '')).toContain('сопровождение');
});

test('a roadmap drawn after another has nothing of it', async () => {
  const other = aRoadmap({ stages: [aStage('1', 'Обсуждение', [anActivity({ title: 'Счёт' })])] });
  const alone = renderRoadmapPdf(aRoadmap());
  expect(await textOf(renderRoadmapPdf(other))).toContain('Счёт');
  expect(renderRoadmapPdf(aRoadmap())).toEqual(alone);
});
