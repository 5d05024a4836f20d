import type { SourcePlace } from '../../source/source-document.ts';
import type { DraftActivity, RoadmapDraft } from '../roadmap-draft.ts';

/** A text of the draft, where it came from, and the path by which a mend finds it. */
export type DraftText = {
  readonly text: string;
  readonly path: readonly (string | number)[];
  readonly source: SourcePlace | null;
};

export type PlacedActivity = {
  readonly activity: DraftActivity;
  readonly stage: number;
  readonly index: number;
  readonly path: readonly (string | number)[];
};

export function activitiesOfDraft(draft: RoadmapDraft): PlacedActivity[] {
  return draft.stages.flatMap((stage, stageIndex) =>
    stage.activities.map((activity, index) => ({
      activity,
      stage: stageIndex,
      index,
      path: ['stages', stageIndex, 'activities', index],
    })),
  );
}

/** The prose of the draft: everything but deadlines, names and stamps. */
export function textsOfDraft(draft: RoadmapDraft): DraftText[] {
  return [
    { text: draft.title, path: ['title'], source: null },
    ...draft.sections.flatMap((section, index): DraftText[] => [
      { text: section.heading, path: ['sections', index, 'heading'], source: section.source },
      ...section.paragraphs.map(
        (text, at): DraftText => ({ text, path: ['sections', index, 'paragraphs', at], source: section.source }),
      ),
    ]),
    ...draft.stages.flatMap((stage, index): DraftText[] => [
      { text: stage.title, path: ['stages', index, 'title'], source: stage.source },
      ...stage.notes.map(
        (text, at): DraftText => ({ text, path: ['stages', index, 'notes', at], source: stage.source }),
      ),
    ]),
    ...activitiesOfDraft(draft).flatMap(({ activity, path }): DraftText[] => [
      { text: activity.title, path: [...path, 'title'], source: activity.source },
      ...activity.items.map((text, at): DraftText => ({ text, path: [...path, 'items', at], source: activity.source })),
      ...(activity.result
        ? [{ text: activity.result.text, path: [...path, 'result', 'text'], source: activity.source }]
        : []),
    ]),
  ];
}
