import { looksLikeAction } from '../text/looks.ts';
import { type Flow, flowOf, type Span, textOf, trimmed } from '../text/span.ts';

/** One point of a cell's list: its number, its words, and the words that lead a group in («обучение наставников:»). */
export type Point = {
  readonly number: readonly Span[];
  readonly body: readonly Span[];
  readonly whole: readonly Span[];
  readonly group: readonly Span[] | null;
};
/** `numbered` and `bulleted` say what marks the points; `lead` stands before the first one and ends with a colon. */
export type Content = {
  readonly lead: readonly Span[] | null;
  readonly points: readonly Point[];
  readonly mark: 'number' | 'bullet' | 'line';
};

type Start = { at: number; number: [number, number] | null; body: number };

/** Takes the list in a cell apart: by numbers, else by bullets, else by lines that end with `;`, `:` or `.`. */
export function splitContent(spans: readonly Span[]): Content {
  const flow = flowOf(spans);
  const numbered = numberStarts(flow.text);
  if (numbered.length > 0) return contentOf(flow, withLooseLines(flow.text, numbered), 'number');
  const bullets = bulletStarts(flow.text);
  if (bullets.length > 0) return contentOf(flow, withSentences(flow.text, bullets), 'bullet');
  return contentOf(flow, withInnerPoints(flow.text, lineStarts(flow.text)), 'line');
}

/** Numbers at the beginning of lines, and inside a line where they go on with the count: «1. … 2. … 3. …». */
function numberStarts(text: string): Start[] {
  const starts: Start[] = [];
  let last = 0;
  for (const match of text.matchAll(/(^|\n[^\S\n]*|[^\S\n]+)(\d{1,2})\s?[.)](?!\d)[^\S\n]*(?=[^\s\d])/gu)) {
    const at = (match.index ?? 0) + (match[1]?.length ?? 0);
    const number = Number(match[2]);
    const atLine = match[1] === '' || match[1]?.startsWith('\n') === true || text.slice(0, at).trim() === '';
    const afterWord = /(?:^|[\s(])(?:п|пп|ст|ч|№|г|с|часть|пункт|статья|приложени[еяю])\.?\s*$/iu.test(
      text.slice(0, at),
    );
    const opens = starts.length === 0 && text.slice(0, at).trim() === '';
    const fits =
      opens || atLine
        ? number > last && (opens || number <= last + 4)
        : number > last && number <= last + 2 && last > 0 && !afterWord;
    if (!fits) continue;
    const digits = match[2]?.length ?? 0;
    starts.push({ at, number: [at, at + digits], body: (match.index ?? 0) + match[0].length });
    last = number;
  }
  return starts.length === 1 && starts[0] && text.slice(0, starts[0].at).trim() !== '' ? [] : starts;
}

function bulletStarts(text: string): Start[] {
  const starts: Start[] = [];
  for (const match of text.matchAll(/(^[^\S\n]*|\n[^\S\n]*|[;:.]\s+)([-–—•·▪●*✓➢])[^\S\n]*(?=\S)/gu)) {
    const at = (match.index ?? 0) + (match[1]?.length ?? 0);
    if (insideQuotes(text, at)) continue;
    starts.push({ at, number: null, body: (match.index ?? 0) + match[0].length });
  }
  return starts;
}

/** Lines that begin a new sentence after a finished one; a wrapped line goes on with the sentence before it. */
function lineStarts(text: string): Start[] {
  const starts: Start[] = [];
  let from = 0;
  let before = '';
  for (const line of text.split('\n')) {
    const body = line.trim();
    if (body !== '') {
      if (before === '' || begins(before, body)) {
        const at = from + line.indexOf(body);
        starts.push({ at, number: null, body: at });
      }
      before = body;
    }
    from += line.length + 1;
  }
  return starts;
}

/** Where points end with `;` at line ends, a reader of pages may have joined some of them: a `;` inside a line parts them too. */
function withInnerPoints(text: string, lines: readonly Start[]): Start[] {
  if (!lines.slice(1).some((start) => /;\s*$/u.test(text.slice(0, start.at)))) return [...lines];
  const inner = [...text.matchAll(/(?<=;[^\S\n]+)[а-яё]/gu)]
    .map((match): Start => ({ at: match.index, number: null, body: match.index }))
    .filter((start) => !insideQuotes(text, start.at));
  return [...lines, ...inner].toSorted((left, right) => left.at - right.at);
}

