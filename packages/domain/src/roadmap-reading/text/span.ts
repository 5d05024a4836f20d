import type { SourceParagraph, SourcePlace } from '../../source/source-document.ts';

/** A smallest piece of the source: a paragraph, or one line of a cell. `text` is `raw` with mark-up blanked out, of the same length. */
export type Piece = {
  readonly index: number;
  readonly place: SourcePlace;
  readonly raw: string;
  readonly text: string;
  readonly bold: boolean;
  readonly heading: boolean;
  readonly centered: boolean;
  /** Where the text stood when it was outside the body. */
  readonly aside: SourceParagraph['aside'] | null;
};

/** A part of a piece. Everything the reading passes around is spans, so that each word knows where it stood. */
export type Span = {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  /** The first half of a word stands in the span before: «понедельн» + «ик». */
  readonly glued?: boolean;
};

export function wholeOf(piece: Piece): Span {
  return { piece, from: 0, to: piece.text.length };
}

/** The text of one span as it stands, spaces included. */
export function rawText(span: Span): string {
  return span.piece.text.slice(span.from, span.to);
}

export function isBlank(span: Span): boolean {
  return rawText(span).trim() === '';
}

/** Several spans as one text with `\n` between them, and the way back from offsets to spans. */
export type Flow = { readonly text: string; slice(from: number, to: number): Span[] };

export function flowOf(spans: readonly Span[]): Flow {
  const starts: number[] = [];
  let text = '';
  for (const span of spans) {
    if (starts.length > 0) text += '\n';
    starts.push(text.length);
    text += rawText(span);
  }
  return {
    text,
    slice(from, to) {
      return spans.flatMap((span, index) => {
        const start = starts[index] ?? 0;
        const begin = Math.max(from - start, 0);
        const end = Math.min(to - start, span.to - span.from);
        return end > begin ? [{ piece: span.piece, from: span.from + begin, to: span.from + end }] : [];
      });
    },
  };
}

/** The spans as a person reads them: lines joined, words broken by a hyphen at a line's end put together, spaces single. */
export function textOf(spans: readonly Span[]): string {
  let text = '';
  for (const span of spans) {
    if (span.glued) text += rawText(span).trim();
    else for (const line of rawText(span).split('\n')) text = joinLine(text, line.replace(/\s+/gu, ' ').trim());
  }
  return text;
}

/** Compound words keep their hyphen when the line breaks there: «учебно-/методический», «пост-/анкетирование». */
const KEEPS_HYPHEN =
  /(?:\p{L}{3,}(?:[нст]но|ально|ельно|енно|очно|ично)|\p{L}{2,}учно|психолого|медико|социо|практико|историко|культурно|физико|химико|методико|северо|юго|лого|пост|экс|вице|пресс|мини|онлайн|веб|бизнес|медиа|педагог|учитель|мастер|инженер|врач|[0-9])-$/iu;

/** Endings that stand alone only where a narrow column has broken a word without a hyphen: «обуче/ние». */
const NEVER_A_WORD =
  /^(?:ни[еяюий]м?|ци[яиюей]{1,2}|ств[оауе]м?|ност[ьиью]{1,2}|ни[яюием]{1,2}|ти[яею]|н(?:ый|ая|ое|ые|ых|ого|ому|ой|ым|ыми)|ск(?:ий|ая|ое|ие|их|ого|ому|ой|им|ими)|щихся|ющи[хейм]{1,2}|[мн]ых|[ьъы]\p{L}*)(?![\p{L}-])/u;

export function joinLine(before: string, line: string): string {
  if (before === '') return line;
  if (line === '') return before;
  const broken =
    /[\p{L}\d]-$/u.test(before) && /^[\p{L}\d]/u.test(line) && sameCase(before.at(-2) ?? '', line.charAt(0));
  if (!broken) return /\p{L}$/u.test(before) && NEVER_A_WORD.test(line) ? before + line : `${before} ${line}`;
  return KEEPS_HYPHEN.test(before) ? before + line : before.slice(0, -1) + line;
}

function sameCase(left: string, right: string): boolean {
  return (left === left.toLowerCase()) === (right === right.toLowerCase());
}

/** The same spans without blank ends and blank lines. */
export function trimmed(spans: readonly Span[]): Span[] {
  return spans.flatMap((span) => {
    const text = rawText(span);
    const lead = text.length - text.trimStart().length;
    const body = text.trim();
    return body === '' ? [] : [{ ...span, from: span.from + lead, to: span.from + lead + body.length }];
  });
}

export function placeOf(spans: readonly Span[], otherwise: SourcePlace = { block: 0 }): SourcePlace {
  return spans[0]?.piece.place ?? otherwise;
}
