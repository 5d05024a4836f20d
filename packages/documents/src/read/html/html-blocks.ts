import type { SourceBlock, SourceParagraph } from '@nastavnik/domain/source/source-document';
import type { Notes } from '../notes.ts';
import { formatNumber, type NumberFormat } from '../number-format.ts';
import { tidyText, trimLines } from '../plain-text.ts';
import { visibleSymbols } from '../symbols.ts';
import type { XmlElement } from '../xml.ts';
import { textOf } from '../xml-walk.ts';
import { type HtmlLook, isHidden, lookOf, styleOf } from './html-look.ts';
import { htmlTable } from './html-table.ts';

const PLAIN: HtmlLook = { bold: false, centered: false, preformatted: false };

/** The blocks of an HTML element in reading order, as a browser would draw them. */
export function htmlBlocks(container: XmlElement, notes: Notes): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let text = '';
  let letters = 0;
  let boldLetters = 0;
  let marker: string | undefined;
  let heading: number | undefined;
  let centered = false;

  function endParagraph(): void {
    const shown = trimLines(text);
    if (shown !== '' || marker !== undefined) {
      const block: SourceParagraph = {
        kind: 'paragraph',
        text: shown,
        ...(marker === undefined ? {} : { marker }),
        ...(heading === undefined ? {} : { heading }),
        ...(letters > 0 && boldLetters === letters ? { bold: true } : {}),
        ...(centered ? { centered: true } : {}),
      };
      blocks.push(block);
    }
    text = '';
    letters = 0;
    boldLetters = 0;
    marker = undefined;
  }

  function addText(raw: string, look: HtmlLook): void {
    // Spaces and line ends of the source are one space; a no-break space is seen.
    let part = look.preformatted ? raw.replace(/\r\n?/g, '\n') : raw.replace(/[ \t\n\r\f]+/g, ' ');
    if (!look.preformatted && part.startsWith(' ') && /(^|[ \n\t])$/.test(text)) part = part.slice(1);
    const shown = visibleSymbols(tidyText(part));
    if (shown.trim() !== '') centered = look.centered;
    text += shown;
    const count = shown.replace(/\s/g, '').length;
    letters += count;
    if (look.bold) boldLetters += count;
  }

  function walk(element: XmlElement, look: HtmlLook): void {
    for (const node of element.children) {
      if (typeof node === 'string') addText(node, look);
      else visit(node, look);
    }
  }

  function visit(node: XmlElement, outer: HtmlLook): void {
    if (IGNORED.has(node.name)) {
      if (node.name === 'script') notes.add('scripts-ignored');
      return;
    }
    if (isHidden(node)) return notes.add('hidden-text-left-out');
    if (isWordNumber(node)) {
      marker = tidyText(textOf(node)).trim() || marker;
      return;
    }
    const look = lookOf(node, outer);
    switch (node.name) {
      case 'br':
        text += '\n';
        return;
      case 'img':
      case 'svg':
      case 'object':
      case 'iframe':
        return notes.add('pictures-left-out');
      case 'table':
        endParagraph();
        blocks.push(...htmlTable(node, (inside) => htmlBlocks(inside, notes), notes));
        return;
      case 'ol':
      case 'ul':
        return list(node, look);
      case 'td':
      case 'th':
        // A cell that lost its table: pasted pieces look so.
        text += text === '' ? '' : '\t';
        return walk(node, look);
      default:
        return BLOCKS.has(node.name) ? block(node, look) : inline(node, look);
    }
  }

  function inline(node: XmlElement, look: HtmlLook): void {
    if (isWordNumberGap(node) && marker === undefined && isNumberLike(text)) {
      marker = text.trim();
      text = '';
      letters = 0;
      boldLetters = 0;
      return;
    }
    walk(node, look);
  }

  function block(node: XmlElement, look: HtmlLook): void {
    endParagraph();
    const level = /^h([1-6])$/.exec(node.name)?.[1];
    const before = heading;
    if (level !== undefined) heading = Number(level);
    walk(node, look);
    endParagraph();
    heading = before;
  }

  function list(node: XmlElement, look: HtmlLook): void {
    endParagraph();
    const format = listFormat(node);
    let count = Number(node.attributes['start'] ?? 1) || 1;
    for (const item of node.children) {
      if (typeof item === 'string') {
        addText(item, look);
        continue;
      }
      if (item.name !== 'li') {
        visit(item, look);
        continue;
      }
      endParagraph();
      count = Number(item.attributes['value'] ?? count) || count;
      marker = format === 'bullet' ? '•' : format === 'none' ? undefined : `${formatNumber(count, format)}.`;
      count += 1;
      walkItem(item, lookOf(item, look));
      endParagraph();
    }
  }

  /** A paragraph as the first thing of a list item stands on the line of its number. */
  function walkItem(item: XmlElement, look: HtmlLook): void {
    const first = item.children.find((node) => typeof node !== 'string' || node.trim() !== '');
    for (const node of item.children) {
      if (typeof node === 'string') addText(node, look);
      else if (node === first && (node.name === 'p' || node.name === 'div')) {
        walk(node, lookOf(node, look));
        endParagraph();
      } else visit(node, look);
    }
  }

  walk(container, PLAIN);
  endParagraph();
  return blocks;
}

function listFormat(list: XmlElement): NumberFormat {
  const style = /list-style(?:-type)?:\s*([\w-]+)/.exec(styleOf(list))?.[1];
  if (style === 'none') return 'none';
  if (list.name === 'ul') return 'bullet';
  return LIST_FORMATS[style ?? list.attributes['type'] ?? ''] ?? 'decimal';
}

const LIST_FORMATS: Readonly<Record<string, NumberFormat>> = {
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
  'lower-alpha': 'lower-letter',
  'lower-latin': 'lower-letter',
  'upper-alpha': 'upper-letter',
  'upper-latin': 'upper-letter',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
  'decimal-leading-zero': 'decimal-zero',
};

/** Word on the clipboard writes the visible number of a list paragraph in a span that browsers are told to ignore. */
const isWordNumber = (node: XmlElement): boolean => /mso-list:\s*ignore/.test(styleOf(node));

/** Word's «filtered» HTML keeps only the gap after the number: a 7 pt run of no-break spaces. */
const isWordNumberGap = (node: XmlElement): boolean =>
  node.name === 'span' && /font:\s*7(\.0)?pt/.test(styleOf(node)) && tidyText(textOf(node)).trim() === '';

const isNumberLike = (text: string): boolean =>
  /^\s*(\(?[0-9]{1,3}(\.[0-9]{1,3})*[.)]?|[a-zа-яivxlc]{1,5}[.)]|[•·§o–-])\s*$/i.test(text);

const IGNORED = new Set(['script', 'style', 'head', 'title', 'noscript', 'template', 'xml', 'select', 'colgroup']);
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hr html legend li main nav option p pre section summary tbody tfoot thead tr`.split(/\s+/),
);
