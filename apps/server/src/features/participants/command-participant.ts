import type { ParticipantCommandBody } from '@nastavnik/contracts/participants';
import type { RefusalCode } from '@nastavnik/contracts/refusals';
import { can } from '@nastavnik/domain/access/can';
import { decideParticipant } from '@nastavnik/domain/participants/participant-commands';
import type {
  ParticipantDecision,
  ParticipantEffect,
  ParticipantGiven,
} from '@nastavnik/domain/participants/participant-context';
import { hasEnded, isInBank } from '@nastavnik/domain/participants/participant-states';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { demandNoSpecialData } from '../../platform/special-data.ts';
import { planErasure } from '../erasure/door.ts';
import { cancelRequests } from './cancel-requests.ts';
import { participantsById, recordChange } from './participant.queries.ts';
import { contextOf, factsOf, guardsOf, type KnownParticipant, knowParticipants } from './participant-facts.ts';

/** One command of LIFECYCLE 4.3 on one participant. */
export async function commandParticipant(
  tx: Writing,
  caller: Caller,
  id: string,
  body: { readonly version: number; readonly command: ParticipantCommandBody; readonly evenSo: boolean },
): Promise<void> {
  const [row] = await participantsById(tx, caller.tenantId, [id], true);
  if (!row) throw new Refusal('participant.not-found');
  const [known] = await knowParticipants(tx, caller, [row]);
  const decided = decide(caller, known!, body.command);
  if (typeof decided === 'string') throw new Refusal(decided);
  // Said after the rights, so that a stranger learns nothing from a version.
  if (row.version !== body.version) throw new Refusal('participant.changed-meanwhile');
  demandNoSpecialData(textsOf(body.command), body.evenSo);
  await carryOut(tx, caller, known!, body.command, decided);
}

export type ManyOutcome = {
  readonly done: string[];
  readonly refused: { readonly id: string; readonly name: string; readonly code: RefusalCode }[];
};

/** The same command on many: each by itself, in one transaction, those refused with their reasons. */
export async function commandMany(
  tx: Writing,
  caller: Caller,
  {
    ids,
    command,
    evenSo,
  }: { readonly ids: readonly string[]; readonly command: ParticipantCommandBody; readonly evenSo: boolean },
): Promise<ManyOutcome> {
  const rows = await participantsById(tx, caller.tenantId, [...new Set(ids)], true);
  if (rows.length < new Set(ids).size) throw new Refusal('participant.not-found');
  demandNoSpecialData(textsOf(command), evenSo);
  const outcome: ManyOutcome = { done: [], refused: [] };
  for (const known of await knowParticipants(tx, caller, rows)) {
    if (!can(caller, 'participant.see', known.ties)) throw new Refusal('access.denied', { action: 'participant.see' });
    const decided = decide(caller, known, command);
    if (typeof decided === 'string') {
      outcome.refused.push({ id: known.row.id, name: known.person.name, code: decided });
      continue;
    }
    await carryOut(tx, caller, known, command, decided);
    outcome.done.push(known.row.id);
  }
  return outcome;
}

/** Selecting for a request is selecting: the same rules, the same line in the history (C4). */
export async function selectMentor(tx: Writing, caller: Caller, id: string): Promise<void> {
  const { refused } = await commandMany(tx, caller, { ids: [id], command: { command: 'select' }, evenSo: false });
  if (refused[0]) throw new Refusal(refused[0].code);
}

function decide(caller: Caller, known: KnownParticipant, command: ParticipantCommandBody) {
  // RULE-15: the data lie still; the family alone may still speak.
  if (known.ties.includes('blocked') && !can(caller, 'participant.see', known.ties)) return 'access.denied' as const;
  if (command.command === 'confirmYear') return confirmedYear(caller, known);
  if (command.command === 'unselect') return backInBank(caller, known);
  const decided = decideParticipant(
    factsOf(known.row),
    command.command,
    contextOf(caller, { ...known, guards: guardsOf(known) }, givenOf(command)),
  );
  const dated = command.command === 'exclude' && command.orderDate > caller.today;
  return typeof decided !== 'string' && dated ? ('record.in-future' as const) : decided;
}

