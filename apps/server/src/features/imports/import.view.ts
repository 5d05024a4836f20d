import type { ImportAnswer } from '@nastavnik/contracts/imports';
import { can } from '@nastavnik/domain/access/can';
import type { RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { Caller } from '../../platform/caller.ts';
import type { Import } from './imports.queries.ts';

export type Edition = { readonly roadmapId: string; readonly title: string; readonly likeness: number };

export function viewImport(caller: Caller, one: Import, editionsOf: readonly Edition[]): ImportAnswer {
  const open = one.state === 'read' && can(caller, 'import.use');
  return {
    ...summarizeImport(one),
    // Read-only values of the rules cross the wire as they are.
    source: one.source as ImportAnswer['source'],
    draft: one.draft as ImportAnswer['draft'],
    period: one.period,
    settled: [...one.settled],
    version: one.version,
    editionsOf: [...editionsOf],
    may: {
      edit: open,
      confirm: open,
      discard: can(caller, 'import.use') && one.state !== 'applied' && one.state !== 'discarded',
    },
  };
}

export function summarizeImport(one: Import) {
  return {
    id: one.id,
    name: one.name,
    state: one.state,
    receivedAt: one.receivedAt.toISOString(),
    receivedBy: one.receivedBy,
    expiresOn: one.expiresOn,
    failure: one.failure,
    stages: one.draft?.stages.length ?? 0,
    activities: countActivities(one.draft),
    remarks: remarksLeft(one),
    roadmapId: one.roadmapId,
  };
}

export function countActivities(draft: RoadmapDraft | null): number {
  return draft?.stages.reduce((sum, stage) => sum + stage.activities.length, 0) ?? 0;
}

/** Remarks nobody has settled, and pieces of the document nobody has placed. */
function remarksLeft({ draft, settled }: Import): number {
  if (!draft) return 0;
  const done = new Set(settled);
  const open = draft.remarks.filter(
    (remark) => !done.has([remark.code, remark.source?.block ?? '', remark.source?.row ?? '', remark.text].join('|')),
  );
  return open.length + draft.unrecognized.length;
}
