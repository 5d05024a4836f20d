import type { DateSpan } from '../../calendar/plain-date.ts';
import type { SourceDocument } from '../../source/source-document.ts';
import type { DraftRemark, RoadmapDraft } from '../roadmap-draft.ts';

export type CheckContext = {
  readonly source: SourceDocument;
  readonly period: DateSpan | null;
  readonly assumed: boolean;
  readonly scrambled: readonly number[];
};

export function checkRoadmap(_draft: RoadmapDraft, _context: CheckContext): DraftRemark[] {
  return [];
}
