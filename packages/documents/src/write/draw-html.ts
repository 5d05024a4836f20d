import type {
  DocumentBlock,
  DocumentMark,
  DocumentTable,
  OfficialDocument,
  Stamp,
  TableRow,
} from './official-document.ts';
import { escapeXml } from './settle-zip.ts';
import { squareCodeSvg } from './square-code.ts';
import { typesetDocument } from './typeset-document.ts';

/**
 * One self-contained page: the accessible companion of the PDF and the preview on the screen (DOCUMENTS 0.5.4). No
 * script, no address from outside, so it passes the strictest content policy but for its one style element.
 */
export function drawHtml(document: OfficialDocument): string {
  const drawn = typesetDocument(document);
  return [
    '<!doctype html>',
    '<html lang="ru">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(drawn.name)}</title>`,
    `<style>${STYLE.replace('ORIENTATION', drawn.orientation)}</style></head>`,
    '<body><main>',
    '<header>',
    ...drawn.organizations.map(
      ({ text, language }) => `<p class="organization" lang="${escapeXml(language)}">${escapeXml(text)}</p>`,
    ),
    stamps(drawn.stamps),
    `<h1>${drawn.title.map(escapeXml).join('<br>')}</h1>`,
    '</header>',
    ...drawn.blocks.map(block),
    ...drawn.signatures.map(
      ({ post, name }) =>
        `<p class="signature"><span>${escapeXml(post)}</span> <span aria-hidden="true">________________</span> <span>${escapeXml(name ?? '')}</span></p>`,
    ),
    drawn.mark ? mark(drawn.mark) : '',
    '</main></body></html>',
  ].join('\n');
}

function mark({ label, link }: DocumentMark): string {
  const code = squareCodeSvg(link).replace('<svg ', '<svg aria-hidden="true" width="76" height="76" ');
  return `<footer class="mark"><span>${escapeXml(label)}</span> ${code}</footer>`;
}

function stamps(all: readonly Stamp[]): string {
  if (all.length === 0) return '';
  const side = (name: Stamp['side']) =>
    all
      .filter((stamp) => stamp.side === name)
      .map((stamp) => `<p>${stamp.lines.map(escapeXml).join('<br>')}</p>`)
      .join('');
  return `<div class="stamps"><div>${side('left')}</div><div>${side('right')}</div></div>`;
}

function block(one: DocumentBlock): string {
  switch (one.kind) {
    case 'heading':
      return `<h2>${escapeXml(one.text)}</h2>`;
    case 'paragraph':
      return `<p>${escapeXml(one.text)}</p>`;
    case 'list':
      return `<ul>${one.items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ul>`;
    case 'table':
      return table(one);
  }
}

/** The table can be wider than a telephone: it scrolls by itself and by keyboard. */
function table({ summary, columns, rows }: DocumentTable): string {
  const header = columns.map((column) => `<th scope="col">${escapeXml(column.heading)}</th>`).join('');
  return [
    `<div class="table" role="region" tabindex="0" aria-label="${escapeXml(summary)}"><table>`,
    `<thead><tr>${header}</tr></thead>`,
    `<tbody>${rows.map(tableRow).join('\n')}</tbody></table></div>`,
  ].join('\n');
}

function tableRow({ kind, cells }: TableRow): string {
  const drawn = cells.map((cell) => {
    const heads = kind === 'group' && cell.columnSpan > 1;
    const tag = heads ? 'th' : 'td';
    const spans = `${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}`;
    return `<${tag}${heads ? ' scope="colgroup"' : ''}${spans}>${cell.lines.map(escapeXml).join('<br>')}</${tag}>`;
  });
  return `<tr${kind === 'group' ? ' class="group"' : ''}>${drawn.join('')}</tr>`;
}

const STYLE = `
@page { size: A4 ORIENTATION; margin: 20mm 10mm 20mm 30mm }
body { margin: 0; background: #fff; color: #000; font: 12pt/1.25 "Times New Roman", Tinos, serif }
main { max-width: 60rem; margin: 0 auto; padding: 1rem }
.organization { margin: 0; text-align: center }
.stamps { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem 2rem; margin: 1rem 0 }
h1, h2 { font-size: 1em; text-align: center }
h2 { break-after: avoid }
.table { overflow-x: auto }
table { border-collapse: collapse; width: 100%; hyphens: auto }
th, td { border: 1px solid #000; padding: .2em .4em; text-align: left; vertical-align: top }
thead th, .group th, .group td { text-align: center }
tr { break-inside: avoid }
.group { break-after: avoid; font-weight: bold }
.signature { display: flex; gap: 1rem; justify-content: space-between; margin-top: 2rem }
.mark { font-size: .7em; text-align: right }
@media print { main { max-width: none; padding: 0 } .table { overflow: visible } }
`;
