import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { defaultTemplate } from '@nastavnik/domain/consents/default-templates/default-templates';
import { writing } from '../src/platform/db/transactions.ts';
import { newId } from '../src/platform/ids.ts';
import type { TestDatabase } from './database.ts';

/** Pupils, classes and parents put straight into the tables, for tests that begin after the lists are there. */
export type Place = { readonly database: TestDatabase; readonly tenantId: string; readonly now: Date };

const SINCE = '2024-09-01' as PlainDate;

export async function aClass(place: Place, grade: number, letter: string, teacherId?: string): Promise<string> {
  const id = newId(place.now);
  await insert(place, async (tx, tenant_id) => {
    await tx.insertInto('classes').values({ tenant_id, id, school_year: 2024, grade, letter }).execute();
    if (!teacherId) return;
    await tx
      .insertInto('class_teachers')
      .values({ tenant_id, id: newId(place.now), class_id: id, person_id: teacherId, started_on: SINCE })
      .execute();
  });
  return id;
}

export async function aPerson(
  place: Place,
  name: string,
  more: { readonly birthDate?: string; readonly email?: string } = {},
): Promise<string> {
  const id = newId(place.now);
  const [family_name = '', given_name = '', patronymic = null] = name.split(' ');
  await insert(place, (tx, tenant_id) =>
    tx
      .insertInto('people')
      .values({
        tenant_id,
        id,
        family_name,
        given_name,
        patronymic,
        birth_date: (more.birthDate ?? null) as PlainDate | null,
        email: more.email ?? null,
      })
      .execute(),
  );
  return id;
}

export async function aPupil(place: Place, name: string, classId: string, birthDate = '2011-03-05'): Promise<string> {
  const id = await aPerson(place, name, { birthDate });
  await insert(place, async (tx, tenant_id) => {
    await tx.insertInto('pupils').values({ tenant_id, person_id: id }).execute();
    await tx
      .insertInto('class_places')
      .values({ tenant_id, id: newId(place.now), class_id: classId, person_id: id, started_on: SINCE })
      .execute();
  });
  return id;
}

/** A mother with her authority checked. */
export async function aMother(
  place: Place,
  name: string,
  childIds: readonly string[],
  verifierId: string,
): Promise<string> {
  const id = await aPerson(place, name);
  await insert(place, async (tx, tenant_id) => {
    for (const child_id of childIds) {
      await tx
        .insertInto('representations')
        .values({
          tenant_id,
          id: newId(place.now),
          representative_id: id,
          child_id,
          kind: 'mother',
          document_kind: 'свидетельство о рождении',
          document_number: 'I-АА 123456',
          verified_by: verifierId,
          verified_on: SINCE,
          started_on: SINCE,
        })
        .execute();
    }
  });
  return id;
}

export async function aCycle(place: Place): Promise<string> {
  const id = newId(place.now);
  await insert(place, (tx, tenant_id) =>
    tx
      .insertInto('program_cycles')
      .values({ tenant_id, id, title: '2024/25', started_on: SINCE, ended_on: '2025-08-31' as PlainDate })
      .execute(),
  );
  return id;
}

/** A processing consent that holds, put there without its papers. */
export async function aValidConsent(
  place: Place,
  personId: string,
  kind: 'processing' | 'participation' = 'processing',
): Promise<string> {
  const id = newId(place.now);
  const templateId = newId(place.now);
  const wording = defaultTemplate(kind, 'adult')!;
  await insert(place, async (tx, tenant_id) => {
    const known = await tx
      .selectFrom('consent_templates')
      .select('id')
      .where('tenant_id', '=', tenant_id)
      .where('kind', '=', kind)
      .executeTakeFirst();
    if (!known) {
      await tx
        .insertInto('consent_templates')
        .values({
          tenant_id,
          id: templateId,
          kind,
          audience: 'adult',
          version: 1,
          scope_version: 1,
          template: '{}',
          created_at: place.now,
        })
        .execute();
    }
    const { max } = await tx
      .selectFrom('consents')
      .select((c) => c.fn.max('number').as('max'))
      .where('tenant_id', '=', tenant_id)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('consents')
      .values({
        tenant_id,
        id,
        number: Number(max ?? 0) + 1,
        year: 2024,
        kind,
        person_id: personId,
        template_id: known?.id ?? templateId,
        state: 'valid',
        document: JSON.stringify({ template: wording }),
        issued_on: SINCE,
        valid_from: SINCE,
        created_at: place.now,
      })
      .execute();
    await tx
      .insertInto('consent_signers')
      .values({
        tenant_id,
        consent_id: id,
        person_id: personId,
        side: 'subject',
        signed_on: SINCE,
        method: 'paper',
        ticks: JSON.stringify(wording.purposes.map(({ code }) => code)),
      })
      .execute();
  });
  return id;
}

function insert<T>(
  place: Place,
  work: (tx: Parameters<Parameters<typeof writing>[2]>[0], tenantId: string) => Promise<T>,
): Promise<T> {
  return writing(place.database.pool, { tenantId: place.tenantId }, (tx) => work(tx, place.tenantId)) as Promise<T>;
}
