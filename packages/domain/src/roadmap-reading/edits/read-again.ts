import type { DateSpan } from '../../calendar/plain-date.ts';
import type { SourceDocument } from '../../source/source-document.ts';
import { readRoadmap } from '../read-roadmap.ts';
import type { ColumnMeaning, RoadmapDraft } from '../roadmap-draft.ts';
import { type CarriedEdits, carryEdits } from './carry-edits.ts';
import { type Correction, draftCorrections } from './draft-corrections.ts';
import { sameValue } from './same-value.ts';

/** How a file is read: what is null the file itself says. */
export type Manner = { readonly period: DateSpan | null; readonly columns: readonly ColumnMeaning[] | null };

/** A file that was read in one manner and edited since, and the manner in which it is to be read now. */
export type ReadingAgain = {
  readonly source: SourceDocument;
  readonly edited: RoadmapDraft;
  readonly was: Manner;
  readonly now: Manner;
};

/** The new reading with the edits in it. What was read before is not kept anywhere: it is read once more, to tell edits from it. */
export function readAgain({ source, edited, was, now }: ReadingAgain): CarriedEdits {
  return carryEdits({ before: asBefore(source, edited, was), edited, fresh: read(source, now) }, now.period);
}

/** In what a person has corrected the reading of a file; what was read is read once more, to tell. */
export function correctionsOf({ source, edited, was }: Omit<ReadingAgain, 'now'>): Correction[] {
  return draftCorrections(asBefore(source, edited, was), edited);
}

/** A person who has taken a correction of columns back edits a draft of other columns than were asked for last. */
function asBefore(source: SourceDocument, edited: RoadmapDraft, was: Manner): RoadmapDraft {
  for (const columns of [was.columns, null]) {
    const draft = read(source, { ...was, columns });
    if (sameValue(draft.columns, edited.columns)) return draft;
  }
  return read(source, { ...was, columns: edited.columns });
}

function read(source: SourceDocument, { period, columns }: Manner): RoadmapDraft {
  return readRoadmap(source, { ...(period ? { period } : {}), ...(columns ? { columns } : {}) });
}
