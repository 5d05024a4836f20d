import type { confirmImportBody } from '@nastavnik/contracts/imports';
import { type Difference, difference } from '@nastavnik/domain/roadmaps/difference';
import { likeness } from '@nastavnik/domain/roadmaps/likeness';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  comparedItems,
  comparedNewItems,
  cycleFor,
  insertPlan,
  planOf,
  replaceOrAmend,
  roadmapIds,
} from '../roadmaps/door.ts';
import { openImport } from './edit-draft.ts';
import type { Edition } from './import.view.ts';
import { type Import, importOf, saveImport } from './imports.queries.ts';
import { planOfDraft } from './plan-of-draft.ts';
import { recordCorrections } from './record-edits.ts';

type ConfirmImport = z.infer<typeof confirmImportBody>;

/** The reviewed draft becomes a roadmap, or the newer edition of one. Returns the roadmap's id. */
export async function confirmImport(tx: Writing, caller: Caller, id: string, command: ConfirmImport): Promise<string> {
  const one = await openImport(tx, caller, id, command.version);
  const plan = planOfDraft(checkedDraft(one), command.period);
  const cycle = await cycleFor(tx, caller, { title: command.cycleTitle, period: command.period });
  const roadmapId = command.editionOf
    ? await replaceOrAmend(tx, caller, {
        roadmapId: command.editionOf,
        plan,
        cycle,
        importId: id,
        reason: command.reason,
      })
    : await insertPlan(tx, caller, { cycle, importId: id }, plan);
  await saveImport(tx, caller.tenantId, id, {
    state: 'applied',
    roadmapId,
    period: command.period,
    version: one.version + 1,
  });
  await recordEvent(tx, caller, { type: 'import.applied', object: { kind: 'import', id }, data: { roadmapId } });
  await recordEvent(tx, caller, {
    type: command.editionOf ? 'roadmap.edition-imported' : 'roadmap.imported',
    object: { kind: 'roadmap', id: roadmapId },
    data: { name: one.name, editionOf: command.editionOf },
  });
  const { tenantId, personId, name } = caller;
  await enqueue(tx, recordCorrections, { tenantId, importId: id, roadmapId, personId, name });
  return roadmapId;
}

function checkedDraft(one: Import) {
  const draft = one.draft;
  const activities = draft?.stages.flatMap((stage) => stage.activities) ?? [];
  if (!draft || activities.length === 0) throw new Refusal('import.nothing-found');
  const untitled = draft.stages.flatMap((stage, s) =>
    stage.activities.flatMap((activity, a) =>
      activity.title.trim() === '' ? [`stages.${s}.activities.${a}.title`] : [],
    ),
  );
  if (untitled.length > 0) throw new Refusal('import.draft-invalid', { paths: untitled });
  return draft;
}

/** What confirming the import as a newer edition of a roadmap would change in it. */
export async function compareImport(tx: Reading, caller: Caller, id: string, roadmapId: string): Promise<Difference> {
  permit(caller, 'import.use');
  const one = await importOf(tx, caller.tenantId, id);
  if (!one) throw new Refusal('import.not-found');
  const plan = await planOf(tx, caller, roadmapId);
  if (!plan) throw new Refusal('roadmap.not-found');
  if (!one.draft) throw new Refusal('import.not-read-yet');
  return difference(comparedItems(plan), comparedNewItems(planOfDraft(one.draft, one.period ?? plan.cycle)));
}

/** Two plans of the same table are alike even when their titles name another year. */
const ALIKE = 0.45;

/** Earlier roadmaps that a draft may be a newer edition of, the likeliest first. */
export async function editionsOf(tx: Reading, caller: Caller, one: Import): Promise<Edition[]> {
  if (!one.draft || one.state !== 'read') return [];
  const text = words(
    one.draft.title,
    one.draft.stages.flatMap((stage) => stage.activities),
  );
  const editions: Edition[] = [];
  for (const { id } of await roadmapIds(tx, caller.tenantId, ['draft', 'returned', 'inForce'])) {
    const plan = await planOf(tx, caller, id);
    if (!plan) continue;
    const alike = likeness(text, words(plan.roadmap.title, plan.items));
    if (alike >= ALIKE)
      editions.push({ roadmapId: id, title: plan.roadmap.title, likeness: Math.round(alike * 100) / 100 });
  }
  return editions.toSorted((a, b) => b.likeness - a.likeness);
}

function words(title: string, items: readonly { readonly title: string }[]): string {
  return [title, ...items.map((item) => item.title)].join(' ');
}
