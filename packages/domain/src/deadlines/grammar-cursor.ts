import type { Token } from './deadline-tokens.ts';
import type { Word, WordKind } from './deadline-words.ts';

/** A place in the tokens of a phrase. The grammar's functions move `at` on when they have read something, and only then. */
export type Cursor = { readonly tokens: readonly Token[]; readonly original: string; at: number };

export function tokenAt(cursor: Cursor, ahead = 0): Token | undefined {
  return cursor.tokens[cursor.at + ahead];
}

/** The word `ahead` tokens on, if it is of this kind (and variety). */
export function wordAt(cursor: Cursor, is: WordKind, ahead = 0, v?: string): Word | null {
  const word = tokenAt(cursor, ahead)?.word ?? null;
  return word?.is === is && (v === undefined || word.v === v) ? word : null;
}

/** Steps over a word of this kind; answers it, or null. */
export function take(cursor: Cursor, is: WordKind, v?: string): Word | null {
  const word = wordAt(cursor, is, 0, v);
  if (word) cursor.at += 1;
  return word;
}

export function kindAt(cursor: Cursor, kind: Token['kind'], ahead = 0): boolean {
  return tokenAt(cursor, ahead)?.kind === kind;
}

export function takeKind(cursor: Cursor, kind: Token['kind']): boolean {
  if (!kindAt(cursor, kind)) return false;
  cursor.at += 1;
  return true;
}

/** Tries a reading; puts the cursor back where it was when nothing comes of it. */
export function attempt<T>(cursor: Cursor, read: (cursor: Cursor) => T | null): T | null {
  const start = cursor.at;
  const result = read(cursor);
  if (result === null) cursor.at = start;
  return result;
}

/** The original text of the tokens from `first` up to the cursor. */
export function textSince(cursor: Cursor, first: number): string {
  const from = cursor.tokens[first]?.from ?? 0;
  const to = cursor.tokens[cursor.at - 1]?.to ?? from;
  return cursor.original.slice(from, to).replace(/\s+/g, ' ').trim();
}

/** A word that the language does not know. */
export function unknownAt(cursor: Cursor, ahead = 0): boolean {
  const token = tokenAt(cursor, ahead);
  return token?.kind === 'word' && token.word === null;
}
