import { p, r, rawDocx, tbl, tc, tr } from '../read/fixtures/raw-docx.testing.ts';
import { rawOdt } from '../read/fixtures/raw-odt.testing.ts';
import { docxTable, escape, htmlTable, odtTable, planAsXlsx } from '../read/fixtures/table-plans.testing.ts';
import { typstPdf, typstString } from '../read/fixtures/typst-pdf.testing.ts';
import { ABOVE, type Drawn, LEFT, tableOf } from './drawn-plans.testing.ts';
import type { HeadLine, InventedPlan } from './invented-plans.testing.ts';

const linesOf = (stamp: string): string[] => stamp.split('\n');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function asDocx({ head, table }: InventedPlan): Uint8Array {
  const line = (one: HeadLine): string => {
    if ('stamps' in one) {
      return tbl(
        tr(
          ...one.stamps.map((stamp) =>
            tc(
              linesOf(stamp)
                .map((text) => p(text))
                .join(''),
            ),
          ),
        ),
      );
    }
    return one.strong ? `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${r(one.text, '<w:b/>')}</w:p>` : p(one.text);
  };
  return rawDocx({ body: head.map(line).join('') + docxTable(tableOf(table)) });
}

function asOdt({ head, table }: InventedPlan): Uint8Array {
  const paragraph = (text: string): string => `<text:p>${escape(text)}</text:p>`;
  const cell = (text: string): string =>
    `<table:table-cell>${linesOf(text).map(paragraph).join('')}</table:table-cell>`;
  const line = (one: HeadLine): string =>
    'stamps' in one
      ? `<table:table><table:table-row>${one.stamps.map(cell).join('')}</table:table-row></table:table>`
      : paragraph(one.text);
  return rawOdt({ body: head.map(line).join('') + odtTable(tableOf(table)) });
}

/** As sites show it: paragraphs in bold, breaks, stamps in a table without borders. */
function siteHtml({ head, table }: InventedPlan): string {
  const line = (one: HeadLine): string => {
    if ('stamps' in one) {
      const cells = one.stamps.map((stamp) => `<td>${linesOf(stamp).map(escape).join('<br>')}</td>`);
      return `<table class="noborder"><tr>${cells.join('')}</tr></table>`;
    }
    const text = escape(one.text) || '&nbsp;';
    return one.strong ? `<p style="text-align: center;"><strong>${text}</strong></p>` : `<p>${text}</p>`;
  };
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>План</title></head><body><nav>Меню</nav>${head.map(line).join('\n')}${htmlTable(tableOf(table))}</body></html>`;
}

/** As Word saves a «filtered» page and puts it on the clipboard: lines wrapped at any space, its own paragraphs and classes. */
function wordHtml(plan: InventedPlan): string {
  const wrapped = siteHtml(plan)
    .replace('<nav>Меню</nav>', '<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->')
    .replace(/<p>/g, "<p class=MsoNormal style='margin-bottom:0cm'><span lang=RU style='font-size:10.0pt'>")
    .replace(/<\/p>/g, '<o:p></o:p></span></p>')
    .replace(/<td /g, "<td width=120 valign=top style='border:solid windowtext 1.0pt' ");
  return wrapped.replace(/(?<=[а-яё,]) (?=[а-яё])/g, (space, at: number) => (at % 3 === 0 ? '\r\n  ' : space));
}

/** A sheet holds everything in one table: lines of the head are cells merged over all columns, the last stamp takes half. */
function asXlsx({ head, table }: InventedPlan): Uint8Array {
  const width = table[0]?.length ?? 1;
  const half = Math.ceil(width / 2);
  const wide = (text: string): string[] => [text, ...Array<string>(width - 1).fill(LEFT)];
  const rows = head.map((one) =>
    'stamps' in one
      ? [
          one.stamps[0],
          ...Array<string>(half - 1).fill(LEFT),
          one.stamps[1],
          ...Array<string>(width - half - 1).fill(LEFT),
        ]
      : wide(one.text),
  );
  return planAsXlsx(tableOf([...rows, ...table]));
}

type Sheet = { readonly page: string; readonly stroke?: string; readonly size?: string; readonly inset?: string };

function asPdf({ head, table, widths }: InventedPlan, sheet: Sheet): Uint8Array {
  const text = (lines: string): string => linesOf(lines).map(typstString).join(' \\ ');
  const line = (one: HeadLine): string => {
    if ('stamps' in one) {
      return `#grid(columns: (1fr, 1fr), column-gutter: 1cm, ${one.stamps.map((stamp) => `[${text(stamp)}]`).join(', ')})\n`;
    }
    if (one.text === '') return '#v(6pt)\n';
    return one.strong ? `#align(center, strong[${text(one.text)}])\n` : `${text(one.text)}\n\n`;
  };
  const plan = tableOf(table);
  const cells = plan.cells.map(
    ({ row, column, rowSpan, columnSpan, lines }) =>
      `table.cell(x: ${column}, y: ${row}, colspan: ${columnSpan}, rowspan: ${rowSpan})[${lines.map((one) => typstString(one.text)).join(' \\ ')}]`,
  );
  const heads = cells.filter((_, at) => plan.cells[at]?.row === 0);
  const columns = widths.map((width) => `${width}fr`).join(', ');
  return typstPdf(
    `#set page(${sheet.page})\n#set text(size: ${sheet.size ?? '10pt'})\n${head.map(line).join('')}#table(columns: (${columns}), stroke: ${sheet.stroke ?? '0.5pt'}, inset: ${sheet.inset ?? '5pt'}, table.header(${heads.join(', ')}), ${cells.slice(heads.length).join(',\n')})`,
  );
}

