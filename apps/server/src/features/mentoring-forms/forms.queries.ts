import { formDefinition } from '@nastavnik/contracts/mentoring-forms';
import { MENTORING_FORMS } from '@nastavnik/domain/participants/forms';
import type { MentoringForm } from '@nastavnik/domain/participants/mentoring-form';
import { sql } from 'kysely';
import { plannedOnce } from '../../platform/db/planned-once.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';

export type FormRow = {
  readonly id: string;
  readonly enabled: boolean;
  readonly version: number;
  readonly form: MentoringForm;
};

/** All forms of the organisation by their id: those shipped and the school's own. */
export async function formsById(tx: Reading, tenantId: string): Promise<ReadonlyMap<string, FormRow>> {
  const rows = await tx
    .selectFrom('mentoring_forms')
    .modifyFront(plannedOnce)
    .select(['id', 'code', 'name', 'definition', 'enabled', 'version'])
    .where('tenant_id', '=', tenantId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return new Map(
    rows.map((row) => [row.id, { id: row.id, enabled: row.enabled, version: row.version, form: formOf(row) }]),
  );
}

function formOf(row: { id: string; code: string | null; name: string; definition: unknown }): MentoringForm {
  const origin = MENTORING_FORMS.find((each) => each.id === row.code)?.origin ?? 'own';
  return { id: row.code ?? row.id, origin, name: row.name, ...formDefinition.parse(row.definition) };
}

/** A form may be chosen while it is switched on. */
export async function enabledForm(tx: Reading, tenantId: string, id: string): Promise<MentoringForm> {
  const row = (await formsById(tx, tenantId)).get(id);
  if (!row) throw new Refusal('form.not-found');
  if (!row.enabled) throw new Refusal('form.switched-off', { name: row.form.name });
  return row.form;
}

/** The shipped forms, once per organisation, switched off: which are carried out here is decided by a meeting. */
export async function placeShippedForms(tx: Writing, tenantId: string, newIds: () => string): Promise<void> {
  for (const { id, origin: _origin, name, ...definition } of MENTORING_FORMS) {
    await sql`
      insert into mentoring_forms (tenant_id, id, code, name, definition)
      select ${tenantId}, ${newIds()}, ${id}, ${name}, ${JSON.stringify(definition)}::jsonb
      on conflict do nothing`.execute(tx);
  }
}
