import type { DeadlineIssue } from './deadline-reading.ts';
import type { Token } from './deadline-tokens.ts';
import { likelyAdverb } from './deadline-words.ts';

/** One issue for each run of tokens that was left over. */
export function unknownIssues(
  unknown: readonly { readonly first: number; readonly last: number }[],
  tokens: readonly Token[],
  text: string,
): DeadlineIssue[] {
  return unknown.map(({ first, last }) => {
    const from = tokens[first]?.from ?? 0;
    const to = tokens[last]?.to ?? text.length;
    return {
      code: 'deadline.partly-understood',
      text: text.slice(from, to),
      from,
      to,
      ...suggestion(tokens.slice(first, last + 1), text),
    };
  });
}

/** The issue of a phrase that gave no meaning. */
export function nothingIssues(
  issues: readonly DeadlineIssue[],
  tokens: readonly Token[],
  text: string,
): DeadlineIssue[] {
  const better = issues.find((issue) => issue.suggestion !== undefined)?.suggestion;
  const from = tokens[0]?.from ?? 0;
  const to = tokens.at(-1)?.to ?? text.length;
  const whole: DeadlineIssue = { code: 'deadline.not-understood', text: text.slice(from, to), from, to };
  return [better === undefined ? whole : { ...whole, suggestion: better }];
}

/** «Ежекадрово» → the whole phrase with «ежеквартально» in its place. */
function suggestion(tokens: readonly Token[], text: string): { suggestion?: string } {
  for (const token of tokens) {
    const better = token.kind === 'word' ? likelyAdverb(token.text) : null;
    if (better) return { suggestion: text.slice(0, token.from) + better + text.slice(token.to) };
  }
  return {};
}

/** An issue about the whole phrase. */
export function wholeIssue(code: DeadlineIssue['code'], text: string): DeadlineIssue {
  return {
    code,
    text: text.trim(),
    from: text.length - text.trimStart().length,
    to: text.trimEnd().length || text.length,
  };
}
