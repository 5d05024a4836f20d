import type { pupilsQuery } from '@nastavnik/contracts/persons';
import { can, type Tie } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearOf } from '@nastavnik/domain/calendar/school-year';
import type { RepresentationKind } from '@nastavnik/domain/consents/signing-facts';
import type { ParticipantRole, ParticipantState } from '@nastavnik/domain/participants/participant-states';
import { age } from '@nastavnik/domain/people/age';
import type { StudyForm } from '@nastavnik/domain/people/teacher-facts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { allOf, cut, foundPage, pageOf, stands } from './paging.ts';
import { nameColumn } from './person-sides.queries.ts';
import { reachesSomebody, within } from './reach.ts';
import { groupsSeen } from './relations.ts';

type Row = {
  readonly counted: number;
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly birthDate: PlainDate | null;
  readonly underGuardianship: boolean;
  readonly blocked: boolean;
  readonly studyForm: StudyForm;
  readonly leftOn: PlainDate | null;
  readonly place: {
    readonly class: { readonly id: string; readonly name: string };
    readonly endedOn: PlainDate | null;
  } | null;
  readonly representatives: number;
  readonly unverifiedRepresentatives: number;
  readonly family: {
    readonly id: string;
    readonly name: string;
    readonly kind: RepresentationKind;
    readonly verified: boolean;
  }[];
  readonly participations: {
    readonly id: string;
    readonly role: ParticipantRole;
    readonly state: ParticipantState;
  }[];
};

/**
 * Pupils whom the caller may see: a class teacher those of the own classes, today. Of another school year, whoever sat in
 * a class of it, those who left meanwhile too.
 */
export async function listPupils(tx: Reading, caller: Caller, query: z.infer<typeof pupilsQuery>) {
  if (!reachesSomebody(caller, 'pupil.see')) throw new Refusal('access.denied', { action: 'pupil.see' });
  const { tenantId, today } = caller;
  const page = pageOf(query, tenantId, can(caller, 'pupil.see') ? 5000 : 50_000);
  const year = query.schoolYear === schoolYearOf(today) ? undefined : query.schoolYear;
  const now = sql`${today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity')`;
  const sits = year === undefined ? now : sql`c.school_year = ${year}`;
  const lasting = sql<boolean>`${today}::date between r.started_on and coalesce(r.ended_on, 'infinity')`;
  const where = allOf([
    sql<boolean>`p.tenant_id = ${tenantId}`,
    stands,
    within(caller, 'pupil.see'),
    year === undefined ? stateIs(query.state, today) : undefined,
    query.classId === undefined
      ? undefined
      : sql<boolean>`p.id in (select cp.person_id from class_places cp where cp.tenant_id = ${tenantId}
          and cp.class_id = ${query.classId} and ${year === undefined ? sits : sql`true`})`,
    query.grade === undefined && year === undefined
      ? undefined
      : sql<boolean>`p.id in (select cp.person_id from class_places cp
          join classes c on c.tenant_id = cp.tenant_id and c.id = cp.class_id
          where cp.tenant_id = ${tenantId} and ${sits} ${query.grade === undefined ? sql`` : sql`and c.grade = ${query.grade}`})`,
    query.withoutClass
      ? sql<boolean>`not exists (select from class_places cp where cp.tenant_id = p.tenant_id and cp.person_id = p.id
          and ${now})`
      : undefined,
    query.withoutRepresentative
      ? sql<boolean>`not exists (select from representations r where r.tenant_id = p.tenant_id and r.child_id = p.id and ${lasting})`
      : undefined,
  ]);
  const joined = sql`join pupils u on u.tenant_id = p.tenant_id and u.person_id = p.id`;
  const found = foundPage(page, { ...query, joined, where });
  const { rows } = await sql<Row>`${found.with}
    select p.id, ${found.counted} as counted, ${nameColumn} as name, p.version, p.birth_date as "birthDate",
      p.under_guardianship as "underGuardianship", p.blocked_at is not null as blocked,
      u.study_form as "studyForm", u.left_on as "leftOn",
      (select json_build_object('endedOn', cp.ended_on, 'class', json_build_object('id', c.id,
          'name', c.grade || case when length(c.letter) > 1 then ' ' else '' end || c.letter))
        from class_places cp join classes c on c.tenant_id = cp.tenant_id and c.id = cp.class_id
        where cp.tenant_id = p.tenant_id and cp.person_id = p.id and ${sits}
          ${query.classId === undefined ? sql`` : sql`and c.id = ${query.classId}`}
        order by cp.started_on desc limit 1) as place,
      (select count(*)::int from representations r where r.tenant_id = p.tenant_id and r.child_id = p.id and ${lasting}) as representatives,
      (select count(*)::int from representations r where r.tenant_id = p.tenant_id and r.child_id = p.id and ${lasting}
        and r.verified_on is null) as "unverifiedRepresentatives",
      (select coalesce(json_agg(json_build_object('id', f.id, 'kind', r.kind, 'verified', r.verified_on is not null,
          'name', f.family_name || ' ' || f.given_name || coalesce(' ' || f.patronymic, '')) order by r.started_on, r.id), '[]')
        from representations r join people f on f.tenant_id = r.tenant_id and f.id = r.representative_id
        where r.tenant_id = p.tenant_id and r.child_id = p.id and ${lasting}) as family,
      (select coalesce(json_agg(json_build_object('id', a.id, 'role', a.role, 'state', a.state) order by a.role), '[]')
        from participants a where a.tenant_id = p.tenant_id and a.person_id = p.id and a.cycle_id = (
          select b.cycle_id from participants b join program_cycles y on y.tenant_id = b.tenant_id and y.id = b.cycle_id
          where b.tenant_id = p.tenant_id and b.person_id = p.id order by y.started_on desc limit 1)) as participations
    from found f join people p on p.tenant_id = ${tenantId} and p.id = f.id ${joined}
    where ${found.rows}`.execute(tx);
  const { shown, next } = cut(rows, query.limit, page.next);
  const ties = await tiesTo(
    tx,
    caller,
    shown.map(({ id }) => id),
  );
  return {
    pupils: shown.map((row) => viewRow(caller, row, ties.get(row.id) ?? [])),
    next,
    total: found.totalOf(rows),
    may: { add: can(caller, 'pupil.edit'), import: can(caller, 'pupils.import') },
  };
}

function facts(row: Row) {
  return { ...row, isPupil: true, isEmployee: false, state: null };
}

function viewRow(caller: Caller, row: Row, ties: readonly Tie[]) {
  const { birthDate, underGuardianship: _guarded, blocked: _blocked, family, participations, place, ...shown } = row;
  const seen = groupsSeen(caller, ties, facts(row));
  return {
    ...shown,
    class: place?.class ?? null,
    inClassUntil: place?.endedOn ?? null,
    ...(seen.has('birthDate') ? { birthDate } : {}),
    age: birthDate && (seen.has('ageGroup') || seen.has('birthDate')) ? age(birthDate, caller.today) : null,
    ...(seen.has('representatives') ? { family } : {}),
    ...(can(caller, 'participant.see', ties) ? { participations } : {}),
  };
}

function stateIs(state: 'present' | 'gone' | 'all', today: PlainDate) {
  if (state === 'all') return undefined;
  return state === 'present'
    ? sql<boolean>`${today}::date <= coalesce(u.left_on, 'infinity')`
    : sql<boolean>`u.left_on < ${today}::date`;
}
