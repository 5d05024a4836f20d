import type { DateSpan } from '../../calendar/plain-date.ts';
import type { DraftRemark, RoadmapDraft } from '../roadmap-draft.ts';
import { consentsAfterBanks } from './consents.ts';
import { approvalOrder, beforeApproval, deadlineRemarks } from './deadlines.ts';
import { duplicateRemarks } from './duplicates.ts';
import { missingRemarks } from './missing.ts';
import { misspeltRemarks } from './misspelt.ts';
import { normRemarks } from './norms.ts';
import { numberingRemarks } from './numbering.ts';
import { remark } from './remark-codes.ts';
import { leftoverYears, yearSlips } from './years.ts';

/** What the reading knows and the draft does not say. */
export type CheckContext = {
  /** The period the deadlines were read within; null when not even the dates of the document let one be assumed. */
  readonly period: DateSpan | null;
  /** True when the document does not name its period. */
  readonly assumed: boolean;
  /** Stages with rows that recognition threw together. */
  readonly scrambled: readonly number[];
};

/** What a careful colleague would say about a draft. Pure; the draft is not changed, a mend is only offered. */
export function checkRoadmap(draft: RoadmapDraft, context: CheckContext): DraftRemark[] {
  const found = draft.stages.some((stage) => stage.activities.length > 0);
  return once([
    ...(found ? [] : [remark('remark.nothing-found', draft.title, null)]),
    ...(draft.title === '' && found ? [remark('remark.title-missing', '', null)] : []),
    ...(found ? periodRemarks(context) : []),
    ...approvalOrder(draft),
    ...beforeApproval(draft),
    ...context.scrambled.map((index) => scrambledRemark(draft, index)),
    ...draft.stages
      .filter((stage) => stage.title === '' && draft.stages.length > 1)
      .map((stage) => remark('remark.stage-without-title', stage.activities[0]?.title ?? '', stage.source)),
    ...deadlineRemarks(draft),
    ...yearSlips(draft),
    ...leftoverYears(draft),
    ...normRemarks(draft),
    ...consentsAfterBanks(draft),
    ...missingRemarks(draft),
    ...numberingRemarks(draft),
    ...duplicateRemarks(draft),
    ...draft.columns.flatMap((meaning, index) =>
      meaning === 'unknown' ? [remark('remark.unknown-column', String(index + 1), null)] : [],
    ),
    ...draft.organizations
      .filter(({ language }) => language !== 'ru')
      .map(({ name }) => remark('remark.second-language', name, null)),
    ...misspeltRemarks(draft),
  ]);
}

function periodRemarks({ period, assumed }: CheckContext): DraftRemark[] {
  if (period === null) return [remark('remark.period-unknown', '', null)];
  return assumed ? [remark('remark.period-assumed', `${period.start}..${period.end}`, null)] : [];
}

function scrambledRemark(draft: RoadmapDraft, index: number): DraftRemark {
  const stage = draft.stages[index];
  return remark('remark.row-scrambled', stage?.title || (stage?.activities[0]?.title ?? ''), stage?.source ?? null);
}

/** Two rules may say the same of the same place. */
function once(remarks: readonly DraftRemark[]): DraftRemark[] {
  const seen = new Set<string>();
  return remarks.filter((one) => {
    const key = JSON.stringify([one.code, one.text, one.source]);
    return !seen.has(key) && seen.add(key);
  });
}
