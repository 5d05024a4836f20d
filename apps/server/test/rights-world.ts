import { sql } from 'kysely';
import { type Writing, writing } from '../src/platform/db/transactions.ts';
import { newId } from '../src/platform/ids.ts';
import { type Asker, CAST, GUESTS } from './rights-cast.ts';
import type { Ids } from './rights-ids.ts';
import { CARD, common, SINCE, sharedOf } from './rights-once.ts';
import { aPaperTrail } from './rights-papers.ts';
import { aPlanOf } from './rights-plan.ts';
import { aSchool, type Person, type School, type Server } from './school.ts';

/** One school with one of everything: `own` hangs on the cast (the class of the teacher, the child of the parent…). */
export type Realm = {
  readonly school: School;
  readonly own: Ids;
  /** The same things of people to whom nobody of the cast is tied: another class, another association. */
  readonly other: Ids;
};

/** The pupil of the other class and the mother. */
export const OTHERS = ['Вороновский', 'Вороновская'] as const;
/** Sits in the own class and has nothing to do with the pupil and the parent of the cast. */
export const CLASSMATE = 'Белозёрова';
/** Words that only some may read, wherever they turn up. */
export const MARKS = {
  phoneOfMinor: '+7 900 1234567',
  passportOfMinor: '41 00 778899',
  authorityPaper: 'I-АА 554433',
  certificate: 'СПР-77-0001',
  personnelNumber: 'ТАБ-4242',
  support: 'Беседы по четвергам',
} as const;

export async function aRealm(server: Server, name: string): Promise<Realm> {
  const school = await aSchool(server, CAST, { name });
  const realm = { server, school, now: server.clock.now() };
  const own = await side(realm, true);
  const other = { ...own, ...(await side(realm, false)) };
  const plan = await aPlanOf(server, school);
  const papers = await aPaperTrail(server, school, { own, other });
  return {
    school,
    own: { ...own, ...plan, ...papers.own },
    other: { ...other, ...plan, ...papers.own, ...papers.other },
  };
}

type Making = { readonly server: Server; readonly school: School; readonly now: Date };
type Row = Readonly<Record<string, unknown>>;

