import { expect, test } from 'vitest';
import { codes, show } from './fixtures/show.testing.ts';
import { htmlDocument, readHtml } from './read-html.ts';
import { readPasted } from './read-pasted.ts';
import { readSource } from './read-source.ts';

const lines = (html: string): string[] => show(htmlDocument(html));

test('paragraphs, headings and breaks are read as a browser draws them', () => {
  expect(
    lines('<h1>План</h1> <p align=center><b>на\n год</b></p><div>Школа<br>«Маяк»</div>просто&nbsp;текст &amp; знак'),
  ).toEqual(['¶ [h1] План', '¶ [b c] на год', '¶ Школа\n«Маяк»', '¶ просто текст & знак']);
});

test('column and row spans lay cells into a grid', () => {
  expect(
    lines(
      '<table><caption>Карта</caption><tr><th rowspan=2>№<th colspan=2>Работа</tr><tr><td>Срок<td>Кто</tr><tr><td>1<td>май<td><p>Куратор</p><p><b>Директор</b><br>школы</p></table>',
    ),
  ).toEqual([
    '¶ Карта',
    '▦',
    '0×2: № | 1+2: Работа',
    '1: Срок | 2: Кто',
    '0: 1 | 1: май | 2: Куратор / Директор / школы',
  ]);
});

test('lists show their numbers, also started elsewhere, nested and in other alphabets', () => {
  expect(
    lines(
      '<ol start=3><li>три<li><p>четыре</p><p>ещё</p><ul><li>внутри</ul><li value=9>девять</ol><ol type=I><li>раз</ol><ul style="list-style:none"><li>без</ul>',
    ),
  ).toEqual(['¶ ‹3.› три', '¶ ‹4.› четыре', '¶ ещё', '¶ ‹•› внутри', '¶ ‹9.› девять', '¶ ‹I.› раз', '¶ без']);
});

test('a nested table becomes lines of its cell', () => {
  expect(lines('<table><tr><td>До<table><tr><td>а<td>б</table>после<td>в</table>')).toEqual([
    '▦',
    '0: До / а\tб / после | 1: в',
  ]);
});

test('numbers of Word lists are markers, on the clipboard and in filtered HTML', () => {
  expect(
    lines(
      `<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>Опрос</p><p class=MsoListParagraph>2)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span>Приказ</p>`,
    ),
  ).toEqual(['¶ ‹1.› Опрос', '¶ ‹2)› Приказ']);
});

test('scripts, styles and what is hidden are not text', () => {
  const document = htmlDocument(
    '<html><head><title>т</title><style>p{}</style></head><body><script>alert("x")</script><p>видно<p style="display:none">нет<img src="http://evil.invalid/x">',
  );
  expect(show(document)).toEqual(['¶ видно']);
  expect(codes(document)).toEqual(['scripts-ignored', 'hidden-text-left-out']);
});

test('the encoding is what the page says, unless its bytes say otherwise', () => {
  const cp1251 = (text: string): number[] =>
    Array.from(text).map((c) => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0)));
  const page = (charset: string, body: number[]): Uint8Array =>
    new Uint8Array([...Buffer.from(`<html><meta charset=${charset}><p>`), ...body]);
  expect(show(readHtml(page('windows-1251', cp1251('Наставник'))))).toEqual(['¶ Наставник']);
  expect(show(readHtml(page('utf-8', cp1251('Наставник и ученик'))))).toEqual(['¶ Наставник и ученик']);
  expect(show(readHtml(page('no-such', [...Buffer.from('Пара')])))).toEqual(['¶ Пара']);
});

test('pasted HTML is preferred to pasted text, and its clipboard header is dropped', () => {
  const html = 'Version:0.9\r\nStartHTML:0000000105\r\n<html><body><!--StartFragment--><table><tr><td>а<td>б</table>';
  expect(show(readPasted({ html, text: 'а\tб' }))).toEqual(['▦', '0: а | 1: б']);
  expect(show(readPasted({ html: '<meta charset=utf-8>', text: 'а\tб\n\nв' }))).toEqual(['¶ а\tб', '¶ ', '¶ в']);
  expect(() => readPasted({ html: ' ', text: ' \n' })).toThrow('file.empty');
});

test('tags left in text are text, unless the name says HTML', async () => {
  const bytes = Buffer.from('<p>Этап</p>\tмай\n');
  expect(show(await readSource(bytes, 'план.txt'))).toEqual(['¶ <p>Этап</p>\tмай']);
  expect(show(await readSource(bytes, 'план.html'))).toEqual(['¶ Этап', '¶ май']);
  expect(show(await readSource(Buffer.from('<table><tr><td>май'), 'план.txt'))).toEqual(['▦', '0: май']);
});
