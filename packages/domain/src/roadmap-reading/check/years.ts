import { addDays } from '../../calendar/plain-date.ts';
import type { DraftRemark, RoadmapDraft } from '../roadmap-draft.ts';
import { activitiesOfDraft, textsOfDraft } from './draft-texts.ts';
import { remark } from './remark-codes.ts';

/** Years of an older edition left in the text: «на 2021-2022 учебный год» in a plan for 2023-2024. */
export function leftoverYears(draft: RoadmapDraft): DraftRemark[] {
  const { period } = draft;
  if (!period) return [];
  const [first, last] = [Number(period.start.slice(0, 4)), Number(period.end.slice(0, 4))];
  const outside = (year: number): boolean => year < first || year > last;
  return textsOfDraft(draft).flatMap(({ text, path, source }) => {
    const spans = [...text.matchAll(/(?<!\d)(20\d\d)(\s?[-–—]\s?)(20\d\d)(?=\s*(?:г|уч|$|[).,;]))/gu)]
      .filter((match) => outside(Number(match[1])) && outside(Number(match[3])) && path[0] !== 'title')
      .map((match) =>
        remark('remark.leftover-year', match[0], source, {
          path,
          value: replaced(text, match, `${first}${match[2]}${last}`),
        }),
      );
    const single = [...text.matchAll(/(?<=(?:^|\s)на\s)20\d\d(?=\s?(?:г\.|год))/gu)]
      .filter((match) => outside(Number(match[0])))
      .map((match) =>
        remark('remark.leftover-year', match[0], source, { path, value: replaced(text, match, String(first)) }),
      );
    return [...spans, ...single];
  });
}

function replaced(text: string, match: RegExpExecArray | RegExpMatchArray, by: string): string {
  const at = match.index ?? 0;
  return text.slice(0, at) + by + text.slice(at + match[0].length);
}

/**
 * A year that slipped: dates written in full run forward through the plan, and one falls back by months where a year
 * later would go on with the row.
 */
export function yearSlips(draft: RoadmapDraft): DraftRemark[] {
  const remarks: DraftRemark[] = [];
  const dated = activitiesOfDraft(draft).flatMap(({ activity, path }) => {
    const start = activity.deadline?.windows[0]?.start ?? activity.deadline?.windows[0]?.end;
    const year = /(?<!\d)(20\d\d)(?!\d)/u.exec(activity.deadline?.text ?? '')?.[1];
    return start && year && activity.deadline ? [{ activity, path, start, year, text: activity.deadline.text }] : [];
  });
  let before = dated[0]?.start;
  let rising = 0;
  for (const { activity, path, start, year, text } of dated.slice(1)) {
    if (before === undefined) break;
    const later = addDays(start, 365);
    if (start < addDays(before, -120) && later >= before && rising >= 2) {
      remarks.push(
        remark('remark.year-slip', text, activity.source, {
          path: [...path, 'deadline', 'text'],
          value: text.replaceAll(year, String(Number(year) + 1)),
        }),
      );
      before = later;
    } else {
      rising = start >= before ? rising + 1 : 0;
      before = start;
    }
  }
  return remarks;
}
