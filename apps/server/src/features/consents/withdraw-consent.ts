import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Consent } from '@nastavnik/domain/consents/consent';
import { demandDueOn } from '@nastavnik/domain/consents/demands';
import { type WithdrawalPlan, withdrawalPlan } from '@nastavnik/domain/consents/erasure';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { closeDuties } from '../duties/door.ts';
import { planErasure } from '../erasure/door.ts';
import { withdrawParticipations } from '../participants/door.ts';
import { decided, holdConsent } from './command-consent.ts';
import { frozenDocumentsOf } from './frozen-document.ts';
import { participationsEndedBy } from './participations-ended.ts';
import { saveConsent } from './save-consent.queries.ts';
import { tellOffice } from './tell-office.ts';
import { carryOutTasks, outerResourcesOf } from './withdrawal-tasks.ts';

export type Withdrawn = { readonly demandId: string; readonly erasedBy: PlainDate | null };

/** RULE-14: the person or the representative, in the account, at any time, without a reason. */
export async function withdrawInAccount(tx: Writing, caller: Caller, id: string): Promise<Withdrawn> {
  return withdraw(tx, caller, id, 'consent.withdraw', { by: caller.personId, receivedOn: caller.today });
}

/** A statement on paper, with the day on which the school received it. */
export async function recordWithdrawal(
  tx: Writing,
  caller: Caller,
  id: string,
  statement: { readonly by: string; readonly receivedOn: PlainDate },
): Promise<Withdrawn> {
  return withdraw(tx, caller, id, 'consent.recordWithdrawal', statement);
}

async function withdraw(
  tx: Writing,
  caller: Caller,
  id: string,
  action: 'consent.withdraw' | 'consent.recordWithdrawal',
  { by, receivedOn }: { readonly by: string; readonly receivedOn: PlainDate },
): Promise<Withdrawn> {
  const held = await holdConsent(tx, caller, id, action);
  const { consent } = decided(held, { kind: 'withdraw', by, receivedOn }, caller);
  await saveConsent(tx, caller, held.stored.consent, consent);
  const demandId = newId(caller.now);
  await tx
    .insertInto('subject_demands')
    .values({
      tenant_id: caller.tenantId,
      id: demandId,
      person_id: consent.subjectId,
      kind: 'withdrawal',
      received_on: receivedOn,
      received_by: caller.personId,
      asked_by: by,
      consent_id: id,
      due_on: demandDueOn('withdrawal', receivedOn),
      // Stopped in the same minute; what is left to do are the tasks and the destruction.
      done_on: caller.today,
      done_by: caller.personId,
    })
    .execute();
  await recordEvent(tx, caller, {
    type: 'consent.withdrawn',
    object: { kind: 'consent', id },
    data: { by, receivedOn, demandId },
  });
  await tellOffice(tx, caller, id, 'consentWithdrawn');
  const plan = await stopAtOnce(tx, caller, consent, receivedOn, demandId);
  return { demandId, erasedBy: plan.erasure?.runOn ?? null };
}

/** LIFECYCLE 4.4 invalidate: a defect was found; the same effects as a withdrawal. */
export async function invalidateConsent(tx: Writing, caller: Caller, id: string, defect: string): Promise<void> {
  const held = await holdConsent(tx, caller, id, 'consent.invalidate');
  const { consent } = decided(held, { kind: 'invalidate', defect }, caller);
  await saveConsent(tx, caller, held.stored.consent, consent);
  await recordEvent(tx, caller, {
    type: 'consent.invalidated',
    object: { kind: 'consent', id },
    data: { defect },
  });
  await stopAtOnce(tx, caller, consent, caller.today, id);
}

/** RULE-15, RULE-16, RULE-19: what happens in the same minute, and what somebody has to do by a day. */
async function stopAtOnce(
  tx: Writing,
  caller: Caller,
  consent: Consent,
  receivedOn: PlainDate,
  cause: string,
): Promise<WithdrawalPlan> {
  const personId = consent.subjectId;
  const frozen = (await frozenDocumentsOf(tx, caller.tenantId, [consent.id])).get(consent.id)!;
  const resources = await outerResourcesOf(tx, caller.tenantId, consent, frozen.template);
  const receivers = frozen.template.receivers.filter(({ gets }) => gets !== 'aggregates');
  const plan = withdrawalPlan({
    kind: consent.kind,
    receivedOn,
    hasDissemination: await hasDissemination(tx, caller.tenantId, personId),
    // Publications and pairs are not kept here yet: the places named in the consent are asked in any case.
    hasPublications: false,
    outerResources: resources.length,
    isMentorInUnit: false,
    hasOpenUnits: false,
    receivers: receivers.length,
  });
  await closeDuties(tx, caller, { consentIds: [consent.id] });
  if (consent.kind === 'processing') await block(tx, caller, personId);
  if (plan.immediate.includes('participationsWithdrawn')) {
    await withdrawParticipations(tx, caller, await participationsEndedBy(tx, caller, consent), {
      onDay: caller.today,
      reason: null,
      because: 'consent',
    });
  }
  if (plan.erasure && consent.kind === 'processing') {
    await planErasure(tx, caller, { personId, ground: 'withdrawal', dueOn: plan.erasure.runOn });
  }
  await carryOutTasks(tx, caller, { consent, cause, plan, resources, receivers: receivers.map(({ name }) => name) });
  return consent.kind === 'processing' ? plan : { ...plan, erasure: null };
}

async function block(tx: Writing, caller: Caller, personId: string): Promise<void> {
  await tx
    .updateTable('people')
    .set((each) => ({ blocked_at: each.fn.coalesce('blocked_at', each.val(caller.now)) }))
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', personId)
    .execute();
}

async function hasDissemination(tx: Writing, tenantId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('consents')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'dissemination')
    .where('state', '=', 'valid')
    .executeTakeFirst();
  return row !== undefined;
}