/** The table in a text, in the three ways that converters leave it. */
function asText({ head, table, text }: InventedPlan): string {
  const lines = head.flatMap((one) =>
    'stamps' in one
      ? one.stamps.flatMap((stamp) => [...linesOf(stamp), ''])
      : [one.strong ? `**${one.text}**` : one.text],
  );
  return [
    ...lines,
    ...TEXT_TABLES[text](table.map((row) => row.map((cell) => (cell === ABOVE || cell === LEFT ? '' : cell)))),
  ].join('\n');
}

const TEXT_TABLES: Record<InventedPlan['text'], (table: Drawn) => string[]> = {
  tabs: (table) => table.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')).join('\t')),
  paragraphs: (table) =>
    table.map((row, at) =>
      row
        .map((cell) =>
          at === 0 || cell === ''
            ? cell
            : linesOf(cell)
                .map((one) => `<p>${one}</p>`)
                .join(' '),
        )
        .join('\t')
        .trimEnd(),
    ),
  cells: (table) => table.flatMap((row) => [...row.map((cell) => `\t${cell}`), '']),
};

/** Every way in which a school's plan comes, by a name; the ending of the file is that of `file`. */
export const WAYS: Record<string, { file: string; draw: (plan: InventedPlan) => Uint8Array }> = {
  DOCX: { file: 'план.docx', draw: asDocx },
  ODT: { file: 'план.odt', draw: asOdt },
  XLSX: { file: 'план.xlsx', draw: asXlsx },
  'HTML of a site': { file: 'план.html', draw: (plan) => utf8(siteHtml(plan)) },
  'HTML of Word': { file: 'план.htm', draw: (plan) => utf8(wordHtml(plan)) },
  TXT: { file: 'план.txt', draw: (plan) => utf8(asText(plan)) },
  PDF: { file: 'план.pdf', draw: (plan) => asPdf(plan, { page: 'paper: "a4"' }) },
  'PDF lying, over small sheets': {
    file: 'план.pdf',
    draw: (plan) => asPdf(plan, { page: 'width: 27cm, height: 9cm, margin: 1.5cm' }),
  },
  'PDF with narrow columns': {
    file: 'план.pdf',
    draw: (plan) => asPdf(plan, { page: 'width: 15cm, height: 25cm, margin: 1cm' }),
  },
};

/** Ways in which columns, and often rows, can only be told by where the words stand. */
export const UNRULED: typeof WAYS = {
  'PDF ruled across only': {
    file: 'план.pdf',
    draw: (plan) => asPdf(plan, { page: 'paper: "a4"', stroke: '(x: none, y: 0.5pt)' }),
  },
  'PDF without rulings': { file: 'план.pdf', draw: (plan) => asPdf(plan, { page: 'paper: "a4"', stroke: 'none' }) },
  'PDF without rulings, lying, over small sheets': {
    file: 'план.pdf',
    draw: (plan) => asPdf(plan, { page: 'width: 27cm, height: 9cm, margin: 1.5cm', stroke: 'none' }),
  },
  'PDF without rulings or blanks between rows': {
    file: 'план.pdf',
    draw: (plan) => asPdf(plan, { page: 'paper: "a4"', stroke: 'none', inset: '(x: 4pt, y: 3.25pt)' }),
  },
};

export const pasted = (plan: InventedPlan): { html: string; text: string } => ({
  html: `<html><body><!--StartFragment-->${wordHtml(plan)}<!--EndFragment--></body></html>`,
  text: asText(plan),
});
