import type { SourceBlock, SourceDocument, SourceParagraph } from '@nastavnik/domain/source/source-document';
import { rowLine } from './cell-lines.ts';
import { readNumbering } from './docx/numbering.ts';
import { docxStory, type Reference } from './docx/story.ts';
import { readStyles } from './docx/styles.ts';
import { Notes } from './notes.ts';
import { mainPart, type Relation, relatedPart, relationsOf, xmlPart } from './office-package.ts';
import { damaged } from './refusal.ts';
import type { XmlElement } from './xml.ts';
import { attribute, child, childrenOf } from './xml-walk.ts';
import type { ZipParts } from './zip.ts';

/**
 * Reads a Word document (OOXML, transitional or strict; with or without macros, which are never looked at).
 * Running heads come first, footnotes after the block that refers to them, footers last.
 */
export function readDocx(zip: ZipParts): SourceDocument {
  const main = mainPart(zip, 'word/document.xml');
  const body = child(xmlPart(zip, main), 'w:body');
  if (!body) throw damaged(main);
  const relations = relationsOf(zip, main);
  const part = (type: string): XmlElement | undefined => {
    const name = relatedPart(zip, relations, type);
    return name === undefined ? undefined : xmlPart(zip, name);
  };

  const notes = new Notes();
  noteWhatIsIgnored(zip, relations, notes);
  const styles = readStyles(part('styles'));
  const numbering = readNumbering(part('numbering'));
  // One story a part: a field left open in a running head must not swallow the body.
  const blocksOf = (container: XmlElement): SourceBlock[] => docxStory(styles, numbering, notes).blocks(container);
  const footnotes = { footnote: notesById(part('footnotes')), endnote: notesById(part('endnotes')) };

  let number = 0;
  function noteBlocks({ kind, id }: Reference): SourceBlock[] {
    const note = footnotes[kind].get(id);
    if (!note) return [];
    number += 1;
    const lines = flattened(blocksOf(note));
    return lines.map((line, i) => ({
      ...line,
      aside: 'footnote',
      ...(i === 0 ? { marker: String(number) } : {}),
    }));
  }

  const runningHead = (kind: 'header' | 'footer'): SourceBlock[] =>
    partsOfSections(body, zip, relations, kind)
      .map((name) => xmlPart(zip, name))
      .flatMap((root) => (root ? flattened(blocksOf(root)) : []))
      .map((line): SourceParagraph => ({ ...line, aside: kind }))
      .filter(isFirstOfItsText());

  const story = docxStory(styles, numbering, notes);
  const blocks = [
    ...runningHead('header'),
    ...story.blocks(body, (made) => [...made, ...story.takeReferences().flatMap(noteBlocks)]),
    ...runningHead('footer'),
  ];
  return { format: 'docx', blocks, notes: notes.list };
}

function notesById(root: XmlElement | undefined): Map<string, XmlElement> {
  const all = [...childrenOf(root, 'w:footnote'), ...childrenOf(root, 'w:endnote')];
  return new Map(all.map((note) => [attribute(note, 'w:id') ?? '', note]));
}

/** Paragraphs alone: a table of a running head or a footnote is laid out as lines. */
function flattened(blocks: readonly SourceBlock[]): SourceParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows
          .map((row): SourceParagraph => ({ kind: 'paragraph', text: rowLine(row).text }))
          .filter((line) => line.text !== ''),
  );
}

/** The same head stands in many sections; people read it once. */
function isFirstOfItsText(): (line: SourceParagraph) => boolean {
  const seen = new Set<string>();
  return (line) => !seen.has(line.text) && seen.add(line.text) !== undefined;
}

function partsOfSections(
  body: XmlElement,
  zip: ZipParts,
  relations: ReadonlyMap<string, Relation>,
  kind: 'header' | 'footer',
): string[] {
  const names = sections(body)
    .flatMap((section) => childrenOf(section, `w:${kind}Reference`))
    .map((reference) => relations.get(attribute(reference, 'r:id') ?? ''))
    .filter((relation) => relation !== undefined && !relation.external && zip.has(relation.target))
    .map((relation) => relation?.target ?? '');
  return [...new Set(names)];
}

function sections(body: XmlElement): XmlElement[] {
  const inner = childrenOf(body, 'w:p').map((paragraph) => child(child(paragraph, 'w:pPr'), 'w:sectPr'));
  return [...inner, child(body, 'w:sectPr')].filter((section) => section !== undefined);
}

function noteWhatIsIgnored(zip: ZipParts, relations: ReadonlyMap<string, Relation>, notes: Notes): void {
  if (zip.names.some((name) => /vbaProject|macros?\//i.test(name))) notes.add('macros-ignored');
  for (const { type, external } of [...relations.values(), ...relationsOf(zip, 'word/settings.xml').values()]) {
    if (external && type !== 'hyperlink') notes.add('external-links-ignored');
    if (!external && /oleObject|package|control/.test(type)) notes.add('embedded-objects-ignored');
  }
}
