/** A plan of 500 items is the largest; who goes back and forth between a few pages needs no more. */
const MOST = 4;

type Kept = { readonly tag: string; readonly data: unknown };
const answers = new Map<string, Kept>();

/**
 * The last large answers, as long as the page is open: our API forbids the browser to store any, since it may be a shared
 * one. They are given again only where the server says, to who asks now, that it would send the very same.
 */
export function keptAnswer(url: string): Kept | undefined {
  return answers.get(url);
}

/** @param tag the server names what it may be asked for by its tag; other answers are not kept */
export function keep(url: string, tag: string | null, data: unknown): void {
  answers.delete(url);
  if (tag === null) return;
  answers.set(url, { tag, data });
  for (const oldest of answers.keys()) {
    if (answers.size <= MOST) return;
    answers.delete(oldest);
  }
}
