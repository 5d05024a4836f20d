import type { ColumnMeaning } from '../roadmap-draft.ts';
import { looksLikeDeadline, looksLikeNumber, looksLikeResponsible } from '../text/looks.ts';
import { rawText, type Span, textOf, trimmed } from '../text/span.ts';

export type StreamLine = { readonly span: Span; readonly under: ColumnMeaning | null; readonly gap: boolean };
export type Token = {
  readonly kind: 'number' | 'deadline' | 'responsible' | 'audience' | 'result' | 'title' | 'heading' | 'text';
  readonly spans: Span[];
  readonly gap: boolean;
  readonly under: ColumnMeaning | null;
};

/** Names each line by its look, and puts dates together that a narrow column has torn: «понедельн» «ик». */
export function tokensOf(lines: readonly StreamLine[], meanings: readonly ColumnMeaning[]): Token[] {
  const has = (meaning: ColumnMeaning): boolean => meanings.includes(meaning);
  const loneNumbers = lines.filter((line) => /^\d{1,2}[.)]?$/u.test(rawText(line.span).trim())).length;
  const isHeading = (text: string): boolean =>
    !has('stage') && !has('measure') && loneNumbers >= 2 && /^\d{1,2}\.\s+\p{Lu}/u.test(text);
  const tokens: Token[] = [];
  let torn: Token | null = null;
  for (const { span, under, gap } of lines.flatMap(withoutTrailingDate)) {
    const text = textOf([span]);
    const add = (kind: Token['kind']): Token => {
      const token: Token = { kind, spans: trimmed([span]), gap, under };
      tokens.push(token);
      return token;
    };
    if (has('deadline') && torn && continuesDate(torn, text)) {
      torn.spans.push({
        ...(trimmed([span])[0] ?? span),
        glued: isTornWord(textOf(torn.spans)) && /^[а-яё]/u.test(text),
      });
      if (!isOpenDate(textOf(torn.spans))) torn = null;
    } else if (
      has('audience') &&
      /^\d{1,2}\s*[-–]\s*\d{1,2}$/u.test(text) &&
      Math.max(...text.split(/\D+/u).map(Number)) <= 11
    )
      add('audience');
    else if (isHeading(text)) add('heading');
    else if (has('deadline') && ((looksLikeDeadline(text) && BEGINS_DATE.test(text)) || opensDate(text))) {
      const token = add('deadline');
      torn = isOpenDate(text) ? token : null;
    } else if (looksLikeNumber(text)) add('number');
    else if (under === 'stage' || under === 'measure') add('title');
    else if (
      under === 'responsible' ||
      (has('responsible') &&
        looksLikeResponsible(text) &&
        (/^\p{Lu}/u.test(text) || tokens.at(-1)?.kind === 'responsible'))
    )
      add('responsible');
    else if (under === 'result' || under === 'note') add('result');
    else add('text');
  }
  return tokens;
}

/** «наставничества Февраль 2022»: the next column has run into the line. */
function withoutTrailingDate(line: StreamLine): StreamLine[] {
  const text = rawText(line.span);
  const match =
    /(?<=[\p{Ll};,]\s+)(?:Январь|Февраль|Март|Апрель|Май|Июнь|Июль|Август|Сентябрь|Октябрь|Ноябрь|Декабрь|Ежегодно|Постоянно|В течение года)(?:\s*20\d\d(?:\s*г\.?)?)?\s*$/u.exec(
      text,
    );
  if (!match) return [line];
  const at = line.span.from + match.index;
  return [
    { ...line, span: { ...line.span, to: at } },
    { ...line, span: { ...line.span, from: at }, gap: false, under: null },
  ];
}

/** A line in lower case is a date only with words that begin one: «начала учебного года» may end an activity. */
const BEGINS_DATE =
  /^(?:[\p{Lu}\d]|до\s|по\s|в\s|во\s|с\s|к\s|не\s|раз\s|еже|постоян|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|при\s)/u;

const DATE_WORDS =
  'понедельник вторник среда четверг пятница суббота воскресенье январь февраль март апрель июнь июль август сентябрь октябрь ноябрь декабрь'.split(
    ' ',
  );

function opensDate(text: string): boolean {
  return /^кажд\p{L}+$/iu.test(text) || /^\d{1,2}\s*[-–]\s*\d{1,2}$/u.test(text) || isTornWord(text);
}

/** A date that cannot end here: «Каждый», «10-13», «Сентябр». */
function isOpenDate(text: string): boolean {
  return /(?:^|\s)кажд\p{L}+$/iu.test(text) || /^\d{1,2}\s*[-–]\s*\d{1,2}$/u.test(text) || isTornWord(text);
}

function isTornWord(text: string): boolean {
  const last =
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .at(-1) ?? '';
  if (last.length < 4) return false;
  const tail = DATE_WORDS.find(
    (word) => last.endsWith(word.slice(0, -1)) || (last.length >= 6 && word.startsWith(last) && word !== last),
  );
  return tail !== undefined && !DATE_WORDS.some((word) => last.endsWith(word));
}

function continuesDate(torn: Token, text: string): boolean {
  const before = textOf(torn.spans);
  if (isTornWord(before))
    return (
      /^[а-яё]{1,12}$/u.test(text) && (text.length <= 4 || DATE_WORDS.some((word) => text.includes(word.slice(0, -1))))
    );
  if (/^\d/u.test(before)) return /^[а-яё]/u.test(text) && looksLikeDeadline(text);
  return looksLikeDeadline(text) || DATE_WORDS.some((word) => text.length >= 5 && word.startsWith(text.toLowerCase()));
}
