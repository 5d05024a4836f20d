import type { Role } from '@nastavnik/domain/access/roles';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Client, MemberSchool, MemberServer } from '../../../test/members.ts';
import { aClass, aCycle, type Place } from '../../../test/pupils.ts';
import { type Writing, writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';

/** A school whose papers may be issued: operator filled in, a cycle, class 7А with its teacher, a curator. */
export type ConsentSchool = {
  readonly place: Place;
  readonly school: MemberSchool;
  readonly curator: Client;
  readonly teacher: Client;
  readonly classId: string;
  readonly cycleId: string;
  /** Somebody who can sign in: a pupil or a parent, no employee. */
  guest(familyName: string, birthDate?: string): Promise<Client>;
  enrol(pupil: string, classId?: string): Promise<void>;
  representation(representative: string, child: string, more?: RepresentationSeed): Promise<string>;
  participation(personId: string, more?: { state?: string; role?: string; formId?: string | null }): Promise<string>;
  form(name?: string): Promise<string>;
  papers(...personIds: string[]): Promise<void>;
  write<T>(work: (tx: Writing) => Promise<T>): Promise<T>;
  staff(roles: readonly Role[]): Promise<Client>;
};

type RepresentationSeed = { kind?: string; verified?: boolean; endedOn?: string; objectedOn?: string };

const SINCE = '2024-09-01' as PlainDate;

export async function consentSchool(server: MemberServer, name?: string): Promise<ConsentSchool> {
  const school = await server.school(name);
  const now = server.clock.now();
  const { tenantId } = school;
  const place: Place = { database: server.database, tenantId, now };
  const write = <T>(work: (tx: Writing) => Promise<T>) => writing(server.database.pool, { tenantId }, work);
  const [curator, teacher] = [await school.member(['curator'], 'Лугова'), await school.member([], 'Перова')];
  const classId = await aClass(place, 7, 'А', teacher.personId);
  const cycleId = await aCycle(place);
  await write((tx) =>
    tx
      .updateTable('organizations')
      .set({ address: 'Приозёрск, ул. Лесная, 1', inn: '4712000000', ogrn: '1024700000000' })
      .where('tenant_id', '=', tenantId)
      .execute(),
  );
  const row = { tenant_id: tenantId };
  return {
    place,
    school,
    curator,
    teacher,
    classId,
    cycleId,
    write,
    staff: (roles) => school.member(roles),
    async guest(familyName, birthDate) {
      const client = await school.member([], familyName);
      await write(async (tx) => {
        await tx
          .deleteFrom('posts')
          .where('tenant_id', '=', tenantId)
          .where('person_id', '=', client.personId)
          .execute();
        await tx
          .deleteFrom('employees')
          .where('tenant_id', '=', tenantId)
          .where('person_id', '=', client.personId)
          .execute();
        if (birthDate) {
          await tx
            .updateTable('people')
            .set({ birth_date: birthDate as PlainDate })
            .where('tenant_id', '=', tenantId)
            .where('id', '=', client.personId)
            .execute();
        }
      });
      return client;
    },
    async enrol(pupil, into = classId) {
      await write(async (tx) => {
        await tx
          .insertInto('pupils')
          .values({ ...row, person_id: pupil })
          .execute();
        await tx
          .insertInto('class_places')
          .values({ ...row, id: newId(now), class_id: into, person_id: pupil, started_on: SINCE })
          .execute();
      });
    },
    async representation(representative, child, more = {}) {
      const id = newId(now);
      await write((tx) =>
        tx
          .insertInto('representations')
          .values({
            ...row,
            id,
            representative_id: representative,
            child_id: child,
            kind: more.kind ?? 'mother',
            document_kind: 'свидетельство о рождении',
            document_number: 'I-АА 123456',
            ...((more.verified ?? true) ? { verified_by: teacher.personId, verified_on: SINCE } : {}),
            started_on: SINCE,
            ended_on: (more.endedOn ?? null) as PlainDate | null,
            objected_on: (more.objectedOn ?? null) as PlainDate | null,
          })
          .execute(),
      );
      return id;
    },
    async participation(personId, more = {}) {
      const id = newId(now);
      await write((tx) =>
        tx
          .insertInto('participants')
          .values({
            ...row,
            id,
            person_id: personId,
            role: more.role ?? 'mentee',
            cycle_id: cycleId,
            form_id: more.formId ?? null,
            state: more.state ?? 'consentPending',
            state_since: SINCE,
            source: 'classTeacher',
            created_at: now,
          })
          .execute(),
      );
      return id;
    },
    async form(formName = 'ученик – ученик') {
      const id = newId(now);
      const side = {
        standings: ['pupil'],
        teachersOnly: false,
        minAge: null,
        consents: ['processing', 'participation'],
      };
      const definition = { mentor: side, mentee: side, documents: [], questionnaires: [], rules: [], roleModels: [] };
      await write((tx) =>
        tx
          .insertInto('mentoring_forms')
          .values({ ...row, id, name: formName, definition: JSON.stringify(definition), enabled: true })
          .execute(),
      );
      return id;
    },
    async papers(...personIds) {
      await write((tx) =>
        tx
          .insertInto('identity_documents')
          .values(
            personIds.map((person_id) => ({
              ...row,
              person_id,
              kind: 'passport',
              number: '41 00 000000',
              address: 'Приозёрск, ул. Лесная, 5',
            })),
          )
          .execute(),
      );
    },
  };
}
