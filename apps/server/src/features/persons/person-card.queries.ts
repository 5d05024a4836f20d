import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { RepresentationKind } from '@nastavnik/domain/consents/signing-facts';
import type { ParticipantRole, ParticipantState } from '@nastavnik/domain/participants/participant-states';
import type { LeavingReason } from '@nastavnik/domain/people/roll-over-plan';
import type { ExtraCategory, QualificationCategory, StudyForm } from '@nastavnik/domain/people/teacher-facts';
import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';
import { nameColumn, placeColumn } from './person-sides.queries.ts';

type Whose = { readonly tenantId: string; readonly personId: string; readonly today: PlainDate };
const className = sql`c.grade || case when length(c.letter) > 1 then ' ' else '' end || c.letter`;

export type EmploymentRow = {
  readonly subjects: string[];
  readonly category: QualificationCategory | null;
  readonly categoryUntil: PlainDate | null;
  readonly extraCategories: ExtraCategory[];
  readonly teachingSince: PlainDate | null;
  readonly dismissedOn: PlainDate | null;
  readonly personnelNumber: string | null;
  readonly education: string | null;
  readonly employedOn: PlainDate | null;
  readonly posts: { id: string; title: string; startedOn: PlainDate | null; endedOn: PlainDate | null }[];
  readonly bodies: { id: string; name: string; office: 'chair' | 'secretary' | 'member' }[];
  readonly leadsClasses: { id: string; name: string }[];
};

export async function employmentOf(tx: Reading, { tenantId, personId, today }: Whose) {
  const { rows } = await sql<EmploymentRow>`
    select e.subjects, e.category, e.category_until as "categoryUntil", e.extra_categories as "extraCategories",
      e.teaching_since as "teachingSince", e.dismissed_on as "dismissedOn", e.personnel_number as "personnelNumber",
      e.education, e.employed_on as "employedOn",
      coalesce((select json_agg(json_build_object('id', t.id, 'title', t.title, 'startedOn', t.started_on, 'endedOn', t.ended_on)
          order by t.started_on nulls first)
        from posts t where t.tenant_id = e.tenant_id and t.person_id = e.person_id), '[]') as posts,
      coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name, 'office', m.office) order by b.name)
        from body_members m join bodies b on b.tenant_id = m.tenant_id and b.id = m.body_id
        where m.tenant_id = e.tenant_id and m.person_id = e.person_id and b.removed_at is null
          and ${today}::date between m.started_on and coalesce(m.ended_on, 'infinity')), '[]') as bodies,
      coalesce((select json_agg(json_build_object('id', c.id, 'name', ${className}) order by c.grade, c.letter)
        from class_teachers ct join classes c on c.tenant_id = ct.tenant_id and c.id = ct.class_id
        where ct.tenant_id = e.tenant_id and ct.person_id = e.person_id
          and ${today}::date between ct.started_on and coalesce(ct.ended_on, 'infinity')), '[]') as "leadsClasses"
    from employees e where e.tenant_id = ${tenantId} and e.person_id = ${personId}`.execute(tx);
  return rows[0];
}

export type EnrolmentRow = {
  readonly studyForm: StudyForm;
  readonly enrolledOn: PlainDate | null;
  readonly leftOn: PlainDate | null;
  readonly leavingReason: LeavingReason | null;
  readonly places: {
    id: string;
    class: { id: string; name: string };
    schoolYear: number;
    startedOn: PlainDate;
    endedOn: PlainDate | null;
  }[];
};

export async function enrolmentOf(tx: Reading, { tenantId, personId }: Whose) {
  const { rows } = await sql<EnrolmentRow>`
    select u.study_form as "studyForm", u.enrolled_on as "enrolledOn", u.left_on as "leftOn",
      u.leaving_reason as "leavingReason",
      coalesce((select json_agg(json_build_object('id', cp.id, 'class', json_build_object('id', c.id, 'name', ${className}),
          'schoolYear', c.school_year, 'startedOn', cp.started_on, 'endedOn', cp.ended_on) order by cp.started_on desc)
        from class_places cp join classes c on c.tenant_id = cp.tenant_id and c.id = cp.class_id
        where cp.tenant_id = u.tenant_id and cp.person_id = u.person_id), '[]') as places
    from pupils u where u.tenant_id = ${tenantId} and u.person_id = ${personId}`.execute(tx);
  return rows[0];
}

