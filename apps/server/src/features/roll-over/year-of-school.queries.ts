import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearSpan } from '@nastavnik/domain/calendar/school-year';
import {
  ENDED_STATES,
  type ParticipantRole,
  type ParticipantState,
} from '@nastavnik/domain/participants/participant-states';
import type { ClassOfYear, ParticipationOfYear, PupilOfYear } from '@nastavnik/domain/people/roll-over-plan';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { consentFacts } from '../consents/door.ts';

type Cycle = { readonly id: string; readonly title: string };
type ParticipationRow = ParticipationOfYear & { readonly personId: string; readonly role: ParticipantRole };

/** The school year that ends, as the rule of the rollover asks for it, with the names that the answer needs. */
export type YearOfSchool = {
  readonly classes: readonly (ClassOfYear & { readonly pupils: number })[];
  readonly pupils: readonly PupilOfYear[];
  /** Participations of those who are no pupils: employees, students, partners. */
  readonly others: readonly ParticipationRow[];
  readonly names: ReadonlyMap<string, string>;
  readonly fromCycle: Cycle | null;
  readonly toCycle: Cycle | null;
};

export async function yearOfSchool(tx: Reading, caller: Caller, fromYear: number): Promise<YearOfSchool> {
  const { tenantId } = caller;
  const { start, end } = schoolYearSpan(fromYear);
  // Looked at on the last day of the year, or today while it still runs.
  const day = caller.today < start ? start : caller.today > end ? end : caller.today;
  const fromCycle = await cycleOn(tx, tenantId, day);
  const toCycle = await cycleOn(tx, tenantId, schoolYearSpan(fromYear + 1).start);
  const classes = await classesOfYear(tx, tenantId, fromYear, day);
  const pupils = await pupilsOn(tx, tenantId, fromYear, day);
  const participations =
    fromCycle && fromCycle.id !== toCycle?.id
      ? await participationsIn(tx, tenantId, fromCycle.id, schoolYearSpan(fromYear + 1).start)
      : [];
  const byPerson = Map.groupBy(participations, ({ personId }) => personId);
  const pupilIds = new Set(pupils.map(({ id }) => id));
  return {
    classes: classes.map((each) => ({
      id: each.id,
      name: { grade: each.grade, letter: each.letter },
      classTeacherId: each.teacherId,
      pupils: pupils.filter(({ classId }) => classId === each.id).length,
    })),
    pupils: pupils.map(({ id, classId }) => ({ id, classId, participations: byPerson.get(id) ?? [] })),
    others: participations.filter(({ personId }) => !pupilIds.has(personId)),
    names: new Map([
      ...pupils.map(({ id, name }): [string, string] => [id, name]),
      ...classes.flatMap((each): [string, string][] => (each.teacherId ? [[each.teacherId, each.teacher ?? '']] : [])),
    ]),
    fromCycle,
    toCycle,
  };
}

async function cycleOn(tx: Reading, tenantId: string, day: PlainDate): Promise<Cycle | null> {
  const { rows } = await sql<Cycle>`select id, title from program_cycles
    where tenant_id = ${tenantId} and ${day}::date between started_on and ended_on
    order by started_on desc, id limit 1`.execute(tx);
  return rows[0] ?? null;
}

type ClassRow = {
  readonly id: string;
  readonly grade: number;
  readonly letter: string;
  readonly teacherId: string | null;
  readonly teacher: string | null;
};

async function classesOfYear(tx: Reading, tenantId: string, year: number, day: PlainDate): Promise<ClassRow[]> {
  const { rows } = await sql<ClassRow>`
    select c.id, c.grade, c.letter, t.person_id as "teacherId", t.name as teacher
    from classes c left join lateral (
      select t.person_id, p.family_name || ' ' || p.given_name || coalesce(' ' || p.patronymic, '') as name
      from class_teachers t join people p on p.tenant_id = t.tenant_id and p.id = t.person_id
      where t.tenant_id = c.tenant_id and t.class_id = c.id
        and ${day}::date between t.started_on and coalesce(t.ended_on, 'infinity')
      order by t.started_on desc, t.id limit 1
    ) t on true
    where c.tenant_id = ${tenantId} and c.school_year = ${year} order by c.grade, c.letter, c.id`.execute(tx);
  return rows;
}

/** Those who are enrolled on the day; a place in a class of another year counts for none. */
async function pupilsOn(tx: Reading, tenantId: string, year: number, day: PlainDate) {
  const { rows } = await sql<{ id: string; classId: string | null; name: string }>`
    select u.person_id as id, c.id as "classId",
      p.family_name || ' ' || p.given_name || coalesce(' ' || p.patronymic, '') as name
    from pupils u join people p on p.tenant_id = u.tenant_id and p.id = u.person_id
    left join class_places s on s.tenant_id = u.tenant_id and s.person_id = u.person_id
      and ${day}::date between s.started_on and coalesce(s.ended_on, 'infinity')
    left join classes c on c.tenant_id = s.tenant_id and c.id = s.class_id and c.school_year = ${year}
    where u.tenant_id = ${tenantId} and ${day}::date <= coalesce(u.left_on, 'infinity')
      and ${day}::date >= coalesce(u.enrolled_on, '-infinity') and p.erased_at is null and p.blocked_at is null
    order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", u.person_id`.execute(tx);
  return rows;
}

async function participationsIn(
  tx: Reading,
  tenantId: string,
  cycleId: string,
  newYear: PlainDate,
): Promise<ParticipationRow[]> {
  const { rows } = await sql<{ id: string; personId: string; role: ParticipantRole; state: ParticipantState }>`
    select a.id, a.person_id as "personId", a.role, a.state from participants a
    where a.tenant_id = ${tenantId} and a.cycle_id = ${cycleId}
      and a.state <> all (${sql.val([...ENDED_STATES])}::text[])`.execute(tx);
  const facts = await consentFacts(
    tx,
    tenantId,
    rows.map(({ personId }) => personId),
    newYear,
  );
  return rows.map((row) => {
    const known = facts.get(row.personId);
    return { ...row, consentHolds: known !== undefined && known.processing && known.participation };
  });
}
