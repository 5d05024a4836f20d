import { expect, test } from 'vitest';
import { rawOdt } from './fixtures/raw-odt.testing.ts';
import { codes, show } from './fixtures/show.testing.ts';
import { readSource } from './read-source.ts';

const read = (odt: Parameters<typeof rawOdt>[0]) => readSource(rawOdt(odt), 'a.odt');
const LIST = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/></text:list-style>`;
const item = (text: string, inner = '', more = ''): string =>
  `<text:list-item${more}><text:p>${text}</text:p>${inner}</text:list-item>`;
const list = (inner: string, more = ''): string => `<text:list text:style-name="L"${more}>${inner}</text:list>`;

test('lists count their levels, start anew, go on where they say so, and start where an item says', async () => {
  const body = [
    list(item('раз', `<text:list>${item('внутри')}${item('внутри')}</text:list>`) + item('два')),
    list(item('снова раз')),
    list(item('продолжение'), ' text:continue-numbering="true"'),
    list(item('семь', '', ' text:start-value="7"') + item('восемь')),
  ].join('');
  expect(show(await read({ body, styles: LIST }))).toEqual([
    '¶ ‹1.› раз',
    '¶ ‹1.a)› внутри',
    '¶ ‹1.b)› внутри',
    '¶ ‹2.› два',
    '¶ ‹1.› снова раз',
    '¶ ‹2.› продолжение',
    '¶ ‹7.› семь',
    '¶ ‹8.› восемь',
  ]);
});

test('spaces, tabs, breaks, notes and text boxes are read where they stand', async () => {
  const body = `<text:p>Срок:<text:s text:c="3"/>май<text:tab/>июнь<text:line-break/>июль
     август<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Кроме каникул</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>УТВЕРЖДАЮ</text:p></draw:text-box></draw:frame></text:p><text:p>после</text:p>`;
  expect(show(await read({ body }))).toEqual([
    '¶ Срок:   май\tиюнь\nиюль август',
    '¶ [textbox] УТВЕРЖДАЮ',
    '¶ [footnote] ‹1› Кроме каникул',
    '¶ после',
  ]);
});

test('tracked deletions are not text, and running heads stand at both ends', async () => {
  const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>вычеркнуто</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>живёт<text:change/></text:p>`;
  const master = `<style:master-page><style:header><text:p>Школа</text:p></style:header><style:footer><text:p>Стр. 1</text:p></style:footer></style:master-page>`;
  const document = await read({ body, master });
  expect(show(document)).toEqual(['¶ [header] Школа', '¶ живёт', '¶ [footer] Стр. 1']);
  expect(codes(document)).toEqual(['tracked-deletions-dropped']);
});

test('headings, bold and centred text come from styles and what they inherit', async () => {
  const styles = `<style:style style:name="A" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style><style:style style:name="B" style:family="paragraph" style:parent-style-name="A"><style:text-properties fo:font-weight="bold"/></style:style>`;
  const body = `<text:h text:outline-level="2">План</text:h><text:p text:style-name="B">жирно</text:p><text:p>просто <text:span text:style-name="B">слово</text:span></text:p>`;
  expect(show(await read({ body, styles }))).toEqual(['¶ [h2] План', '¶ [b c] жирно', '¶ просто слово']);
});

test('repeated cells are written out, and text under a merged cell is kept with it', async () => {
  const body = `<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>х</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>верх</text:p></table:table-cell><table:covered-table-cell><text:p>под ним</text:p></table:covered-table-cell></table:table-row></table:table>`;
  const document = await read({ body });
  expect(show(document)).toEqual(['▦', '0: х | 1: х', '0+2: верх / под ним']);
  expect(codes(document)).toEqual(['covered-cell-text-kept']);
});
