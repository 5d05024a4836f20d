import type { SourceBlock, SourceParagraph, SourceTable } from '@nastavnik/domain/source/source-document';
import { cellLines } from '../cell-lines.ts';
import type { Numbering } from '../list-counter.ts';
import type { Notes } from '../notes.ts';
import { trimLines } from '../plain-text.ts';
import { rowsOfWrittenCells, type WrittenCell } from '../table-grid.ts';
import type { XmlElement } from '../xml.ts';
import { attribute, child, numberIn } from '../xml-walk.ts';
import { type RunText, runReader } from './runs.ts';
import { paragraphLook, type Styles } from './styles.ts';

export type Reference = RunText['references'][number];

export type Story = {
  /** The blocks of a container (`w:body`, `w:tc`, `w:footnote` …) in reading order; text boxes follow their paragraph. */
  blocks(container: XmlElement, atTopLevel?: (block: SourceBlock[]) => SourceBlock[]): SourceBlock[];
  /** References to notes met since the last call. */
  takeReferences(): Reference[];
};

export function docxStory(styles: Styles, numbering: Numbering, notes: Notes): Story {
  const runs = runReader(styles, notes);
  let references: Reference[] = [];
  /** Text of a paragraph whose own mark was deleted under tracking: it flows into the next one. */
  let carried = '';

  function blocks(container: XmlElement, after: (made: SourceBlock[]) => SourceBlock[] = (made) => made) {
    const result: SourceBlock[] = [];
    for (const node of container.children) {
      if (typeof node === 'string') continue;
      // No spread: a body may hold more blocks than a call may have arguments.
      for (const block of blockOf(node, after)) result.push(block);
    }
    return result;
  }

  function blockOf(node: XmlElement, after: (made: SourceBlock[]) => SourceBlock[]): SourceBlock[] {
    switch (node.name) {
      case 'w:p':
        return after(paragraph(node));
      case 'w:tbl':
        return after(table(node));
      case 'w:sdt':
      case 'w:sdtContent':
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
      case 'mc:Choice':
        return blocks(node, after);
      case 'mc:AlternateContent':
        return blocks(child(node, 'mc:Choice') ?? child(node, 'mc:Fallback') ?? node, after);
      case 'w:altChunk':
        notes.add('embedded-objects-ignored');
        return [];
      default:
        return [];
    }
  }

  function paragraph(node: XmlElement): SourceBlock[] {
    const pPr = child(node, 'w:pPr');
    const style = attribute(child(pPr, 'w:pStyle'), 'w:val');
    const direct = paragraphLook(pPr);
    const styled = styles.paragraph(style);
    const look = { ...styled, ...direct };
    const read = runs.read(node, look);
    references.push(...read.references);
    const boxes = read.boxes.flatMap((box) => blocks(box).map(inTextBox));

    const mark = child(pPr, 'w:rPr');
    if (child(mark, 'w:ins')) notes.add('tracked-insertions-accepted');
    if (child(mark, 'w:del') || child(mark, 'w:moveFrom')) {
      notes.add('tracked-deletions-dropped');
      carried += read.text;
      return boxes;
    }
    const text = trimLines(carried + read.text);
    carried = '';
    // A number of the style is counted at the level that names the style; a number of the paragraph at its own.
    const list = look.numbering;
    const marker = list && numbering.next(list, direct.numbering ? undefined : style);
    if (text === '' && marker === undefined) return boxes;
    const block: SourceParagraph = {
      kind: 'paragraph',
      text,
      ...(marker === undefined ? {} : { marker }),
      ...(look.heading === undefined ? {} : { heading: look.heading }),
      ...(read.letters > 0 && read.boldLetters === read.letters ? { bold: true } : {}),
      ...(look.centered ? { centered: true } : {}),
    };
    return [block, ...boxes];
  }

  function table(node: XmlElement): SourceBlock[] {
    const rows = parts(node, 'w:tr')
      .filter(isKept)
      .map((row) => cells(row));
    const made: SourceTable = { kind: 'table', rows: rowsOfWrittenCells(rows) };
    return made.rows.length === 0 ? [] : [made];
  }

  function isKept(row: XmlElement): boolean {
    const trPr = child(row, 'w:trPr');
    if (child(trPr, 'w:ins')) notes.add('tracked-insertions-accepted');
    if (!child(trPr, 'w:del')) return true;
    notes.add('tracked-deletions-dropped');
    return false;
  }

  function cells(row: XmlElement): WrittenCell[] {
    let column = span(child(child(row, 'w:trPr'), 'w:gridBefore'), 0);
    const result: WrittenCell[] = [];
    for (const cell of parts(row, 'w:tc')) {
      const tcPr = child(cell, 'w:tcPr');
      const columnSpan = span(child(tcPr, 'w:gridSpan'), 1);
      const lines = cellLines(blocks(cell));
      const before = result[result.length - 1];
      if (before && isContinued(child(tcPr, 'w:hMerge'))) {
        before.columnSpan += columnSpan;
        before.lines.push(...lines);
      } else {
        result.push({ column, columnSpan, continues: isContinued(child(tcPr, 'w:vMerge')), lines });
      }
      column += columnSpan;
    }
    return result;
  }

  return {
    blocks,
    takeReferences() {
      const taken = references;
      references = [];
      return taken;
    },
  };
}

/** `<w:vMerge/>` without a value continues the cell above. */
const isContinued = (merge: XmlElement | undefined): boolean =>
  merge !== undefined && (attribute(merge, 'w:val') ?? 'continue') === 'continue';

function span(element: XmlElement | undefined, least: number): number {
  return Math.min(Math.max(numberIn(element, 'w:val') ?? least, least), 1000);
}

/** Rows of a table or cells of a row, also those inside content controls and custom XML. */
function parts(container: XmlElement, name: string): XmlElement[] {
  return container.children.flatMap((node) => {
    if (typeof node === 'string') return [];
    if (node.name === name) return [node];
    return WRAPPERS.has(node.name) ? parts(node, name) : [];
  });
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

const inTextBox = (block: SourceBlock): SourceBlock =>
  block.kind === 'paragraph' ? { ...block, aside: 'textbox' } : block;
