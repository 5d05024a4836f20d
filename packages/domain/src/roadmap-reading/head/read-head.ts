import type { DateSpan } from '../../calendar/plain-date.ts';
import { isStageWord } from '../layout/cell-stream.ts';
import type { LayoutBlock } from '../layout/grid.ts';
import type { Ledger } from '../ledger.ts';
import type { DraftApproval, DraftSection } from '../roadmap-draft.ts';
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import { approvalOf, belongsToStamp } from './approvals.ts';
import { datesIn } from './dates.ts';
import { type HeadLine, headLines, opensStamp } from './head-lines.ts';
import { languageOf } from './languages.ts';
import { groupOrganizations, isOrganizationLine, organizationIn, organizationInStamp } from './organizations.ts';
import { periodIn } from './period.ts';
import { sectionsOf } from './sections.ts';

export type Head = {
  readonly title: string;
  readonly organizations: { name: string; language: string }[];
  readonly period: DateSpan | null;
  readonly approvals: DraftApproval[];
  readonly sections: DraftSection[];
  readonly repeated: Span[][];
  readonly layout: Span[][];
  /** A heading of a stage that stands above the table: «Модуль «Школьный урок»». */
  readonly stageTitle: Span[];
};

/** Reads what stands before the plan: organisations, stamps, title, period, prose. */
export function readHead(blocks: readonly LayoutBlock[], ledger: Ledger): Head {
  const { lines, signature } = withoutSignature(headLines(blocks));
  const stamps: HeadLine[][] = [];
  const names: HeadLine[] = [];
  const titles: HeadLine[][] = [];
  const prose: HeadLine[] = [];
  const loose: HeadLine[] = [];
  let previousName: HeadLine | undefined;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as HeadLine;
    const stamp = stampFrom(lines, index);
    const title = stamp > 0 ? 0 : titleFrom(lines, index, titles.length === 0);
    if (stamp > 0) stamps.push(lines.slice(index, index + stamp));
    else if (title > 0 && (titles.length === 0 || sameTitle(titles[0] ?? [], lines.slice(index, index + title))))
      titles.push(lines.slice(index, index + title));
    else if (titles.length === 0 && isOrganizationLine(line, previousName)) names.push(line);
    else if (titles.length > 0) prose.push(line);
    else loose.push(line);
    previousName = names.at(-1) === line ? line : undefined;
    index += Math.max(1, stamp, titles.at(-1)?.[0] === line ? title : 0);
  }
  const head = assembled({ stamps, names, titles, prose, loose }, ledger);
  return signature.length > 0 ? { ...head, layout: [signature.map((line) => line.span)] } : head;
}

/** The picture of an electronic signature, a word a line: its dates are the certificate's, not the plan's. */
function withoutSignature(lines: readonly HeadLine[]): { lines: HeadLine[]; signature: HeadLine[] } {
  const words = lines.map((line) => line.text.toLowerCase());
  const from = words.findIndex((_, index) =>
    /^документ\s*подписан\s*электронной/u.test(words.slice(index, index + 4).join(' ')),
  );
  if (from < 0) return { lines: [...lines], signature: [] };
  let to = from;
  while (to < lines.length && to < from + 24 && !/действител/u.test(words[to] ?? '')) to += 1;
  if (to < lines.length && /действител/u.test(words[to] ?? '')) {
    const dates = (at: number): number => datesIn(words.slice(to, at).join(' ')).length;
    let end = to + 1;
    while (end < lines.length && end < to + 8 && dates(end) < 2) end += 1;
    to = end;
  }
  return { lines: [...lines.slice(0, from), ...lines.slice(to)], signature: lines.slice(from, to) };
}

type Parts = { stamps: HeadLine[][]; names: HeadLine[]; titles: HeadLine[][]; prose: HeadLine[]; loose: HeadLine[] };

