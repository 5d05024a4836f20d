import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import { deadlineContext } from '@nastavnik/domain/deadlines/deadline';
import { readDeadline } from '@nastavnik/domain/deadlines/read-deadline';
import { parseResponsible } from '@nastavnik/domain/responsibles/parse-responsible';
import { parseResult } from '@nastavnik/domain/results/parse-result';
import { checkRoadmap } from '@nastavnik/domain/roadmap-reading/check/check-roadmap';
import type {
  DraftActivity,
  DraftRemark,
  DraftStage,
  RoadmapDraft,
} from '@nastavnik/domain/roadmap-reading/roadmap-draft';

/** Changes of the draft by hand. Each gives a new draft; nothing that stood in the source is dropped in silence. */

export type Spot = { readonly stage: number; readonly activity: number };
export type ActivityChange = Partial<Pick<DraftActivity, 'number' | 'title' | 'measure' | 'items' | 'condition'>> & {
  readonly deadline?: string | null;
  readonly responsible?: string | null;
  readonly result?: string | null;
};

/** The words of a deadline, a responsible and a result are read again at once, in the period of the plan. */
export function changeActivity(
  draft: RoadmapDraft,
  at: Spot,
  change: ActivityChange,
  period: DateSpan | null,
): RoadmapDraft {
  const { deadline, responsible, result, ...plain } = change;
  return onStage(draft, at.stage, (stage) => ({
    ...stage,
    activities: stage.activities.map((activity, index) =>
      index === at.activity
        ? {
            ...activity,
            ...plain,
            ...(deadline === undefined
              ? {}
              : { deadline: deadline && period ? readDeadline(deadline, deadlineContext(period)) : null }),
            ...(responsible === undefined ? {} : { responsible: responsible ? parseResponsible(responsible) : null }),
            ...(result === undefined ? {} : { result: result ? parseResult(result) : null }),
          }
        : activity,
    ),
  }));
}

/** Another meaning of the same words: what was preferred becomes an alternative. */
export function chooseMeaning(draft: RoadmapDraft, at: Spot, index: number): RoadmapDraft {
  return onActivity(draft, at, (activity) => {
    const reading = activity.deadline;
    const chosen = reading?.alternatives[index];
    if (!reading || !chosen) return activity;
    const { alternatives, issues, ...before } = reading;
    return {
      ...activity,
      deadline: {
        ...chosen,
        alternatives: alternatives.map((each, number) => (number === index ? before : each)),
        issues: issues.filter((issue) => issue.code !== 'deadline.ambiguous'),
      },
    };
  });
}

export function addActivity(draft: RoadmapDraft, stage: number, title: string): RoadmapDraft {
  return onStage(draft, stage, (found) => ({ ...found, activities: [...found.activities, newActivity(title, found)] }));
}

/** The words of a removed activity go to the tray, where they can be taken back from. */
export function removeActivity(draft: RoadmapDraft, at: Spot): RoadmapDraft {
  const activity = draft.stages[at.stage]?.activities[at.activity];
  if (!activity) return draft;
  const words = [
    activity.number,
    activity.title,
    ...activity.items,
    activity.deadline?.text,
    activity.responsible?.text,
    activity.result?.text,
  ]
    .filter(Boolean)
    .join(' ');
  return {
    ...onStage(draft, at.stage, (stage) => ({
      ...stage,
      activities: stage.activities.filter((_, index) => index !== at.activity),
    })),
    unrecognized: [...draft.unrecognized, { text: words, source: activity.source }],
  };
}

export function moveActivity(draft: RoadmapDraft, at: Spot, toStage: number, toIndex?: number): RoadmapDraft {
  const activity = draft.stages[at.stage]?.activities[at.activity];
  if (!activity) return draft;
  const without = onStage(draft, at.stage, (stage) => ({
    ...stage,
    activities: stage.activities.filter((_, index) => index !== at.activity),
  }));
  return onStage(without, toStage, (stage) => {
    const place = toIndex ?? stage.activities.length;
    return { ...stage, activities: [...stage.activities.slice(0, place), activity, ...stage.activities.slice(place)] };
  });
}

export function changeStage(
  draft: RoadmapDraft,
  stage: number,
  change: Partial<Pick<DraftStage, 'number' | 'title'>>,
): RoadmapDraft {
  return onStage(draft, stage, (found) => ({ ...found, ...change }));
}

