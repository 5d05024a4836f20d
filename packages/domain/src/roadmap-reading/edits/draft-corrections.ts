import type { RoadmapDraft } from '../roadmap-draft.ts';
import { type ActivityField, editedFields, wordsOf } from './carry-activity.ts';
import { activitiesOf, missing, moved, originsOf } from './edited-stages.ts';

/** What a person has made of a reading: a field written otherwise, or an activity or stage added, taken out or moved. */
export type Correction = {
  readonly title: string;
  readonly field: ActivityField | 'plan' | 'stage' | 'added' | 'removed' | 'moved';
  readonly before: string | null;
  readonly after: string | null;
};

/** Everything in which the draft differs from what was read from the file. Pure. */
export function draftCorrections(read: RoadmapDraft, edited: RoadmapDraft): Correction[] {
  const origins = originsOf(edited.stages, read.stages);
  const renamed = (title: string, field: 'plan' | 'stage', before: string, after: string): Correction[] =>
    before === after ? [] : [{ title, field, before, after }];
  const alone =
    (field: 'added' | 'removed' | 'moved') =>
    (part: { readonly title: string }): Correction => ({
      title: part.title,
      field,
      before: field === 'removed' ? part.title : null,
      after: field === 'added' ? part.title : null,
    });
  return [
    ...renamed(edited.title, 'plan', read.title, edited.title),
    ...[...origins.stage].flatMap(([now, was]) => renamed(was.title, 'stage', was.title, now.title)),
    ...[...origins.activity].flatMap(([now, was]) =>
      editedFields(was, now).map((field) => ({
        title: was.title,
        field,
        before: wordsOf(was, field) || null,
        after: wordsOf(now, field) || null,
      })),
    ),
    ...[
      ...edited.stages.filter((stage) => !origins.stage.has(stage)),
      ...activitiesOf(edited.stages).filter((each) => !origins.activity.has(each)),
    ].map(alone('added')),
    ...[...missing(read.stages, origins.stage), ...missing(activitiesOf(read.stages), origins.activity)].map(
      alone('removed'),
    ),
    ...moved(edited.stages, read.stages, origins).map(alone('moved')),
  ];
}