function assembled(parts: Parts, ledger: Ledger): Head {
  const best = bestTitle(parts.titles);
  const titleSpans = (best ?? []).map((line) => line.span);
  const title = ledger.take(titleSpans);
  const approvals = parts.stamps.map((stamp) =>
    approvalOf(
      stamp.map((line) => line.span),
      ledger,
    ),
  );
  const organizations = groupOrganizations(parts.names).map((group) => ({
    name: ledger.take(group.map((line) => line.span)),
    language: languageOf(group.map((line) => line.text).join(' ')),
  }));
  const inTitle = organizations.length === 0 ? organizationIn(title) : null;
  const inStamp =
    organizations.length === 0 && !inTitle
      ? approvals.map((one) => organizationInStamp(one.text ?? '')).find((name) => name !== null)
      : null;
  if (inStamp) organizations.push({ name: inStamp, language: 'ru' });
  if (inTitle) organizations.push({ name: title.slice(inTitle.from, inTitle.to), language: 'ru' });
  const stage = stageAbove(parts.prose);
  const prose = parts.prose.slice(0, parts.prose.length - stage.length);
  const annex = parts.loose.filter(
    (line, index) => isAnnex(line.text) || (index > 0 && !line.gap && isAnnex(parts.loose[index - 1]?.text ?? '')),
  );
  const sections =
    annex.length > 0
      ? [
          {
            heading: ledger.take(annex.map((line) => line.span)),
            paragraphs: [],
            source: annex[0]?.span.piece.place ?? { block: 0 },
          },
        ]
      : [];
  const period =
    periodIn(title) ??
    periodIn(
      parts.titles
        .flat()
        .map((line) => line.text)
        .join(' '),
    ) ??
    periodIn(
      [...parts.prose.slice(0, 3), ...parts.loose]
        .filter((line) => line.text.length < 90)
        .map((line) => line.text)
        .join('\n'),
    );
  return {
    title,
    organizations,
    period,
    approvals,
    sections: [...sections, ...sectionsOf(prose, ledger, true)],
    layout: [],
    repeated: parts.titles.filter((one) => one !== best).map((one) => one.map((line) => line.span)),
    stageTitle: stage.map((line) => line.span),
  };
}

function isAnnex(text: string): boolean {
  return text.toLowerCase().startsWith('приложение');
}

/** How many lines from here make a stamp; 0 when none begins here. */
function stampFrom(lines: readonly HeadLine[], index: number): number {
  const line = lines[index];
  if (!line) return 0;
  const annex = isAnnex(line.text) ? annexLength(lines, index) : 0;
  if (annex > 0) return annex;
  if (!opensStamp(line.text)) return 0;
  let length = 1;
  for (let next = lines[index + length]; next && length < 12; next = lines[index + length]) {
    if (opensStamp(next.text) || isAnnex(next.text) || titleFrom(lines, index + length, true) > 0) break;
    if (next.gap && length > 1 && !belongsToStamp(next.text)) break;
    if (
      next.gap &&
      length > 1 &&
      /\d{4}/u.test(
        lines
          .slice(index, index + length)
          .map((one) => one.text)
          .join(' '),
      ) &&
      isOrganizationLine(next, undefined)
    )
      break;
    if (!belongsToStamp(next.text) && next.text.length > 100) break;
    length += 1;
  }
  return length;
}

/** «Приложение 1 / к приказу № 15 / от 18.02.2022»: an order that approved the plan. */
function annexLength(lines: readonly HeadLine[], index: number): number {
  for (let length = 1; length <= 5; length += 1) {
    const text = lines
      .slice(index, index + length)
      .map((line) => line.text)
      .join(' ');
    const next = lines[index + length];
    const whole = /приказ|распоряжени|постановлени/iu.test(text) && /20\d\d|№\s*\d+[^»]*$/u.test(text);
    const goesOn =
      next &&
      !opensStamp(next.text) &&
      titleFrom(lines, index + length, true) === 0 &&
      /^(?:от|№|к|и|[а-яё])/u.test(next.text);
    if (whole && !goesOn) return length;
    if (!goesOn) return whole ? length : 0;
  }
  return 0;
}

