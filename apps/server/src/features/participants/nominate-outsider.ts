import type { nominateOutsiderBody } from '@nastavnik/contracts/participants';
import { can } from '@nastavnik/domain/access/can';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addPerson } from '../persons/door.ts';
import { type Nominations, nominateOne } from './nominate.ts';
import { personSummaries } from './person-summary.queries.ts';

type Body = z.infer<typeof nominateOutsiderBody>;

/**
 * A student or a partner's person is no one's employee or pupil here: the record begins with the nomination. Whoever looks
 * like somebody known is asked about first. @throws person.maybe-known
 */
export async function nominateOutsider(tx: Writing, caller: Caller, body: Body): Promise<Nominations> {
  if (!can(caller, 'events.edit')) throw new Refusal('access.denied', { action: 'participant.nominate' });
  const { familyName, givenName, patronymic, contact, evenSo } = body;
  const personId =
    body.knownId ??
    (await addPerson(tx, caller, {
      familyName,
      givenName,
      patronymic,
      ...contact,
      birthDate: null,
      snils: null,
      evenSo,
    }));
  if (await isFromOutside(tx, caller, personId)) {
    await tx
      .insertInto('outsiders')
      .values({
        tenant_id: caller.tenantId,
        person_id: personId,
        kind: body.kind,
        organization: body.organization,
        post: body.post,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  // Refused, the person is not written either: the contact would be left over from nothing.
  const participantId = await nominateOne(tx, caller, { role: body.role, formId: body.formId, personId });
  return { nominated: [{ personId, participantId }], refused: [] };
}

/** A graduate or a parent is; who learns or works here is proposed as that. */
async function isFromOutside(tx: Writing, caller: Caller, personId: string): Promise<boolean> {
  const person = (await personSummaries(tx, caller, [personId])).get(personId);
  if (!person || person.gone) throw new Refusal('person.not-found');
  return person.standing !== 'pupil' && person.standing !== 'employee';
}
