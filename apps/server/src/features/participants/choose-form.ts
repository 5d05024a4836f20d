import { mayCommand } from '@nastavnik/domain/participants/participant-asker';
import { hasEnded } from '@nastavnik/domain/participants/participant-states';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { enabledForm } from '../mentoring-forms/door.ts';
import { type ParticipantRow, participantsById, participationsOf, recordChange } from './participant.queries.ts';
import { contextOf, guardsOf, type KnownParticipant, knowParticipants } from './participant-facts.ts';
import { standRefusal } from './stand-refusal.ts';

/** «Выберем позже» has its later: whoever may invite names the form of a participation that has none. */
export async function chooseForm(
  tx: Writing,
  caller: Caller,
  id: string,
  body: { readonly version: number; readonly formId: string },
): Promise<void> {
  const [row] = await participantsById(tx, caller.tenantId, [id], true);
  if (!row) throw new Refusal('participant.not-found');
  const [known] = await knowParticipants(tx, caller, [row]);
  if (!mayName(caller, known!)) throw new Refusal('access.denied', { action: 'participant.chooseForm' });
  if (row.version !== body.version) throw new Refusal('participant.changed-meanwhile');
  if (!lacksForm(row)) throw new Refusal('participant.form-chosen');
  const form = await enabledForm(tx, caller.tenantId, body.formId);
  const refused = standRefusal(form, row.role, known!.person, caller.today);
  if (refused) throw new Refusal(refused);
  await writeForm(tx, caller, row, body.formId);
}

/** May the caller name the form of this participation now? */
export function mayChooseForm(caller: Caller, known: KnownParticipant): boolean {
  return lacksForm(known.row) && mayName(caller, known);
}

/** A consent was issued for the form: the participations in these roles that have none take it. */
export async function takeForm(tx: Writing, caller: Caller, personId: string, role: string, formId: string) {
  const ids = (await participationsOf(tx, caller.tenantId, personId))
    .filter((row) => lacksForm(row) && row.role === role)
    .map((row) => row.id);
  for (const row of await participantsById(tx, caller.tenantId, ids, true)) {
    if (lacksForm(row)) await writeForm(tx, caller, row, formId);
  }
}

function mayName(caller: Caller, known: KnownParticipant): boolean {
  if (known.ties.includes('blocked')) return false;
  const context = contextOf(caller, { ...known, guards: guardsOf(known) }, {});
  return mayCommand('invite', context, known.row.role) === undefined;
}

function lacksForm({ formId, state }: ParticipantRow): boolean {
  return formId === null && !hasEnded(state);
}

async function writeForm(tx: Writing, caller: Caller, row: ParticipantRow, formId: string): Promise<void> {
  await tx
    .updateTable('participants')
    .set({ form_id: formId, version: row.version + 1 })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', row.id)
    .execute();
  await recordChange(tx, caller, {
    participantId: row.id,
    onDay: caller.today,
    command: 'chooseForm',
    from: row.state,
    to: row.state,
    formId,
    reason: null,
    version: row.version + 1,
  });
  await recordEvent(tx, caller, {
    type: 'participant.form-chosen',
    object: { kind: 'participant', id: row.id },
    data: { formId },
  });
}