export function addStage(draft: RoadmapDraft, title: string): RoadmapDraft {
  const source = draft.stages.at(-1)?.source ?? { block: 0 };
  return { ...draft, stages: [...draft.stages, { number: null, title, notes: [], activities: [], source }] };
}

/** Activities of a removed stage join the stage before it. */
export function removeStage(draft: RoadmapDraft, stage: number): RoadmapDraft {
  const removed = draft.stages[stage];
  const heir = stage === 0 ? 1 : stage - 1;
  if (!removed || !draft.stages[heir]) return draft;
  const merged = onStage(draft, heir, (found) => ({
    ...found,
    activities:
      stage === 0 ? [...removed.activities, ...found.activities] : [...found.activities, ...removed.activities],
  }));
  return {
    ...merged,
    stages: merged.stages.filter((_, index) => index !== stage),
    unrecognized: [
      ...draft.unrecognized,
      { text: [removed.number, removed.title].filter(Boolean).join(' '), source: removed.source },
    ],
  };
}

/** A piece of the tray finds its place: an activity of its own, or a point of one. */
export function placeUnrecognized(
  draft: RoadmapDraft,
  index: number,
  to: { readonly stage: number; readonly activity?: number },
): RoadmapDraft {
  const piece = draft.unrecognized[index];
  if (!piece) return draft;
  const rest = { ...draft, unrecognized: draft.unrecognized.filter((_, number) => number !== index) };
  if (to.activity === undefined) {
    return onStage(rest, to.stage, (stage) => ({
      ...stage,
      activities: [...stage.activities, { ...newActivity(piece.text, stage), source: piece.source }],
    }));
  }
  return onActivity(rest, { stage: to.stage, activity: to.activity }, (activity) => ({
    ...activity,
    items: [...activity.items, piece.text],
  }));
}

/** The one-click mend of a remark sets one field of the draft; words of a deadline, responsible or result are read again. */
export function applyMend(draft: RoadmapDraft, remark: DraftRemark, period: DateSpan | null): RoadmapDraft {
  if (!remark.mend) return draft;
  const mended = set(draft, remark.mend.path, remark.mend.value) as RoadmapDraft;
  const [part, stage, inside, activity, field] = remark.mend.path;
  if (part !== 'stages' || inside !== 'activities') return mended;
  if (field !== 'deadline' && field !== 'responsible' && field !== 'result') return mended;
  const at = { stage: Number(stage), activity: Number(activity) };
  const text = mended.stages[at.stage]?.activities[at.activity]?.[field]?.text ?? null;
  return changeActivity(mended, at, { [field]: text }, period);
}

/**
 * The remarks anew after an edit. That recognition threw rows together is known from the source alone, so such a remark
 * stays until a person has settled it.
 */
export function recheck(draft: RoadmapDraft, period: DateSpan | null): RoadmapDraft {
  const scrambled = draft.remarks.filter(({ code }) => code === 'remark.row-scrambled');
  return { ...draft, remarks: [...scrambled, ...checkRoadmap(draft, { period, assumed: false, scrambled: [] })] };
}

/** What tells one remark from another when the draft is read again. */
export function remarkKey(remark: DraftRemark): string {
  return [remark.code, remark.source?.block ?? '', remark.source?.row ?? '', remark.text].join('|');
}

function set(target: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(target)) return target.map((each, index) => (index === head ? set(each, rest, value) : each));
  if (typeof target !== 'object' || target === null) return target;
  return { ...target, [head]: set((target as Record<string, unknown>)[String(head)], rest, value) };
}

function newActivity(title: string, stage: DraftStage): DraftActivity {
  return {
    number: null,
    title,
    measure: null,
    items: [],
    deadline: null,
    responsible: null,
    result: null,
    condition: null,
    source: stage.activities.at(-1)?.source ?? stage.source,
  };
}

function onStage(draft: RoadmapDraft, at: number, change: (stage: DraftStage) => DraftStage): RoadmapDraft {
  return { ...draft, stages: draft.stages.map((stage, index) => (index === at ? change(stage) : stage)) };
}

function onActivity(draft: RoadmapDraft, at: Spot, change: (activity: DraftActivity) => DraftActivity): RoadmapDraft {
  return onStage(draft, at.stage, (stage) => ({
    ...stage,
    activities: stage.activities.map((activity, index) => (index === at.activity ? change(activity) : activity)),
  }));
}