export async function outsiderOf(tx: Reading, { tenantId, personId }: Whose) {
  const row = await tx
    .selectFrom('outsiders')
    .select(['kind', 'organization', 'post'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row && { ...row, kind: row.kind as 'student' | 'partner' };
}

export type RepresentationRow = {
  readonly id: string;
  readonly representativeId: string;
  readonly childId: string;
  readonly name: string;
  readonly place: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly kind: RepresentationKind;
  readonly documentKind: string | null;
  readonly documentNumber: string | null;
  readonly documentDate: PlainDate | null;
  readonly verifiedBy: string | null;
  readonly verifiedOn: PlainDate | null;
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly objectedOn: PlainDate | null;
  readonly objectionNote: string | null;
  readonly settledOn: PlainDate | null;
  readonly upheld: boolean | null;
  readonly decision: string | null;
};

/** Representations with the other side of each: of a child its representatives, of a representative the children. */
export async function representationsOf(tx: Reading, whose: Whose, side: 'child' | 'representative') {
  const own = sql.ref(side === 'child' ? 'r.child_id' : 'r.representative_id');
  const other = sql.ref(side === 'child' ? 'r.representative_id' : 'r.child_id');
  const { rows } = await sql<RepresentationRow>`
    select r.id, r.representative_id as "representativeId", r.child_id as "childId", ${nameColumn} as name,
      ${placeColumn(whose.today)} as place, p.email, p.phone, r.kind, r.document_kind as "documentKind",
      r.document_number as "documentNumber", r.document_date as "documentDate",
      (select v.family_name || ' ' || left(v.given_name, 1) || '.' from people v
        where v.tenant_id = r.tenant_id and v.id = r.verified_by) as "verifiedBy",
      r.verified_on as "verifiedOn", r.started_on as "startedOn", r.ended_on as "endedOn",
      r.objected_on as "objectedOn", r.objection_note as "objectionNote",
      r.objection_settled_on as "settledOn", r.objection_upheld as upheld, r.objection_decision as decision
    from representations r join people p on p.tenant_id = r.tenant_id and p.id = ${other}
    where r.tenant_id = ${whose.tenantId} and ${own} = ${whose.personId}
    order by r.ended_on nulls first, r.started_on desc, r.id`.execute(tx);
  return rows;
}

export type ParticipationLine = {
  readonly id: string;
  readonly role: ParticipantRole;
  readonly cycle: string;
  readonly form: string | null;
  readonly state: ParticipantState;
  readonly since: PlainDate;
};

export async function participationLines(tx: Reading, { tenantId, personId }: Whose) {
  const { rows } = await sql<ParticipationLine>`
    select a.id, a.role, y.title as cycle, f.name as form, a.state, a.state_since as since
    from participants a join program_cycles y on y.tenant_id = a.tenant_id and y.id = a.cycle_id
    left join mentoring_forms f on f.tenant_id = a.tenant_id and f.id = a.form_id
    where a.tenant_id = ${tenantId} and a.person_id = ${personId} order by y.started_on desc, a.role`.execute(tx);
  return rows;
}

export async function accountOf(tx: Reading, { tenantId, personId }: Whose): Promise<'none' | 'invited' | 'active'> {
  const { rows } = await sql<{ account: 'none' | 'invited' | 'active' }>`select case
    when exists (select from memberships m where m.tenant_id = ${tenantId} and m.person_id = ${personId}) then 'active'
    when exists (select from invitations i where i.tenant_id = ${tenantId} and i.person_id = ${personId}
      and i.accepted_at is null and i.revoked_at is null) then 'invited' else 'none' end as account`.execute(tx);
  return rows[0]!.account;
}
