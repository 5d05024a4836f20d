import type { RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { SourcePlace } from '@nastavnik/domain/source/source-document';
import { readingJson } from './deadline-json.ts';

/** The draft as the command prints it: every key of the documented shape is there, also where nothing was found. */
export function roadmapJson(draft: RoadmapDraft): object {
  return {
    ...draft,
    stages: draft.stages.map((stage) => ({
      ...stage,
      source: place(stage.source),
      activities: stage.activities.map((activity) => ({
        ...activity,
        deadline: activity.deadline && readingJson(activity.deadline),
        source: place(activity.source),
      })),
    })),
    unrecognized: draft.unrecognized.map((piece) => ({ ...piece, source: place(piece.source) })),
    remarks: draft.remarks.map((remark) => ({ ...remark, source: remark.source && place(remark.source) })),
  };
}

/** `row` is null outside tables: there every line of the text is a block of its own. */
function place(source: SourcePlace): object {
  return { ...source, block: source.block, row: source.row ?? null };
}
