import { escapeXml } from '../write/settle-zip.ts';
import { squareCodeSvg } from '../write/square-code.ts';
import { composeConsent } from './compose-consent.ts';
import type { ConsentPrint } from './consent-print.ts';
import type { ConsentPart, MatrixPart, SigningPlace } from './drawn-consent.ts';

/**
 * The consent as a page for the screen, a screen reader and a printer: self-contained, no script, no address from
 * outside. What is ticked is said in words too; an empty line is said to be filled in by hand.
 */
export function renderConsentHtml(print: ConsentPrint): string {
  const { name, registerLine, title, summary, parts, places, mark } = composeConsent(print);
  const code = squareCodeSvg(mark.link).replace('<svg ', '<svg aria-hidden="true" width="76" height="76" ');
  return [
    '<!doctype html>',
    '<html lang="ru">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(name)}</title>`,
    `<style>${STYLE}</style></head>`,
    '<body><main>',
    registerLine === null ? '' : `<p class="register">${escapeXml(registerLine)}</p>`,
    `<h1>${escapeXml(title)}</h1>`,
    `<section class="summary" aria-label="Коротко"><p><strong>Коротко.</strong> ${escapeXml(summary)}</p></section>`,
    ...parts.map(part),
    '<h2>Подписи</h2>',
    ...places.map(place),
    `<footer class="mark"><span>${escapeXml(mark.label)}</span> ${code}</footer>`,
    '</main></body></html>',
  ].join('\n');
}

function part(one: ConsentPart): string {
  switch (one.kind) {
    case 'heading':
      return `<h2>${escapeXml(one.text)}</h2>`;
    case 'paragraph':
      return `<p>${escapeXml(one.text)}</p>`;
    case 'list':
      return `<ul>${one.items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ul>`;
    case 'fields':
      return `<dl>${one.rows.map(({ label, value }) => `<dt>${escapeXml(label)}</dt><dd>${value === null ? line() : escapeXml(value)}</dd>`).join('')}</dl>`;
    case 'ticks':
      return `<ul class="ticks">${one.lines.map(({ text, ticked }) => `<li>${box(ticked)} ${escapeXml(text)}</li>`).join('')}</ul>`;
    case 'matrix':
      return matrix(one);
  }
}

function matrix({ summary, columns, rows }: MatrixPart): string {
  const head = ['Данные', ...columns, 'Условия и запреты']
    .map((name) => `<th scope="col">${escapeXml(name)}</th>`)
    .join('');
  const body = rows.map(({ text, ticked, conditions }) => {
    const cells = ticked.map((on) => `<td class="center">${box(on)}</td>`).join('');
    return `<tr><th scope="row">${escapeXml(text)}</th>${cells}<td>${conditions === null ? line() : escapeXml(conditions)}</td></tr>`;
  });
  return [
    `<div class="table" role="region" tabindex="0" aria-label="${escapeXml(summary)}"><table>`,
    `<thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`,
  ].join('\n');
}

function place({ who, fullName, choice, signed }: SigningPlace): string {
  const name = `<p><span class="label">${escapeXml(who)}</span><br><strong>${escapeXml(fullName)}</strong></p>`;
  const rest =
    signed === null
      ? `<p>${box(false)} ${escapeXml(choice.yes)} &emsp; ${box(false)} ${escapeXml(choice.no)}</p><p>${line('подпись и дата')}</p>`
      : `<p class="signed">${escapeXml(signed)}</p>`;
  return `<section class="place" aria-label="${escapeXml(who)}">${name}${rest}</section>`;
}

function box(ticked: boolean): string {
  return `<span aria-hidden="true">${ticked ? '☒' : '☐'}</span><span class="said">${ticked ? 'отмечено:' : 'не отмечено:'}</span>`;
}

function line(what = 'заполняется от руки'): string {
  return `<span class="line" aria-hidden="true"></span><span class="said">${what}</span>`;
}

const STYLE = `
@page { size: A4; margin: 15mm 12mm 20mm 25mm }
body { margin: 0; background: #fff; color: #000; font: 12pt/1.35 "Times New Roman", Tinos, serif }
main { max-width: 46rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.2em; text-align: center }
h2 { font-size: 1em; margin: 1em 0 .3em; break-after: avoid }
.register { text-align: right; margin: 0; font-size: .85em }
.summary { border: 1px solid #000; padding: 0 .8em }
dl { display: grid; grid-template-columns: minmax(9rem, 16rem) 1fr; gap: .2em 1em; margin: 0 }
dt, .label { color: #444 }
dd { margin: 0; font-weight: bold }
.ticks { list-style: none; padding: 0; margin: 0 }
.line { display: inline-block; width: 100%; min-width: 10rem; border-bottom: 1px solid #000; height: 1.4em }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.table { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #000; padding: .2em .4em; text-align: left; vertical-align: top }
.center { text-align: center }
.place { break-inside: avoid; margin-top: 1em }
.signed { border: 1px solid #000; padding: .4em .6em; display: inline-block }
.mark { font-size: .7em; text-align: right; margin-top: 2em }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr } }
@media print { main { max-width: none; padding: 0 } .table { overflow: visible } }
`;