/** «Актуализация»: whoever was carried over from last year still stands in the bank. The state does not change. */
function confirmedYear(caller: Caller, { row, ties }: KnownParticipant) {
  if (!can(caller, 'participant.confirmYear', ties)) return 'participant.not-allowed' as const;
  if (!isInBank(row.state)) return 'participant.state' as const;
  return { participant: factsOf(row), effects: [] } satisfies ParticipantDecision;
}

/** The way back from a selection by mistake, while nothing rests on it; 4.3 knows no step from `selected` to the bank. */
function backInBank(caller: Caller, { row, ties, preparation }: KnownParticipant) {
  if (!can(caller, 'participant.select', ties)) return 'participant.not-allowed' as const;
  if (row.state !== 'selected') return 'participant.state' as const;
  if (preparation.answers > 0) return 'participant.has-answers' as const;
  return {
    participant: { ...factsOf(row), state: 'inBank', selectedOn: null },
    effects: [],
  } satisfies ParticipantDecision;
}

function givenOf(command: ParticipantCommandBody): ParticipantGiven {
  switch (command.command) {
    case 'reject':
      return { rejection: command.reason };
    case 'suspend':
      return { suspension: { reason: command.reason, until: command.until } };
    case 'exclude':
      return { exclusion: { orderRegistered: true, ground: command.ground } };
    case 'refuse':
    case 'withdraw':
      return command.statement === undefined ? {} : { statement: command.statement };
    default:
      return {};
  }
}

/** What stands there in somebody's own words. */
function textsOf(command: ParticipantCommandBody): (string | undefined)[] {
  if (command.command === 'exclude') return [command.ground];
  return command.command === 'refuse' || command.command === 'withdraw' ? [command.statement] : [];
}

function reasonOf(command: ParticipantCommandBody): string | null {
  switch (command.command) {
    case 'reject':
    case 'suspend':
      return command.reason;
    case 'exclude':
      return `${command.ground} (приказ от ${command.orderDate} № ${command.orderNumber})`;
    default:
      return null;
  }
}

async function carryOut(
  tx: Writing,
  caller: Caller,
  { row }: KnownParticipant,
  command: ParticipantCommandBody,
  decision: ParticipantDecision,
): Promise<void> {
  const { state, selectedOn, suspendedUntil } = decision.participant;
  const moved = state !== row.state;
  await tx
    .updateTable('participants')
    .set({
      state,
      selected_on: selectedOn,
      suspended_until: suspendedUntil,
      version: row.version + 1,
      ...(moved ? { state_since: caller.today } : {}),
      // Whoever enters the bank this year is confirmed by that.
      ...(command.command === 'confirmYear' || command.command === 'enterBank' ? { confirmed_on: caller.today } : {}),
    })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', row.id)
    .execute();
  await recordChange(tx, caller, {
    participantId: row.id,
    onDay: caller.today,
    command: command.command,
    from: row.state,
    to: state,
    formId: row.formId,
    reason: reasonOf(command),
    version: row.version + 1,
  });
  if (moved && hasEnded(state))
    await cancelRequests(tx, caller.tenantId, { participantId: row.id, onDay: caller.today });
  for (const effect of decision.effects) await followUp(tx, caller, row.personId, effect);
  await recordEvent(tx, caller, {
    type: `participant.${command.command}`,
    object: { kind: 'participant', id: row.id },
    data: { from: row.state, to: state },
  });
}

async function followUp(tx: Writing, caller: Caller, personId: string, effect: ParticipantEffect): Promise<void> {
  switch (effect.kind) {
    case 'destroyNomineeBy':
      return planErasure(tx, caller, { personId, ground: 'refusal', dueOn: effect.day });
    case 'openCompetenceCard':
      await tx
        .insertInto('competence_cards')
        .values({ tenant_id: caller.tenantId, person_id: personId, card: JSON.stringify(null) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return;
    case 'remindResume':
      await tx
        .insertInto('duty_tasks')
        .values({
          tenant_id: caller.tenantId,
          id: newId(caller.now),
          kind: 'participant.resume',
          key: `participant.resume:${personId}:${effect.day}`,
          person_id: personId,
          due_on: effect.day,
          created_at: caller.now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return;
    // What the person sees the next time on the own page; pairs are not formed here.
    case 'sendInvitation':
    case 'requireConsents':
    case 'openRequest':
    case 'tellReason':
    case 'offerPsychologist':
    case 'unitsToDecision':
      return;
  }
}
