import type { SourceDocument, SourceTable } from '../source/source-document.ts';
import type { RoadmapDraft } from './roadmap-draft.ts';

/** A text as its reader gives it: every line a paragraph. */
export function textSource(text: string): SourceDocument {
  return { format: 'text', notes: [], blocks: text.split(/\r?\n/u).map((line) => ({ kind: 'paragraph', text: line })) };
}

/** In a row of `tableSource`: the cell on the left covers this place; `null`: the cell above does. */
export const LEFT = '\u2190';

/** A document with one table; a cell is a text, its lines parted by `\n`. */
export function tableSource(head: readonly string[], rows: readonly (readonly (string | null)[])[]): SourceDocument {
  const spanOf = (from: number, covered: (at: number) => boolean): number => {
    let to = from + 1;
    while (covered(to)) to += 1;
    return to - from;
  };
  const table: SourceTable = {
    kind: 'table',
    rows: rows.map((row, at) => ({
      cells: row.flatMap((text, column) => {
        if (text === null || text === LEFT) return [];
        const rowSpan = spanOf(at, (below) => rows[below]?.[column] === null);
        const columnSpan = spanOf(column, (right) => row[right] === LEFT);
        return [{ column, columnSpan, rowSpan, lines: text.split('\n').map((line) => ({ text: line })) }];
      }),
    })),
  };
  return { format: 'docx', notes: [], blocks: [...head.map((text) => ({ kind: 'paragraph', text }) as const), table] };
}

export function activitiesOf(draft: RoadmapDraft): RoadmapDraft['stages'][number]['activities'][number][] {
  return draft.stages.flatMap((stage) => [...stage.activities]);
}

/**
 * The words of the source that are nowhere in the draft. A word counts as kept when the draft has it as often as the source:
 * as a word, or inside one that was put together from broken pieces. Tags are mark-up and no words.
 */
export function lostWords(source: SourceDocument, draft: RoadmapDraft): string[] {
  const kept = squeezed(stringsOf({ ...draft, remarks: [] }).join('\n'));
  const counts = new Map<string, number>();
  for (const text of textsOf(source)) {
    for (const [word] of text.replace(/<[^<>]*>/gu, ' ').matchAll(/[\p{L}\p{N}]+/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].filter(([word, count]) => kept.split(word).length - 1 < count).map(([word]) => word);
}

function textsOf(source: SourceDocument): string[] {
  return source.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [`${block.marker ?? ''} ${block.text}`]
      : block.rows.flatMap((row) =>
          row.cells.flatMap((cell) => cell.lines.map((line) => `${line.marker ?? ''} ${line.text}`)),
        ),
  );
}

function squeezed(text: string): string {
  return text.replace(/[^\p{L}\p{N}\n]/gu, '');
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : [];
}
