import type { PlainDate } from '../../calendar/plain-date.ts';
import type { DeadlineIssueCode } from '../../deadlines/deadline-reading.ts';
import type { DraftRemark, RoadmapDraft } from '../roadmap-draft.ts';
import { activitiesOfDraft } from './draft-texts.ts';
import { type RemarkCode, remark } from './remark-codes.ts';

const OF_ISSUE: Record<DeadlineIssueCode, RemarkCode | null> = {
  'deadline.empty': null,
  'deadline.not-understood': 'remark.deadline-unreadable',
  'deadline.partly-understood': 'remark.deadline-unreadable',
  'deadline.ambiguous': 'remark.deadline-ambiguous',
  'deadline.year-looks-wrong': 'remark.year-slip',
  'deadline.outside-period': 'remark.deadline-outside-period',
  'deadline.no-such-day': 'remark.deadline-no-such-day',
  'deadline.ends-before-it-starts': 'remark.deadline-reversed',
  'deadline.convention': null,
};

/** What the deadline language found odd in the phrases, said once for each phrase and code. */
export function deadlineRemarks(draft: RoadmapDraft): DraftRemark[] {
  return activitiesOfDraft(draft).flatMap(({ activity, path }) => {
    const said = new Set<RemarkCode>();
    return (activity.deadline?.issues ?? []).flatMap((issue) => {
      const code = OF_ISSUE[issue.code];
      if (code === null || said.has(code)) return [];
      said.add(code);
      const mend =
        issue.suggestion === undefined ? undefined : { path: [...path, 'deadline', 'text'], value: issue.suggestion };
      return [remark(code, issue.text || (activity.deadline?.text ?? ''), activity.source, mend)];
    });
  });
}

/** LIFECYCLE 4.1 (b): a term that is over before the plan was approved. */
export function beforeApproval(draft: RoadmapDraft): DraftRemark[] {
  const approved = approvedOn(draft);
  if (!approved) return [];
  return activitiesOfDraft(draft).flatMap(({ activity }) => {
    const windows = activity.deadline?.windows ?? [];
    const over = windows.length > 0 && windows.every(({ end }) => end !== null && end < approved);
    return over && activity.deadline
      ? [remark('remark.deadline-before-approval', activity.deadline.text, activity.source)]
      : [];
  });
}

/** LIFECYCLE 4.1 (a): agreement and adoption come before approval. */
export function approvalOrder(draft: RoadmapDraft): DraftRemark[] {
  const approved = approvedOn(draft);
  if (!approved) return [];
  return draft.approvals.flatMap(({ kind, date, text, source }) => {
    if (kind === 'approved' || !date || date <= approved) return [];
    return [
      remark(
        kind === 'agreed' ? 'remark.agreed-after-approved' : 'remark.adopted-after-approved',
        text ?? date,
        source,
      ),
    ];
  });
}

function approvedOn(draft: RoadmapDraft): PlainDate | undefined {
  return draft.approvals.flatMap(({ kind, date }) => (kind === 'approved' && date ? [date] : [])).toSorted()[0];
}
