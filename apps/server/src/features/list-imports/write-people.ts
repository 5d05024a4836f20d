import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { PersonName } from '@nastavnik/domain/people/person-name';
import { sql } from 'kysely';
import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { consentsLookAgain } from '../consents/door.ts';
import { setApart } from '../persons/door.ts';

/** Whoever applies a list, in the transaction that writes it. */
export type Applying = Actor & { readonly today: PlainDate };

export type PersonValues = {
  readonly name: PersonName;
  readonly birthDate?: PlainDate | null;
  readonly snils?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  /** «Это другой человек»: the records that were looked at. */
  readonly otherThan?: readonly string[] | undefined;
};

/** Rows of any table in one statement; `columns` are `name type`. */
export async function insertMany(
  tx: Writing,
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)));
  const typed = sql.raw(
    Object.entries(columns)
      .map(([name, type]) => `"${name}" ${type}`)
      .join(', '),
  );
  await sql`insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (${typed})`.execute(tx);
}

/** Puts people on record, each with a line in the history. Returns their ids, in order. */
export async function insertPeople(
  tx: Writing,
  applying: Applying,
  people: readonly PersonValues[],
): Promise<string[]> {
  const made = people.map((person) => ({ ...person, id: newId(applying.now) }));
  await insertMany(
    tx,
    'people',
    {
      tenant_id: 'uuid',
      id: 'uuid',
      family_name: 'text',
      given_name: 'text',
      patronymic: 'text',
      birth_date: 'date',
      snils: 'text',
      email: 'text',
      phone: 'text',
    },
    made.map(({ id, name, birthDate, snils, email, phone }) => ({
      tenant_id: applying.tenantId,
      id,
      family_name: name.familyName,
      given_name: name.givenName,
      patronymic: name.patronymic,
      birth_date: birthDate ?? null,
      snils: snils ?? null,
      email: email ?? null,
      phone: phone ?? null,
    })),
  );
  const ids = made.map(({ id }) => id);
  await recordMany(tx, applying, 'person.added', ids);
  for (const { id, otherThan = [] } of made) {
    if (applying.personId) await setApart(tx, { ...applying, personId: applying.personId }, id, otherThan);
  }
  return ids;
}

/** The history of many people in one statement. */
export async function recordMany(
  tx: Writing,
  applying: Applying,
  type: string,
  personIds: readonly string[],
): Promise<void> {
  await insertMany(
    tx,
    'audit_events',
    {
      tenant_id: 'uuid',
      id: 'uuid',
      at: 'timestamptz',
      actor_person_id: 'uuid',
      actor_name: 'text',
      type: 'text',
      object_kind: 'text',
      object_id: 'uuid',
      data: 'jsonb',
    },
    personIds.map((personId) => ({
      tenant_id: applying.tenantId,
      id: newId(applying.now),
      at: applying.now,
      actor_person_id: applying.personId,
      actor_name: applying.name,
      type,
      object_kind: 'person',
      object_id: personId,
      data: { by: 'list' },
    })),
  );
}

/** Writes those values of somebody known that the list has otherwise. */
export async function changePerson(
  tx: Writing,
  applying: Applying,
  id: string,
  { changes, ...values }: PersonValues & { readonly changes: readonly string[] },
): Promise<void> {
  const has = (field: string) => changes.includes(field);
  await tx
    .updateTable('people')
    .set((each) => ({
      version: each('version', '+', 1),
      ...(has('name')
        ? {
            family_name: spelledAsBefore('family_name', values.name.familyName),
            given_name: spelledAsBefore('given_name', values.name.givenName),
            // A list without a father's name takes none away.
            ...(values.name.patronymic === null ? {} : { patronymic: values.name.patronymic }),
          }
        : {}),
      ...(has('birthDate') ? { birth_date: values.birthDate ?? null } : {}),
      ...(has('snils') ? { snils: values.snils ?? null } : {}),
      ...(has('email') ? { email: values.email ?? null } : {}),
      ...(has('phone') ? { phone: values.phone ?? null } : {}),
    }))
    .where('tenant_id', '=', applying.tenantId)
    .where('id', '=', id)
    .execute();
  await recordMany(tx, applying, 'person.changed', [id]);
  if (has('name') || has('birthDate')) {
    await enqueue(tx, consentsLookAgain, { tenantId: applying.tenantId, personId: id });
  }
}

/** «Семенов» for «Семёнов» is no news: what the card has stays. */
function spelledAsBefore(column: 'family_name' | 'given_name', value: string) {
  return sql<string>`case when translate(lower(${sql.ref(column)}), 'ё', 'е') = translate(lower(${value}::text), 'ё', 'е')
    then ${sql.ref(column)} else ${value} end`;
}
