import type { DateSpan } from '../../calendar/plain-date.ts';
import { checkRoadmap } from '../check/check-roadmap.ts';
import type { RoadmapDraft } from '../roadmap-draft.ts';
import type { LostEdit, Tally, Versions } from './carry-activity.ts';
import { carryStages } from './carry-stages.ts';
import { activitiesOf, missing, originsOf } from './edited-stages.ts';
import { type Part, samePlace } from './pair-up.ts';
import { sameValue } from './same-value.ts';

export type CarriedEdits = {
  readonly draft: RoadmapDraft;
  /** How many edits of a person stand in the new draft. */
  readonly kept: number;
  /** Edits that the new reading has no room for. */
  readonly lost: readonly LostEdit[];
};

const HEAD = ['title', 'organizations', 'approvals', 'sections'] as const;

/**
 * A file is read again with other columns or in another period: the new reading, with the edits that a person had made in
 * the old one. Pure. Every word of the new reading is in the draft or in its tray, as in a draft that nobody has edited.
 * @param versions the draft as it was read before, as a person has edited it, and as it is read now
 */
export function carryEdits(versions: Versions<RoadmapDraft>, period: DateSpan | null): CarriedEdits {
  const { before, edited, fresh } = versions;
  const tally: Tally = { kept: 0, lost: [] };
  const { stages, removed } = carryStages(
    { before: before.stages, edited: edited.stages, fresh: fresh.stages },
    period,
    tally,
  );
  const head = carryHead(versions, tally);
  if (tally.kept === 0) return { draft: fresh, ...tally };

  const placed = before.unrecognized.filter((piece) => !holds(edited.unrecognized, piece));
  // What was taken out and stands in the plan again needs no place in the tray; everything else that was put there stays.
  const origins = originsOf(edited.stages, before.stages);
  const gone = [...missing(activitiesOf(before.stages), origins.activity), ...missing(before.stages, origins.stage)];
  const aside = edited.unrecognized.filter((piece) => {
    const here = ({ source }: Part) => samePlace(source, piece.source);
    return !holds(before.unrecognized, piece) && (removed.some(here) || !gone.some(here));
  });
  const inPlan = new Set(stages.flatMap((stage) => stage.activities.flatMap((each) => [each.title, ...each.items])));
  const unrecognized = [
    ...fresh.unrecognized.filter((piece) => !(holds(placed, piece) && inPlan.has(piece.text))),
    ...aside,
  ];
  const draft = { ...fresh, ...head, stages, unrecognized };
  return { draft: { ...draft, remarks: checkedAgain(draft, period) }, ...tally };
}

type Piece = RoadmapDraft['unrecognized'][number];

function holds(pieces: readonly Piece[], piece: Piece): boolean {
  return pieces.some((each) => each.text === piece.text && samePlace(each.source, piece.source));
}

function carryHead({ before, edited, fresh }: Versions<RoadmapDraft>, tally: Tally): Partial<RoadmapDraft> {
  const carried: Partial<RoadmapDraft> = {};
  for (const field of HEAD) {
    if (same(edited[field], before[field]) || same(edited[field], fresh[field])) continue;
    if (same(before[field], fresh[field])) {
      Object.assign(carried, { [field]: edited[field] });
      tally.kept += 1;
    } else tally.lost.push({ title: edited.title, field: 'head', text: field === 'title' ? edited.title : '' });
  }
  return carried;
}

/** The stamp's own words are no field that a person edits. */
function same(one: RoadmapDraft[(typeof HEAD)[number]], other: RoadmapDraft[(typeof HEAD)[number]]): boolean {
  const bare = (list: typeof one) =>
    typeof list === 'string' ? list : list.map((each) => ('kind' in each ? { ...each, text: undefined } : each));
  return sameValue(bare(one), bare(other));
}

/** That recognition threw rows together, and that nobody named the period, is known from the source alone. */
function checkedAgain(draft: RoadmapDraft, period: DateSpan | null): RoadmapDraft['remarks'] {
  const known = draft.remarks.filter(({ code }) => code === 'remark.row-scrambled' || code === 'remark.period-assumed');
  const again = checkRoadmap(draft, { period, assumed: false, scrambled: [] });
  return [
    ...known,
    ...again.filter((each) => !known.some(({ code, text }) => code === each.code && text === each.text)),
  ];
}
