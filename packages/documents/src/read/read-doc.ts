import type { SourceBlock, SourceDocument, SourceParagraph } from '@nastavnik/domain/source/source-document';
import { rowLine } from './cell-lines.ts';
import { openCompound } from './doc/compound-file.ts';
import { docStory } from './doc/doc-story.ts';
import { docText } from './doc/doc-text.ts';
import { readDocLists } from './doc/lists.ts';
import { paragraphProperties, runProperties } from './doc/properties.ts';
import { readStyleSheet } from './doc/style-sheet.ts';
import { openWordBinary, type Story, type WordBinary } from './doc/word-binary.ts';
import { Notes } from './notes.ts';
import { damaged } from './refusal.ts';

/**
 * Reads a Word 97–2003 document: text, tables with merged cells, automatic numbers, notes, running heads, text boxes.
 * Macros and embedded objects are never looked at. Word 6 and 95 are refused.
 */
export function readDoc(bytes: Uint8Array): SourceDocument {
  const compound = openCompound(bytes);
  const word = openWordBinary(compound);
  if (word.text.length < word.stories.body[1]) throw damaged('pieces');
  const notes = new Notes();
  if (compound.has('Macros') || compound.has('VBA')) notes.add('macros-ignored');
  if (compound.has('ObjectPool')) notes.add('embedded-objects-ignored');
  const text = docText(word.text, runProperties(word), notes);
  const story = docStory(text, paragraphProperties(word, readStyleSheet(word)), readDocLists(word), notes);

  const footnotes = [
    ...references(word, { at: 2, texts: 3, story: 'footnotes' }),
    ...references(word, { at: 46, texts: 47, story: 'endnotes' }),
  ].sort((a, b) => a.at - b.at);
  let boxes = aside(story.blocks(...word.stories.boxes), 'textbox');

  const after = (from: number, to: number): SourceBlock[] => {
    const found = footnotes
      .map((note, i) => ({ ...note, number: String(i + 1) }))
      .filter(({ at }) => at >= from && at < to)
      .flatMap(({ text: [start, end], number }) =>
        aside(story.blocks(start, end), 'footnote').map((line, i) => (i === 0 ? { ...line, marker: number } : line)),
      );
    // Boxes are anchored by a mark; which mark holds which box stands in the drawings, which we do not read.
    const anchored = text.raw.slice(from, to).includes('\u0008') ? boxes : [];
    if (anchored.length > 0) boxes = [];
    return [...anchored, ...found];
  };

  const heads = runningHeads(word).map(({ kind, range }) => ({ kind, lines: aside(story.blocks(...range), kind) }));
  const running = (kind: 'header' | 'footer'): SourceParagraph[] => {
    const seen = new Set<string>();
    return heads
      .filter((head) => head.kind === kind)
      .flatMap(({ lines }) => lines)
      .filter((line) => !seen.has(line.text) && seen.add(line.text) !== undefined);
  };
  const body = story.blocks(...word.stories.body, after);
  return { format: 'doc', blocks: [...running('header'), ...body, ...boxes, ...running('footer')], notes: notes.list };
}

function aside(blocks: readonly SourceBlock[], kind: NonNullable<SourceParagraph['aside']>): SourceParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [{ ...block, aside: kind }]
      : block.rows.map((row): SourceParagraph => ({ kind: 'paragraph', text: rowLine(row).text, aside: kind })),
  );
}

/** Where notes are referred to, and where their text stands. */
function references(
  word: WordBinary,
  { at, texts, story }: { at: number; texts: number; story: Story },
): { readonly at: number; readonly text: readonly [number, number] }[] {
  const places = word.structure(at);
  const ends = word.structure(texts);
  const [from, to] = word.stories[story];
  const count = Math.max(0, Math.floor((places.length - 4) / 6));
  return Array.from({ length: count }, (_, i) => ({
    at: places.readUInt32LE(i * 4),
    text: [Math.min(to, from + ends.readUInt32LE(i * 4)), Math.min(to, from + ends.readUInt32LE(i * 4 + 4))] as const,
  }));
}

/** Six separators come first, then six stories a section: even and odd head, even and odd foot, first head and foot. */
function runningHeads(word: WordBinary): { readonly kind: 'header' | 'footer'; readonly range: [number, number] }[] {
  const plc = word.structure(11);
  const [from, to] = word.stories.heads;
  const count = Math.floor(plc.length / 4) - 1;
  const heads: { kind: 'header' | 'footer'; range: [number, number] }[] = [];
  for (let i = 6; i < count; i++) {
    const range: [number, number] = [
      Math.min(to, from + plc.readUInt32LE(i * 4)),
      Math.min(to, from + plc.readUInt32LE(i * 4 + 4)),
    ];
    if (range[0] < range[1]) heads.push({ kind: [2, 3, 5].includes(i % 6) ? 'footer' : 'header', range });
  }
  return heads;
}
