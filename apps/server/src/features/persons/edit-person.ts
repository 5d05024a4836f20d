import type { emancipationBody, personCardBody } from '@nastavnik/contracts/persons';
import { can } from '@nastavnik/domain/access/can';
import { age } from '@nastavnik/domain/people/age';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { consentsLookAgain, peopleSignedFor } from '../consents/door.ts';
import { checkedSnils, demandFreeSnils, demandPossibleBirth } from './add-person.ts';
import { mayEditPerson } from './may-edit.ts';
import { representationsOf } from './person-card.queries.ts';
import { demandOpen, lockPerson, personForEdit } from './person-for-edit.ts';

/** Name, birth date, contacts. A new name or birth date changes who signs and what is printed: consents are looked at. */
export async function editPerson(
  tx: Writing,
  caller: Caller,
  personId: string,
  body: z.infer<typeof personCardBody>,
): Promise<void> {
  const { sides, ties } = await lockPerson(tx, caller, personId);
  const throughChild = await keepsAChild(tx, caller, personId);
  if (!mayEditPerson(caller, sides, ties, throughChild)) throw new Refusal('access.denied', { action: 'pupil.edit' });
  demandOpen(sides, body.version);
  const birthDate = body.birthDate === undefined ? sides.birthDate : body.birthDate;
  demandPossibleBirth(birthDate, caller.today);
  const snils = body.snils === undefined ? undefined : checkedSnils(body.snils);
  if (snils !== undefined) await demandFreeSnils(tx, caller.tenantId, snils, personId);
  const renamed =
    body.familyName !== sides.familyName || body.givenName !== sides.givenName || body.patronymic !== sides.patronymic;
  await tx
    .updateTable('people')
    .set((each) => ({
      family_name: body.familyName,
      given_name: body.givenName,
      patronymic: body.patronymic,
      birth_date: birthDate,
      version: each('version', '+', 1),
      ...(body.email === undefined ? {} : { email: body.email }),
      ...(body.phone === undefined ? {} : { phone: body.phone }),
      ...(snils === undefined ? {} : { snils }),
      ...(body.underGuardianship === undefined ? {} : { under_guardianship: body.underGuardianship }),
    }))
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', personId)
    .execute();
  const guarded = body.underGuardianship ?? sides.underGuardianship;
  await recordEvent(tx, caller, {
    type: 'person.changed',
    object: { kind: 'person', id: personId },
    data: { renamed },
  });
  if (renamed || birthDate !== sides.birthDate || guarded !== sides.underGuardianship) {
    // A parent's name stands on the papers of the children.
    const others = renamed ? await peopleSignedFor(tx, caller.tenantId, personId) : [];
    for (const each of [personId, ...others]) {
      await enqueue(tx, consentsLookAgain, { tenantId: caller.tenantId, personId: each });
    }
  }
}

async function keepsAChild(tx: Writing, caller: Caller, personId: string): Promise<boolean> {
  const children = await representationsOf(tx, { ...caller, personId }, 'representative');
  const ties = await tiesTo(
    tx,
    caller,
    children.map(({ childId }) => childId),
  );
  return children.some(({ childId }) => can(caller, 'representative.edit', ties.get(childId) ?? []));
}

/** ГК art. 27: from 16 on, by a decision; without its document it does not count. */
export async function recordEmancipation(
  tx: Writing,
  caller: Caller,
  personId: string,
  body: z.infer<typeof emancipationBody> | null,
): Promise<void> {
  const { sides } = await personForEdit(tx, caller, personId, {
    action: 'pupil.edit',
    ...(body ? { version: body.version } : {}),
  });
  if (body) {
    const years = sides.birthDate === null ? null : age(sides.birthDate, body.on);
    if (years === null || years < 16 || years > 17 || body.on > caller.today) {
      throw new Refusal('person.emancipation-age');
    }
  }
  await tx
    .updateTable('people')
    .set((each) => ({
      emancipated_on: body?.on ?? null,
      emancipation_document: body?.document ?? null,
      version: each('version', '+', 1),
    }))
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', personId)
    .execute();
  await recordEvent(tx, caller, {
    type: body ? 'person.emancipated' : 'person.emancipation-removed',
    object: { kind: 'person', id: personId },
  });
  await enqueue(tx, consentsLookAgain, { tenantId: caller.tenantId, personId });
}