/** Words that open prose: a title never goes on with them. */
const SECTION =
  /^(?:\d+\.\s*)?(?:цел[ьи]|задач[аи]|ожидаем\p{L}+ результат|планируем\p{L}+ результат|формы? наставнич|основные положения|общие положения|введение|пояснительная|актуальность|нормативн\p{L}+ (?:основ|баз|правов)|модуль|раздел|этап)(?:\P{L}|$)/iu;

const TITLE = /дорожн\p{L}+\s+карт|план(?:\s|-|$)|комплекс\s+мер|программ[аы]\s|график\s/iu;

/** How many lines from here make the title; 0 when it does not begin here. */
function titleFrom(lines: readonly HeadLine[], index: number, first: boolean): number {
  const line = lines[index];
  if (!line || line.text.length > 300) return 0;
  const starts =
    /^[«"]?(?:дорожн\p{L}+\s+карт|(?:календарн\p{L}+\s+|перспективн\p{L}+\s+|годов\p{L}+\s+|рабоч\p{L}+\s+)?план(?:$|\s|-)|комплекс\s+мер|программа\s|поэтапн)/iu.test(
      line.text.replace(/^[\s*_]+/u, ''),
    );
  if (!starts || (!first && line.text.length > 160)) return 0;
  let length = 1;
  for (let next = lines[index + length]; next && length < 12; next = lines[index + length]) {
    const before = lines[index + length - 1]?.text ?? '';
    const ended = /\d{4}\s*(?:уч\p{L}*\.?\s*)?(?:г\.|год)\p{L}*»?$/u.test(before) && !/^[(а-яё]/u.test(next.text);
    if (SECTION.test(next.text) || ended) break;
    const styled = next.span.piece.centered || (next.span.piece.bold && line.span.piece.bold);
    const open =
      /^[а-яё(«"]|^на\s|^20\d\d/u.test(next.text) || /(?:^|\s)(?:в|на|по|о|об|и|для|план|мероприятий)$/iu.test(before);
    if (
      next.gap
        ? !(/^(?:на|за)\s+20\d\d|^\(|^20\d\d/iu.test(next.text) && next.text.length < 60)
        : !(styled || open || /^\p{Lu}{2}/u.test(next.text) || line.gap)
    )
      break;
    if (opensStamp(next.text) || isAnnex(next.text) || next.text.length > 260 || /^[-–•]|^\d+\.\s/u.test(next.text))
      break;
    length += 1;
  }
  return length;
}

function bestTitle(titles: readonly HeadLine[][]): HeadLine[] | undefined {
  const scored = titles.map((lines) => ({ lines, text: textOf(lines.map((line) => line.span)) }));
  return (scored.find(({ text }) => TITLE.test(text)) ?? scored[0])?.lines;
}

function sameTitle(left: readonly HeadLine[], right: readonly HeadLine[]): boolean {
  const key = (lines: readonly HeadLine[]): string =>
    lines
      .map((line) => line.text)
      .join('')
      .toLowerCase()
      .replace(/[^а-яё]/gu, '')
      .slice(0, 40);
  return key(left) === key(right) || (key(left).length > 15 && key(right).startsWith(key(left).slice(0, 25)));
}

/** The last lines before the table, when they name a stage: a module, a section, a block. */
function stageAbove(prose: readonly HeadLine[]): HeadLine[] {
  const at = prose.findLastIndex(
    (line) =>
      isStageWord(line.text) || (line.text.length < 120 && /^\d{1,2}[.)]\s.*(?<!\p{L})этап(?!\p{L})/iu.test(line.text)),
  );
  return at >= 0 && prose.length - at <= 3 ? prose.slice(at) : [];
}