/** Puts one row into a table of this school. */
async function put(tx: Writing, table: string, row: Row): Promise<void> {
  await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((column) => sql.ref(column)))})
    values (${sql.join(Object.values(row))})`.execute(tx);
}

async function side({ server, school, now }: Making, isOwn: boolean): Promise<Ids> {
  const tenant_id = school.tenantId;
  const who = (asker: Asker) => (school.people[asker] as Person).id;
  return writing(server.db.pool, { tenantId: tenant_id }, async (tx) => {
    const add = async (table: string, row: Row, ownId = true) => {
      const id = newId(now);
      await put(tx, table, { tenant_id, ...(ownId ? { id } : {}), ...row });
      return id;
    };
    const person = (family_name: string, birth_date: string | null = null) =>
      add('people', { family_name, given_name: 'Анна', patronymic: 'Ильинична', birth_date, email: null });
    if (isOwn) await settle(tx, school);

    const teacher = isOwn ? who('teacher') : await person('Заречная');
    const pupil = isOwn ? who('mentee') : await person(OTHERS[0], '2009-07-07');
    const parent = isOwn ? who('parent') : await person(OTHERS[1]);
    const employee = isOwn ? who('mentor') : await person('Зимина');
    const mate = isOwn ? [await person(CLASSMATE, '2009-09-09')] : [];
    const gone = await person(isOwn ? 'Ушедшая' : 'Уехавшая', '2009-08-08');
    if (!isOwn) {
      for (const person_id of [teacher, employee]) await add('employees', { person_id }, false);
    }
    for (const person_id of [pupil, gone, ...mate]) await add('pupils', { person_id }, false);
    const schoolClass = await add('classes', { school_year: 2024, grade: 7, letter: isOwn ? 'А' : 'Б' });
    const classTeacher = await add('class_teachers', { class_id: schoolClass, person_id: teacher, started_on: SINCE });
    for (const person_id of [pupil, gone, ...mate])
      await add('class_places', { class_id: schoolClass, person_id, started_on: SINCE });
    await tx
      .updateTable('people')
      .set({ phone: isOwn ? MARKS.phoneOfMinor : '+7 900 7654321' })
      .where('tenant_id', '=', tenant_id)
      .where('id', '=', pupil)
      .execute();
    const power = {
      representative_id: parent,
      kind: 'mother',
      document_kind: 'свидетельство о рождении',
      document_number: isOwn ? MARKS.authorityPaper : 'I-АА 000001',
      verified_by: who('curator'),
      verified_on: SINCE,
      started_on: SINCE,
    };
    const representation = await add('representations', { ...power, child_id: pupil });
    await add('representations', { ...power, child_id: gone });
    for (const [person_id, number] of [
      [pupil, isOwn ? MARKS.passportOfMinor : '41 00 000001'],
      [parent, '41 00 000002'],
      [employee, '41 00 000003'],
    ])
      await add('identity_documents', { person_id, kind: 'passport', number, address: 'Приозёрск, Лесная, 5' }, false);

    const body = await add('bodies', { kind: 'methodAssociation', name: isOwn ? 'МО математиков' : 'МО историков' });
    if (isOwn) await add('body_members', { body_id: body, person_id: who('head'), office: 'chair', started_on: SINCE });
    const seat = await add('body_members', { body_id: body, person_id: employee, office: 'member', started_on: SINCE });

    const shared: Record<string, string> = isOwn ? await common(add, who) : await sharedOf(tx, tenant_id);
    const cycle_id = shared['cycleId']!;
    const form_id = shared['formId']!;
    const taken = { cycle_id, form_id, state: 'inBank', state_since: SINCE, source: 'office', created_at: now };
    const participant = await add('participants', { ...taken, person_id: pupil, role: 'mentee' });
    const mentorship = await add('participants', { ...taken, person_id: employee, role: 'mentor' });
    for (const participant_id of [participant, mentorship]) {
      const change = { participant_id, on_day: SINCE, at: now, command: 'enterBank', to_state: 'inBank', version: 1 };
      await add('participant_changes', { ...change, from_state: 'consentPending', actor_name: 'Лугова И. Ю.' });
    }
    if (isOwn) {
      const tag = { person_id: pupil, set_by: who('curator'), set_at: now, recommendation: MARKS.support };
      await add('support_tags', tag, false);
    }
    const request = await add('mentee_requests', {
      participant_id: participant,
      theme_id: shared['themeId'],
      source: 'classTeacher',
      found_on: SINCE,
      state: 'submitted',
      description: 'Трудно решать задачи',
      wished_result: 'Решать самой',
      created_by: who('curator'),
      created_at: now,
    });
    const answer = await add('request_answers', {
      request_id: request,
      mentor_id: mentorship,
      proposed_on: SINCE,
      proposed_by: who('curator'),
      proposed_at: now,
    });
    const recommendation = await add('council_recommendations', {
      participant_id: mentorship,
      council: 'Методический совет',
      minutes_number: '1',
      decided_on: SINCE,
      words: 'Рекомендован',
      recorded_by: who('curator'),
      recorded_at: now,
    });
    const interest = await add('interests', {
      person_id: isOwn ? who('staff') : teacher,
      cycle_id,
      declared_at: now,
      note: null,
    });
    await add('competence_cards', { person_id: employee, card: JSON.stringify(CARD) }, false);
    const achievement = await add('achievements', {
      person_id: employee,
      field: 'математика',
      title: 'Олимпиада',
      recorded_by: who('curator'),
      recorded_at: now,
    });
    await add('clearances', {
      person_id: employee,
      certificate_number: isOwn ? MARKS.certificate : 'СПР-78-0001',
      certificate_date: SINCE,
      passed: true,
      verified_by: who('personnel'),
      verified_on: SINCE,
    });
    const filter = await add('saved_filters', {
      person_id: isOwn ? who('curator') : teacher,
      place: 'mentees',
      name: 'Мой отбор',
      filter: '{}',
    });
    const demand = await add('subject_demands', {
      person_id: pupil,
      kind: 'information',
      received_on: '2024-11-18',
      asked_by: parent,
      due_on: '2024-12-02',
    });
    const duty = await add('duty_tasks', {
      kind: 'consent.renew',
      key: `renew ${pupil}`,
      person_id: pupil,
      due_on: '2024-12-01',
      created_at: now,
    });
    const erasure = await add('erasures', {
      person_id: gone,
      ground: 'withdrawal',
      due_on: '2024-12-15',
      created_at: now,
    });
    return {
      ...shared,
      pupil,
      parent,
      employee,
      teacherPerson: teacher,
      gone,
      classId: schoolClass,
      teacherId: classTeacher,
      representationId: representation,
      bodyId: body,
      memberId: seat,
      participantId: participant,
      mentorship,
      requestOfMentee: request,
      answerId: answer,
      recommendationId: recommendation,
      interestId: interest,
      achievementId: achievement,
      filterId: filter,
      demandId: demand,
      dutyId: duty,
      erasureId: erasure,
    };
  });
}

/** Guests are no employees; the papers need the operator's address. */
async function settle(tx: Writing, school: School): Promise<void> {
  const guests = GUESTS.map((guest) => school.people[guest]!.id);
  await tx.deleteFrom('employees').where('tenant_id', '=', school.tenantId).where('person_id', 'in', guests).execute();
  await tx
    .updateTable('organizations')
    .set({ address: 'Приозёрск, ул. Лесная, 1', inn: '4712000000', ogrn: '1024700000000' })
    .where('tenant_id', '=', school.tenantId)
    .execute();
  await sql`update people set birth_date = '2009-05-05' where tenant_id = ${school.tenantId}
    and id = ${school.people['mentee']!.id}`.execute(tx);
  await sql`update employees set personnel_number = ${MARKS.personnelNumber} where tenant_id = ${school.tenantId}
    and person_id = ${school.people['mentor']!.id}`.execute(tx);
  await put(tx, 'outsiders', {
    tenant_id: school.tenantId,
    person_id: school.people['partner']!.id,
    kind: 'partner',
    organization: 'Завод',
  });
}
