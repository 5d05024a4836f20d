import type { nominateBody } from '@nastavnik/contracts/participants';
import { isRefusalCode, type RefusalCode } from '@nastavnik/contracts/refusals';
import { can, type Tie } from '@nastavnik/domain/access/can';
import type { MentoringForm } from '@nastavnik/domain/participants/mentoring-form';
import { decideParticipant } from '@nastavnik/domain/participants/participant-commands';
import type { GuardFacts } from '@nastavnik/domain/participants/participant-context';
import type { ParticipantRole } from '@nastavnik/domain/participants/participant-states';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { enabledForm } from '../mentoring-forms/door.ts';
import { cycleOfBanks } from './cycle-of-today.ts';
import { recordChange } from './participant.queries.ts';
import { contextOf } from './participant-facts.ts';
import { type PersonSummary, personSummaries } from './person-summary.queries.ts';
import { standRefusal } from './stand-refusal.ts';

export type Nominations = {
  readonly nominated: { readonly personId: string; readonly participantId: string }[];
  readonly refused: { readonly personId: string; readonly code: string }[];
};

/**
 * 4.3 nominate: each person by itself. Nothing is written of a person but who and in which role (RULE-03); the tag of
 * support lies in a table of its own.
 */
export async function nominate(
  tx: Writing,
  caller: Caller,
  body: z.infer<typeof nominateBody>,
  from?: 'event',
): Promise<Nominations> {
  demandNothingMore(body.people);
  const cycle = await cycleOfBanks(tx, caller);
  const form = body.formId ? await enabledForm(tx, caller.tenantId, body.formId) : null;
  const ids = [...new Set(body.people.map((each) => each.personId))];
  const people = await personSummaries(tx, caller, ids);
  const ties = await tiesTo(tx, caller, ids);
  const outcome: Nominations = { nominated: [], refused: [] };
  // In one order for everybody, so that two lists nominated at once do not wait for each other.
  for (const { personId, needsSupport } of body.people.toSorted(byId)) {
    const person = people.get(personId);
    if (!person || person.gone) throw new Refusal('person.not-found');
    const own = ties.get(personId) ?? [];
    const refused = refusalOf(caller, { person, ties: own }, body.role, form);
    if (refused === 'participant.not-allowed') throw new Refusal('access.denied', { action: 'participant.nominate' });
    if (refused) {
      outcome.refused.push({ personId, code: refused });
      continue;
    }
    const participantId = await insertNominee(tx, caller, {
      personId,
      role: body.role,
      cycleId: cycle.id,
      formId: body.formId,
      source: from ?? sourceOf(caller, own),
    });
    if (!participantId) {
      outcome.refused.push({ personId, code: 'participant.exists' });
      continue;
    }
    if (needsSupport) await tag(tx, caller, personId, own);
    outcome.nominated.push({ personId, participantId });
  }
  return outcome;
}

const byId = (one: { personId: string }, other: { personId: string }) => (one.personId < other.personId ? -1 : 1);

function sourceOf(caller: Caller, ties: readonly Tie[]): string {
  if (ties.includes('self')) return 'self';
  if (can(caller, 'events.edit')) return 'office';
  return ties.includes('ownClass') ? 'classTeacher' : 'association';
}

/** RULE-03: a nominee's card has no place for a request, a deficit or a diagnosis. */
function demandNothingMore(people: readonly object[]): void {
  const more = people.flatMap((each) =>
    Object.keys(each).filter((key) => key !== 'personId' && key !== 'needsSupport'),
  );
  if (more.length > 0) throw new Refusal('participant.before-consent', { fields: [...new Set(more)] });
}

/** «Хочу участвовать»: the same rules, oneself. */
export async function nominateSelf(
  tx: Writing,
  caller: Caller,
  body: { readonly role: ParticipantRole; readonly formId: string | null },
): Promise<string> {
  const participantId = await nominateOne(tx, caller, { ...body, personId: caller.personId });
  // Who was only interested has chosen.
  await tx
    .updateTable('interests')
    .set({ taken_up_at: caller.now })
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', caller.personId)
    .where('taken_up_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  return participantId;
}

/** One person, nominated or refused with the reason. */
export async function nominateOne(
  tx: Writing,
  caller: Caller,
  nominee: { readonly personId: string; readonly role: ParticipantRole; readonly formId: string | null },
  from?: 'event',
): Promise<string> {
  const { personId, ...body } = nominee;
  const outcome = await nominate(tx, caller, { ...body, people: [{ personId, needsSupport: false }] }, from);
  const [refused] = outcome.refused;
  if (refused) throw new Refusal(knownCode(refused.code));
  return outcome.nominated[0]!.participantId;
}

const NO_GUARDS: GuardFacts = {
  processingConsent: false,
  participationConsent: false,
  interview: false,
  clearance: false,
  training: false,
  cardFilled: false,
  unitApproved: false,
  programApproved: false,
  openUnits: 0,
};

function refusalOf(
  caller: Caller,
  known: { readonly person: PersonSummary; readonly ties: readonly Tie[] },
  role: ParticipantRole,
  form: MentoringForm | null,
): string | undefined {
  const decided = decideParticipant(null, 'nominate', contextOf(caller, { ...known, guards: NO_GUARDS }, { role }));
  if (typeof decided === 'string') return decided;
  const { person } = known;
  // RULE-15: whoever has withdrawn is worked with again from a new consent on, not before.
  if (person.blocked) return 'participant.consent-required';
  return form ? standRefusal(form, role, person, caller.today) : undefined;
}

function knownCode(code: string): RefusalCode {
  if (!isRefusalCode(code)) throw new Error(`A refusal that is on no list: ${code}`);
  return code;
}

async function insertNominee(
  tx: Writing,
  caller: Caller,
  nominee: { personId: string; role: ParticipantRole; cycleId: string; formId: string | null; source: string },
): Promise<string | undefined> {
  const id = newId(caller.now);
  const inserted = await tx
    .insertInto('participants')
    .values({
      tenant_id: caller.tenantId,
      id,
      person_id: nominee.personId,
      role: nominee.role,
      cycle_id: nominee.cycleId,
      form_id: nominee.formId,
      state: 'nominated',
      state_since: caller.today,
      source: nominee.source,
      nominated_by: caller.personId,
      created_at: caller.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'role', 'cycle_id']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return undefined;
  await recordChange(tx, caller, {
    participantId: id,
    onDay: caller.today,
    command: 'nominate',
    from: null,
    to: 'nominated',
    formId: nominee.formId,
    reason: null,
    version: 1,
  });
  await recordEvent(tx, caller, {
    type: 'participant.nominated',
    object: { kind: 'participant', id },
    data: { role: nominee.role, source: nominee.source },
  });
  return id;
}

async function tag(tx: Writing, caller: Caller, personId: string, ties: readonly Tie[]): Promise<void> {
  if (!can(caller, 'supportTag.set', ties)) throw new Refusal('access.denied', { action: 'supportTag.set' });
  await tx
    .insertInto('support_tags')
    .values({ tenant_id: caller.tenantId, person_id: personId, set_by: caller.personId, set_at: caller.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await recordEvent(tx, caller, { type: 'support.set', object: { kind: 'person', id: personId } });
}
