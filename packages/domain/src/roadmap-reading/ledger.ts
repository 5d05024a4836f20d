import type { SourcePlace } from '../source/source-document.ts';
import { type Piece, type Span, textOf } from './text/span.ts';

/**
 * The book of what was used: whoever puts words of the source into the draft takes them here. What nobody has taken is
 * what was not understood, so nothing can be lost between the rooms of the reading.
 */
export type Ledger = {
  /** Marks the spans as used and gives their text as a person reads it. A merged cell may be taken for several rows. */
  take(spans: readonly Span[]): string;
  /** The words nobody took, piece by piece in the order of the source. */
  rest(): { text: string; source: SourcePlace }[];
};

export function openLedger(pieces: readonly Piece[]): Ledger {
  const used = pieces.map((piece) => new Uint8Array(piece.text.length));
  return {
    take(spans) {
      for (const span of spans) used[span.piece.index]?.fill(1, span.from, span.to);
      return textOf(spans);
    },
    rest() {
      return pieces.flatMap((piece) => leftOvers(piece, used[piece.index] ?? new Uint8Array()));
    },
  };
}

/** Tags are mark-up, not words; a bookmark has words and is shown, also inside what was used. */
const TAG = /<[^<>]*>/gu;
const BOOKMARK = /\[bookmark:[^\]]*\]/giu;

function leftOvers(piece: Piece, taken: Uint8Array): { text: string; source: SourcePlace }[] {
  const used = taken.slice();
  for (const { 0: mark, index } of piece.raw.matchAll(BOOKMARK)) used.fill(0, index, index + mark.length);
  const found: { text: string; source: SourcePlace }[] = [];
  let from = 0;
  while (from < used.length) {
    if (used[from] === 1) {
      from += 1;
      continue;
    }
    let to = from;
    while (to < used.length && used[to] !== 1) to += 1;
    const text = piece.raw.slice(from, to).replace(TAG, ' ').replace(/\s+/gu, ' ').trim();
    if (/[\p{L}\p{N}]/u.test(text)) found.push({ text, source: piece.place });
    from = to;
  }
  return found;
}
