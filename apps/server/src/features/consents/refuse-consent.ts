import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { erasureOf } from '@nastavnik/domain/consents/erasure';
import { noLongerNeeded } from '@nastavnik/domain/consents/say-no';
import { sql } from 'kysely';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { closeDuties } from '../duties/door.ts';
import { planErasure } from '../erasure/door.ts';
import { participationsOf, recordChange } from '../participants/door.ts';
import { decided, type Held, holdConsent } from './command-consent.ts';
import { consentsById } from './consent.queries.ts';
import { saveConsent } from './save-consent.queries.ts';
import { tellOffice } from './tell-office.ts';

/** «Не согласен»: no reason asked, no sanction (RULE-10). */
export async function refuseInAccount(tx: Writing, caller: Caller, id: string): Promise<void> {
  const held = await holdConsent(tx, caller, id, 'consent.refuse');
  await sayNo(tx, caller, held, { by: caller.personId, saidOn: caller.today });
}

/** The «no» that came on paper, entered by whoever collects the papers. */
export async function recordRefusal(
  tx: Writing,
  caller: Caller,
  id: string,
  said: { readonly by: string; readonly saidOn: PlainDate },
): Promise<void> {
  await sayNo(tx, caller, await holdConsent(tx, caller, id, 'consent.file'), said);
}

async function sayNo(
  tx: Writing,
  caller: Caller,
  held: Held,
  said: { readonly by: string; readonly saidOn: PlainDate },
): Promise<void> {
  const { stored } = held;
  const { consent } = decided(held, { kind: 'refuse', ...said }, caller);
  await saveConsent(tx, caller, stored.consent, consent);
  await recordEvent(tx, caller, {
    type: 'consent.refused',
    object: { kind: 'consent', id: consent.id },
    data: { by: said.by, on: said.saidOn },
  });
  await tellOffice(tx, caller, consent.id, 'consentRefused');
  // Nobody asks again; the paper it was to replace runs out its days.
  if (consent.renewalOf) await closeDuties(tx, caller, { consentIds: [consent.renewalOf], kinds: ['consent.renew'] });
  // A renewal that is refused leaves what is valid to its term.
  if (consent.kind === 'processing' && consent.renewalOf === null) {
    await layAsideOthers(tx, caller, consent.subjectId, said.saidOn);
  }
  if (consent.kind === 'processing' || consent.kind === 'participation') {
    await endNominations(tx, caller, consent.subjectId, said.saidOn);
  }
}

async function layAsideOthers(tx: Writing, caller: Caller, personId: string, saidOn: PlainDate): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from consents where tenant_id = ${caller.tenantId} and person_id = ${personId}
      and state in ('draft', 'issued', 'partiallySigned') order by id for update`.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  for (const { consent } of await consentsById(tx, caller.tenantId, ids)) {
    const laidAside = noLongerNeeded(consent, saidOn);
    if (!laidAside) continue;
    await saveConsent(tx, caller, consent, laidAside);
    await recordEvent(tx, caller, {
      type: 'consent.superseded',
      object: { kind: 'consent', id: consent.id },
      data: { reason: 'notNeeded' },
    });
  }
  await closeDuties(tx, caller, { consentIds: ids });
}

/** 4.3 refuse: a proposal without consent comes to nothing, and what was written for it goes in 30 days (RULE-16). */
async function endNominations(tx: Writing, caller: Caller, personId: string, saidOn: PlainDate): Promise<void> {
  const asked = (await participationsOf(tx, caller.tenantId, personId)).filter(
    ({ state }) => state === 'invited' || state === 'consentPending',
  );
  for (const { id, state, formId, version } of asked) {
    await tx
      .updateTable('participants')
      .set((each) => ({ state: 'refused', state_since: caller.today, version: each('version', '+', 1) }))
      .where('tenant_id', '=', caller.tenantId)
      .where('id', '=', id)
      .where('state', '=', state)
      .execute();
    await recordChange(tx, caller, {
      participantId: id,
      onDay: caller.today,
      command: 'refuse',
      from: state,
      to: 'refused',
      formId,
      reason: null,
      version: version + 1,
    });
    await recordEvent(tx, caller, {
      type: 'participant.refuse',
      object: { kind: 'participant', id },
      data: { from: state, to: 'refused', because: 'consent' },
    });
  }
  if (asked.length > 0) {
    await planErasure(tx, caller, { personId, ground: 'refusal', dueOn: erasureOf('refusal', saidOn).runOn });
  }
}
