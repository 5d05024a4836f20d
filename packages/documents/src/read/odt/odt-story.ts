import type { SourceBlock, SourceParagraph } from '@nastavnik/domain/source/source-document';
import { cellLines } from '../cell-lines.ts';
import type { Notes } from '../notes.ts';
import { trimLines } from '../plain-text.ts';
import type { XmlElement } from '../xml.ts';
import { attribute, child, isElement, numberIn } from '../xml-walk.ts';
import { odtText } from './odt-inline.ts';
import { type OdtList, odtLists, startValueOf } from './odt-lists.ts';
import type { OdtStyles } from './odt-styles.ts';
import { odtTable } from './odt-table.ts';

/** Reads containers of ODF text (`office:text`, cells, running heads); footnotes follow the block that refers to them. */
export function odtStory(styles: OdtStyles, notes: Notes): (container: XmlElement) => SourceBlock[] {
  const lists = odtLists(styles);
  let pending: XmlElement[] = [];
  let footnotes = 0;

  function top(container: XmlElement): SourceBlock[] {
    const blocks: SourceBlock[] = [];
    for (const node of container.children.filter(isElement)) {
      for (const made of block(node, undefined, undefined)) blocks.push(made);
      const asked = pending;
      pending = [];
      for (const note of asked) blocks.push(...footnote(note));
    }
    return blocks;
  }

  const inside = (container: XmlElement, list: OdtList | undefined): SourceBlock[] =>
    container.children.filter(isElement).flatMap((node) => block(node, list, undefined));

  function block(node: XmlElement, list: OdtList | undefined, marker: string | undefined): SourceBlock[] {
    switch (node.name) {
      case 'text:p':
      case 'text:h':
        return paragraph(node, marker);
      case 'text:list':
        return listBlocks(node, list);
      case 'table:table': {
        const table = odtTable(node, (cell) => cellLines(inside(cell, undefined)), notes);
        return table.rows.length === 0 ? [] : [table];
      }
      case 'text:tracked-changes':
        noteChanges(node);
        return [];
      case 'text:section':
        if (attribute(node, 'text:display') === 'none') {
          notes.add('hidden-text-left-out');
          return [];
        }
        return inside(node, list);
      default:
        if (node.name.startsWith('draw:'))
          return boxes(odtText({ ...node, children: [node] }, {}, styles, notes).boxes);
        return CONTAINERS.test(node.name) ? inside(node, list) : [];
    }
  }

  function listBlocks(node: XmlElement, outer: OdtList | undefined): SourceBlock[] {
    const list = lists.enter(node, outer);
    return node.children.filter(isElement).flatMap((item) => {
      const isNumbered = item.name === 'text:list-item';
      return item.children.filter(isElement).flatMap((part, i) => {
        const isText = part.name === 'text:p' || part.name === 'text:h';
        const marker = isNumbered && isText && i === 0 ? lists.item(list, startValueOf(item)) : undefined;
        return block(part, list, marker);
      });
    });
  }

  function paragraph(node: XmlElement, given: string | undefined): SourceBlock[] {
    const look = styles.look(attribute(node, 'text:style-name'));
    const read = odtText(node, look, styles, notes);
    pending.push(...read.notes);
    const level = node.name === 'text:h' ? (numberIn(node, 'text:outline-level') ?? 1) : undefined;
    const counts = level !== undefined && attribute(node, 'text:is-list-header') !== 'true';
    const marker = given ?? (counts ? lists.heading(level, startValueOf(node)) : undefined);
    const heading = level ?? (look.title ? 1 : undefined);
    const text = trimLines(read.text);
    const after = boxes(read.boxes);
    if (text === '' && marker === undefined) return after;
    const made: SourceParagraph = {
      kind: 'paragraph',
      text,
      ...(marker === undefined ? {} : { marker }),
      ...(heading === undefined ? {} : { heading }),
      ...(read.letters > 0 && read.boldLetters === read.letters ? { bold: true } : {}),
      ...(look.centered ? { centered: true } : {}),
    };
    return [made, ...after];
  }

  const boxes = (elements: readonly XmlElement[]): SourceBlock[] =>
    elements.flatMap((box) =>
      inside(box, undefined).map((made) => (made.kind === 'paragraph' ? { ...made, aside: 'textbox' } : made)),
    );

  function footnote(note: XmlElement): SourceBlock[] {
    footnotes += 1;
    const number = String(footnotes);
    const body = child(note, 'text:note-body');
    return (body ? cellLines(inside(body, undefined)) : []).map((line, i) => ({
      kind: 'paragraph',
      text: line.text,
      ...(i === 0 ? { marker: number } : {}),
      aside: 'footnote',
    }));
  }

  function noteChanges(node: XmlElement): void {
    for (const region of node.children.filter(isElement)) {
      if (child(region, 'text:insertion')) notes.add('tracked-insertions-accepted');
      if (child(region, 'text:deletion')) notes.add('tracked-deletions-dropped');
    }
  }

  return top;
}

const CONTAINERS =
  /^text:(list-item|list-header|index-body|index-title|table-of-content|[a-z]+-index|bibliography|numbered-paragraph)$/;
