import type { DraftRemark, RoadmapDraft } from '../roadmap-draft.ts';
import { activitiesOfDraft } from './draft-texts.ts';
import { remark } from './remark-codes.ts';

/** The order that assigns the pairs is issued once; plans often name it in two stages. */
const ASSIGNMENT_ORDER = (title: string): boolean =>
  /приказ/iu.test(title) && /закреплени\p{L}+.{0,30}пар/iu.test(title);

/** The same activity twice: equal words, or the order on pairs in two places. Equal titles with different measures are not the same. */
export function duplicateRemarks(draft: RoadmapDraft): DraftRemark[] {
  const seen = new Map<string, string>();
  let order = false;
  return activitiesOfDraft(draft).flatMap(({ activity, stage }) => {
    const key = activity.title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    const where = `${stage}|${activity.measure ?? ''}`;
    const isOrder = ASSIGNMENT_ORDER(activity.title);
    const twice = (key.length > 12 && seen.get(key) === where) || (isOrder && order);
    order ||= isOrder;
    seen.set(key, where);
    return twice ? [remark('remark.duplicate-activity', activity.title, activity.source)] : [];
  });
}
