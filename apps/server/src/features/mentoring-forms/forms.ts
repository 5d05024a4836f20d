import type {
  decideFormBody,
  editFormBody,
  MentoringFormView,
  newFormBody,
} from '@nastavnik/contracts/mentoring-forms';
import { can } from '@nastavnik/domain/access/can';
import { lintForm } from '@nastavnik/domain/participants/lint-form';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { formsById, placeShippedForms } from './forms.queries.ts';

/** The forms with their decisions. Whoever opens them first finds the shipped ones in their place. */
export async function seeForms(tx: Writing, caller: Caller): Promise<MentoringFormView[]> {
  permit(caller, 'forms.see');
  await placeShippedForms(tx, caller.tenantId, () => newId(caller.now));
  const forms = await formsById(tx, caller.tenantId);
  const decisions = await decisionsOf(tx, caller.tenantId);
  const counts = await participantsOf(tx, caller);
  return [...forms.values()].map(({ id, enabled, version, form }) => {
    const { id: _code, name, origin, ...definition } = form;
    return {
      id,
      name,
      origin,
      enabled,
      definition: {
        ...definition,
        mentor: {
          ...definition.mentor,
          standings: [...definition.mentor.standings],
          consents: [...definition.mentor.consents],
        },
        mentee: {
          ...definition.mentee,
          standings: [...definition.mentee.standings],
          consents: [...definition.mentee.consents],
        },
        documents: [...definition.documents],
        questionnaires: [...definition.questionnaires],
        rules: [...definition.rules],
        roleModels: [...definition.roleModels],
      },
      decisions: decisions.get(id) ?? [],
      participants: counts.get(id) ?? 0,
      version,
      may: { edit: origin === 'own' && can(caller, 'forms.edit'), decide: can(caller, 'forms.decide') },
    };
  });
}

async function decisionsOf(tx: Reading, tenantId: string): Promise<Map<string, MentoringFormView['decisions']>> {
  const rows = await tx
    .selectFrom('form_decisions as d')
    .innerJoin('people as p', (join) =>
      join.onRef('p.tenant_id', '=', 'd.tenant_id').onRef('p.id', '=', 'd.recorded_by'),
    )
    .select(['d.form_id', 'd.enabled', 'd.decided_on', 'd.document', 'd.note', 'd.recorded_at'])
    .select(['p.family_name', 'p.given_name'])
    .where('d.tenant_id', '=', tenantId)
    .orderBy('d.decided_on', 'desc')
    .orderBy('d.recorded_at', 'desc')
    .execute();
  const found = new Map<string, MentoringFormView['decisions']>();
  for (const row of rows) {
    const decision = {
      enabled: row.enabled,
      decidedOn: row.decided_on,
      document: row.document,
      note: row.note,
      recordedAt: row.recorded_at.toISOString(),
      recordedBy: `${row.family_name} ${row.given_name}`,
    };
    found.set(row.form_id, [...(found.get(row.form_id) ?? []), decision]);
  }
  return found;
}

async function participantsOf(tx: Reading, caller: Caller): Promise<Map<string, number>> {
  const { rows } = await sql<{ form_id: string; count: number }>`
    select t.form_id, count(*)::int as count from participants t
    join program_cycles c on c.tenant_id = t.tenant_id and c.id = t.cycle_id
    where t.tenant_id = ${caller.tenantId} and t.form_id is not null
      and ${caller.today}::date between c.started_on and c.ended_on
    group by t.form_id`.execute(tx);
  return new Map(rows.map((row) => [row.form_id, row.count]));
}

export async function addForm(tx: Writing, caller: Caller, body: z.infer<typeof newFormBody>): Promise<string> {
  permit(caller, 'forms.edit');
  demandSound(body);
  const id = newId(caller.now);
  await demandNameFree(tx, caller, body.name, id);
  await tx
    .insertInto('mentoring_forms')
    .values({ tenant_id: caller.tenantId, id, name: body.name, definition: JSON.stringify(body.definition) })
    .execute();
  await recordEvent(tx, caller, { type: 'form.added', object: { kind: 'form', id } });
  return id;
}

export async function editForm(
  tx: Writing,
  caller: Caller,
  id: string,
  body: z.infer<typeof editFormBody>,
): Promise<void> {
  permit(caller, 'forms.edit');
  const row = await formForUpdate(tx, caller, id);
  // What a model form asks for is not the school's to change: it makes its own beside it.
  if (row.code !== null) throw new Refusal('form.shipped');
  if (row.version !== body.version) throw new Refusal('form.changed-meanwhile');
  demandSound(body);
  await demandNameFree(tx, caller, body.name, id);
  await tx
    .updateTable('mentoring_forms')
    .set({ name: body.name, definition: JSON.stringify(body.definition), version: row.version + 1 })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, caller, { type: 'form.changed', object: { kind: 'form', id } });
}

/** A10: a meeting switches the form on or off; its paper is named. Participations that run keep their form. */
export async function decideForm(
  tx: Writing,
  caller: Caller,
  id: string,
  body: z.infer<typeof decideFormBody>,
): Promise<void> {
  permit(caller, 'forms.decide');
  const row = await formForUpdate(tx, caller, id);
  if (body.decidedOn > caller.today) throw new Refusal('form.decided-in-future');
  if (row.enabled === body.enabled) throw new Refusal('form.decided-already');
  await tx
    .insertInto('form_decisions')
    .values({
      tenant_id: caller.tenantId,
      id: newId(caller.now),
      form_id: id,
      enabled: body.enabled,
      decided_on: body.decidedOn,
      document: body.document,
      note: body.note || null,
      recorded_by: caller.personId,
      recorded_at: caller.now,
    })
    .execute();
  await tx
    .updateTable('mentoring_forms')
    .set({ enabled: body.enabled, version: row.version + 1 })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, caller, {
    type: body.enabled ? 'form.switched-on' : 'form.switched-off',
    object: { kind: 'form', id },
    data: { document: body.document, decidedOn: body.decidedOn },
  });
}

async function formForUpdate(tx: Writing, caller: Caller, id: string) {
  const row = await tx
    .selectFrom('mentoring_forms')
    .select(['code', 'enabled', 'version'])
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('form.not-found');
  return row;
}

async function demandNameFree(tx: Writing, caller: Caller, name: string, ownId: string): Promise<void> {
  const taken = await tx
    .selectFrom('mentoring_forms')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .where((where) => where(where.fn('lower', ['name']), '=', name.toLowerCase()))
    .where('id', '!=', ownId)
    .executeTakeFirst();
  if (taken) throw new Refusal('form.name-taken');
}

function demandSound(body: z.infer<typeof newFormBody>): void {
  const faults = lintForm({ id: 'own', origin: 'own', name: body.name, ...body.definition }, []);
  if (faults.length > 0) throw new Refusal('form.unsound', { faults });
}