function begins(before: string, line: string): boolean {
  if (/[;:]$/u.test(before)) return true;
  if (/[.!?]$/u.test(before) && !/(?:\s|^)(?:г|гг|т|д|п|ст|им|\p{Lu})\.$/u.test(before))
    return /^[«"(]?\p{Lu}/u.test(line);
  return (
    /^\p{Lu}/u.test(line) &&
    looksLikeAction(line) &&
    /[\p{Ll}»")]$/u.test(before) &&
    !/(?:^|\s)(?:и|в|на|по|с|о|об|для|из|от|к|при|за|«[^»]*)$/u.test(before)
  );
}

/** Among numbered points: a line that begins a sentence of its own, or an action named mid-line without a stop before it. */
function withLooseLines(text: string, numbered: readonly Start[]): Start[] {
  const first = numbered[0]?.at ?? 0;
  const taken = new Set(numbered.map((start) => start.at));
  const loose = lineStarts(text).filter(
    (start) => start.at > first && !taken.has(start.at) && /^[«"]?\p{Lu}/u.test(text.slice(start.at)),
  );
  const inline = [...text.matchAll(/(?<=[\p{Ll}][^\S\n]+)\p{Lu}\p{Ll}{4,}(?=[^\S\n])/gu)]
    .filter((match) => (match.index ?? 0) > first && looksLikeAction(match[0]) && !insideQuotes(text, match.index ?? 0))
    .map((match): Start => ({ at: match.index ?? 0, number: null, body: match.index ?? 0 }));
  // A count that stops at one has lost its second point: a sentence that begins with an action.
  const second =
    numbered.length > 1 ? [] : [...text.matchAll(/(?<=[\p{Ll}»)]{3}\.[^\S\n]+)\p{Lu}\p{Ll}{4,}(?=[^\S\n])/gu)];
  const after = second
    .filter((match) => match.index > first && looksLikeAction(match[0]) && !insideQuotes(text, match.index))
    .map((match): Start => ({ at: match.index, number: null, body: match.index }));
  const all = [...numbered, ...loose, ...inline, ...after].filter(
    (start) => !numbered.some((other) => other !== start && start.at > other.at && start.at <= other.body),
  );
  return all
    .toSorted((left, right) => left.at - right.at)
    .filter((start, index, sorted) => index === 0 || start.at !== sorted[index - 1]?.at);
}

/** Among bulleted points one may have lost its bullet: a line that begins a sentence after a finished point. */
function withSentences(text: string, bullets: readonly Start[]): Start[] {
  const first = bullets[0]?.at ?? 0;
  const loose = lineStarts(text).filter(
    (start) =>
      start.at > first && /^[«"]?\p{Lu}/u.test(text.slice(start.at)) && /[;.]\s*$/u.test(text.slice(0, start.at)),
  );
  return [
    ...bullets,
    ...loose.filter((start) => !bullets.some((one) => start.at >= one.at && start.at <= one.body)),
  ].toSorted((left, right) => left.at - right.at);
}

function insideQuotes(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('«') > before.lastIndexOf('»') || before.lastIndexOf('(') > before.lastIndexOf(')');
}

function contentOf(flow: Flow, starts: readonly Start[], mark: Content['mark']): Content {
  const head = trimmed(flow.slice(0, starts[0]?.at ?? flow.text.length));
  const points: Point[] = [];
  let lead: readonly Span[] | null = null;
  let group: readonly Span[] | null = null;
  const add = (number: readonly Span[], body: readonly Span[], whole: readonly Span[], isLast: boolean): void => {
    if (body.length === 0) return;
    const opensGroup = mark !== 'number' && !isLast && textOf(body).endsWith(':');
    if (!opensGroup) points.push({ number, body, whole, group });
    else if (points.length === 0 && lead === null) lead = body;
    else group = body;
  };
  if (textOf(head).endsWith(':') && starts.length > 0) lead = head;
  else add([], head, head, starts.length === 0);
  starts.forEach((start, index) => {
    const to = starts[index + 1]?.at ?? flow.text.length;
    const number = start.number ? flow.slice(...start.number) : [];
    add(number, trimmed(flow.slice(start.body, to)), trimmed(flow.slice(start.at, to)), index === starts.length - 1);
  });
  return { lead, points, mark };
}
