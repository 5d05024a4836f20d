import type { Token } from './deadline-tokens.ts';

/** «Сентябрь (1-2 неделя)», «март 2025 г. (третья декада)»: the part of a month in brackets behind it is read as if it stood before it. */
export function withPartsFirst(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = partBehind(tokens, at);
    if (!found) {
      const token = tokens[at];
      if (token) result.push(token);
      at += 1;
      continue;
    }
    result.push(...found.part, ...found.month);
    at = found.end;
  }
  return result;
}

function partBehind(tokens: readonly Token[], from: number) {
  if (tokens[from]?.word?.is !== 'month' || isCount(tokens[from - 1])) return undefined;
  let at = from + 1;
  // «сентябрь 2024 г. (1 неделя)»
  if (tokens[at]?.kind === 'number' && tokens[at]?.text.length === 4) at += 1;
  if (at > from + 1 && tokens[at]?.word?.is === 'unit' && tokens[at]?.word?.v === 'year') at += 1;
  const month = tokens.slice(from, at);
  if (tokens[at]?.kind !== 'open') return undefined;
  at += 1;
  const start = at;
  while (isCount(tokens[at]) || tokens[at]?.kind === 'dash' || tokens[at]?.word?.is === 'and') at += 1;
  if (at === start || !isPart(tokens[at])) return undefined;
  at += 1;
  const part = tokens.slice(start, at);
  return tokens[at]?.kind === 'close' ? { part, month, end: at + 1 } : undefined;
}

const isCount = (token: Token | undefined): boolean =>
  (token?.kind === 'number' && token.text.length <= 2) || token?.word?.is === 'number' || token?.word?.is === 'last';

const isPart = (token: Token | undefined): boolean =>
  token?.word?.is === 'half' || (token?.word?.is === 'unit' && (token.word.v === 'week' || token.word.v === 'decade'));
