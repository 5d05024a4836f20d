import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { age } from '@nastavnik/domain/people/age';
import { readSnils, type Snils } from '@nastavnik/domain/people/snils';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { setApart } from './apart.ts';
import { demandNewPerson } from './likeness.ts';

export type NewPerson = {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthDate: PlainDate | null;
  readonly snils: string | null;
  readonly evenSo: boolean;
};

/** Puts somebody on record who is not there yet. Returns the id. @throws person.maybe-known, person.snils-… */
export async function addPerson(tx: Writing, caller: Caller, person: NewPerson): Promise<string> {
  const { familyName, givenName, patronymic, email, phone, birthDate } = person;
  const snils = checkedSnils(person.snils);
  demandPossibleBirth(birthDate, caller.today);
  const traits = { name: { familyName, givenName, patronymic }, birthDate, snils };
  const others = await demandNewPerson(tx, caller, traits, person.evenSo);
  await demandFreeSnils(tx, caller.tenantId, snils);
  const id = newId(caller.now);
  await tx
    .insertInto('people')
    .values({
      tenant_id: caller.tenantId,
      id,
      family_name: familyName,
      given_name: givenName,
      patronymic,
      email,
      phone,
      birth_date: birthDate,
      snils,
    })
    .execute();
  await setApart(tx, caller, id, others);
  await recordEvent(tx, caller, {
    type: 'person.added',
    object: { kind: 'person', id },
    data: others.length > 0 ? { otherThan: others } : {},
  });
  return id;
}

export function checkedSnils(text: string | null): Snils | null {
  if (text === null) return null;
  const read = readSnils(text);
  if ('fault' in read) throw new Refusal('person.snils-invalid', { fault: read.fault });
  return read.snils;
}

export async function demandFreeSnils(
  tx: Reading,
  tenantId: string,
  snils: Snils | null,
  except?: string,
): Promise<void> {
  if (snils === null) return;
  const holder = await tx
    .selectFrom('people')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('snils', '=', snils)
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (holder && holder.id !== except) throw new Refusal('person.snils-taken', { personId: holder.id });
}

/** Nobody is born tomorrow, and nobody here is older than 120. */
export function demandPossibleBirth(birthDate: PlainDate | null, today: PlainDate): void {
  if (birthDate !== null && (birthDate > today || age(birthDate, today) > 120)) {
    throw new Refusal('person.birth-date-impossible');
  }
}
