import type { DraftRemark, RoadmapDraft } from '../roadmap-draft.ts';
import { activitiesOfDraft } from './draft-texts.ts';
import { type RemarkCode, remark } from './remark-codes.ts';

const FIELDS = ['deadline', 'responsible', 'result'] as const;

/** What an activity lacks. Where the whole table has no such column, that is said once. */
export function missingRemarks(draft: RoadmapDraft): DraftRemark[] {
  const activities = activitiesOfDraft(draft);
  if (activities.length === 0) return [];
  return FIELDS.flatMap((field): DraftRemark[] => {
    if (activities.every(({ activity }) => activity[field] === null)) {
      return [remark(`remark.no-${field}-column` satisfies RemarkCode, '', null)];
    }
    return activities
      .filter(({ activity }) => activity[field] === null || activity[field].text.trim() === '')
      .map(({ activity }) => remark(`remark.no-${field}` satisfies RemarkCode, activity.title, activity.source));
  });
}
