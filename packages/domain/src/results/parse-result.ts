import type { PlannedResult } from '../roadmap-reading/roadmap-draft.ts';
import { readTarget } from './read-target.ts';
import { resultKind } from './result-kind.ts';

/**
 * What a planned result promises: one document for each line or semicolon of the cell, each with its kind, and the numeric
 * target if there is one (the first, where there are several). Never throws.
 */
export function parseResult(text: string): PlannedResult {
  const plain = text.replace(/<\/?[a-z][^<>]{0,40}>|&nbsp;/gi, ' ').replace(/([а-яё])-\s*[\n/]\s*([а-яё])/g, '$1$2');
  const pieces = plain
    .split(/;|\n\s*\n|\n\s*(?=[-–—•·*]|\d+[.)])|(?:^|\s)[•·]\s/)
    .map((piece) =>
      piece
        .replace(/\s+/g, ' ')
        .replace(/^(?:[-–—*]|\d+[.)])\s*/, '')
        .trim(),
    )
    .filter((piece) => /[\p{L}\d%]/u.test(piece));
  return {
    text,
    documents: pieces.map((piece) => ({ kind: resultKind(piece), text: piece.replace(/[.,;]+$/, '') })),
    target: readTarget(plain),
  };
}
