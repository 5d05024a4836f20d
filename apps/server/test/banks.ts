import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type Writing, writing } from '../src/platform/db/transactions.ts';
import { newId } from '../src/platform/ids.ts';
import { aClass, aCycle, aPupil, aValidConsent, type Place } from './pupils.ts';
import { type Answer, aSchool, ask, type Person, type Server } from './school.ts';

export type BankSchool = {
  readonly place: Place;
  readonly tenantId: string;
  readonly people: Readonly<Record<keyof typeof PEOPLE, Person>>;
  readonly class7a: string;
  readonly class7b: string;
  readonly cycleId: string;
  /** A pupil of 7А, born 2009-03-05, with an account. */
  readonly pupil: Person;
  /** The mother of the pupil, with an account. */
  readonly mother: Person;
  write<T>(work: (tx: Writing) => Promise<T>): Promise<T>;
  /** Asks as somebody. */
  as<Body = Told>(who: Person | undefined, request: string, body?: unknown): Promise<Answer<Body>>;
  /** A participation in a state, with the consents that the bank asks for and the line of its history. */
  participant(personId: string, more?: Participation): Promise<string>;
  /** Another pupil, without an account. */
  child(name: string, classId?: string, birthDate?: string): Promise<string>;
};

/** What most answers of these tests are: made, or refused. */
export type Told = { readonly id: string; readonly code: string; readonly details: Record<string, unknown> };

type Participation = {
  readonly role?: 'mentor' | 'mentee';
  readonly state?: string;
  readonly formId?: string | null;
  readonly on?: string;
  readonly consents?: boolean;
};

const PEOPLE = {
  curator: { name: 'Лугова Ирина Юрьевна', roles: ['curator'], post: 'Заместитель директора' },
  director: { name: 'Бережной Олег Павлович', roles: ['director'], post: 'Директор' },
  group: { name: 'Рощина Вера Ильинична', roles: ['workingGroupMember'], post: 'Учитель физики' },
  personnel: { name: 'Кадрова Юлия Львовна', roles: ['personnelOfficer'], post: 'Специалист по кадрам' },
  psychologist: { name: 'Тихонова Мария Олеговна', roles: ['psychologist'], post: 'Педагог-психолог' },
  teacher: { name: 'Перова Анна Сергеевна', roles: ['staff'], post: 'Учитель математики' },
  colleague: { name: 'Дубов Егор Ильич', roles: ['staff'], post: 'Учитель химии' },
  other: { name: 'Дальняя Нина Петровна', roles: ['staff'], post: 'Учитель музыки' },
} as const;

/** A school with both banks empty: office, 7А led by `teacher`, 7Б by `other`, a pupil and the mother. */
export async function aBankSchool(server: Server, name = 'Школа № 5'): Promise<BankSchool> {
  const seeds = {
    ...PEOPLE,
    pupil: { name: 'Лосев Пётр Ильич', roles: [] },
    mother: { name: 'Лосева Мария Олеговна', roles: [] },
  };
  const { tenantId, people } = await aSchool(server, seeds, { name });
  const { pupil, mother, ...staff } = people as Record<keyof typeof seeds, Person>;
  const now = server.clock.now();
  const place: Place = { database: server.db, tenantId, now };
  const write = <T>(work: (tx: Writing) => Promise<T>) => writing(server.db.pool, { tenantId }, work);
  const class7a = await aClass(place, 7, 'А', staff.teacher.id);
  const class7b = await aClass(place, 7, 'Б', staff.other.id);
  const cycleId = await aCycle(place);
  await write((tx) => makeFamily(tx, { tenantId, now, pupil: pupil.id, mother: mother.id, class7a }));
  return {
    place,
    tenantId,
    people: staff,
    class7a,
    class7b,
    cycleId,
    pupil,
    mother,
    write,
    as: <Body>(who: Person | undefined, request: string, body?: unknown) => ask<Body>(server, who, request, body),
    async participant(personId, more = {}) {
      const id = newId(server.clock.now());
      const state = more.state ?? 'inBank';
      const on = (more.on ?? '2024-10-01') as PlainDate;
      await write(async (tx) => {
        const role = more.role ?? 'mentee';
        const formId = more.formId ?? null;
        await tx
          .insertInto('participants')
          .values({
            tenant_id: tenantId,
            id,
            person_id: personId,
            role,
            cycle_id: cycleId,
            form_id: formId,
            state,
            state_since: on,
            source: 'classTeacher',
            created_at: now,
          })
          .execute();
        await tx
          .insertInto('participant_changes')
          .values({
            tenant_id: tenantId,
            id: newId(now),
            participant_id: id,
            on_day: on,
            at: new Date(`${on}T09:00:00Z`),
            command: 'enterBank',
            from_state: null,
            to_state: state,
            form_id: formId,
            actor_name: 'Лугова И. Ю.',
          })
          .execute();
        if (role === 'mentor') {
          await tx
            .insertInto('competence_cards')
            .values({ tenant_id: tenantId, person_id: personId, card: 'null' })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
      });
      if (more.consents ?? true) {
        await aValidConsent(place, personId);
        await aValidConsent(place, personId, 'participation');
      }
      return id;
    },
    child: (fullName, classId = class7a, birthDate) => aPupil(place, fullName, classId, birthDate),
  };
}

async function makeFamily(
  tx: Writing,
  at: { tenantId: string; now: Date; pupil: string; mother: string; class7a: string },
): Promise<void> {
  const tenant_id = at.tenantId;
  await tx
    .deleteFrom('employees')
    .where('tenant_id', '=', tenant_id)
    .where('person_id', 'in', [at.pupil, at.mother])
    .execute();
  await tx
    .updateTable('people')
    .set({ birth_date: '2009-03-05' as PlainDate })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', at.pupil)
    .execute();
  const since = '2024-09-01' as PlainDate;
  await tx.insertInto('pupils').values({ tenant_id, person_id: at.pupil }).execute();
  await tx
    .insertInto('class_places')
    .values({ tenant_id, id: newId(at.now), class_id: at.class7a, person_id: at.pupil, started_on: since })
    .execute();
  await tx
    .insertInto('representations')
    .values({
      tenant_id,
      id: newId(at.now),
      representative_id: at.mother,
      child_id: at.pupil,
      kind: 'mother',
      document_kind: 'свидетельство о рождении',
      document_number: 'I-АА 123456',
      verified_by: at.mother,
      verified_on: since,
      started_on: since,
    })
    .execute();
}
