import type { rollOverBody } from '@nastavnik/contracts/roll-over';
import type { DateSpan, PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearSpan } from '@nastavnik/domain/calendar/school-year';
import { carryOver } from '@nastavnik/domain/people/carry-over';
import { classKey } from '@nastavnik/domain/people/class-names';
import type { PlannedParticipation, RollOverPlan } from '@nastavnik/domain/people/roll-over-plan';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { closeParticipations } from '../persons/door.ts';
import { carryBanksOver } from './carry-banks-over.ts';
import { cycleTitle, type Planned, planYear } from './preview.ts';

/**
 * The turn of the year, in one transaction: new classes, places from 1 September, leavers closed, banks carried over to
 * be confirmed again. @throws roll-over.already-done, roll-over.has-problems
 */
export async function applyRollOver(tx: Writing, caller: Caller, body: z.infer<typeof rollOverBody>) {
  // The second of two at once waits here and finds the year turned.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${caller.tenantId} ${body.fromYear}`}, 1))`.execute(tx);
  const planned = await planYear(tx, caller, body);
  const { plan } = planned;
  await demandNotDone(tx, caller.tenantId, body.fromYear);
  if (plan.problems.length > 0) throw new Refusal('roll-over.has-problems', { problems: plan.problems });
  const oldYear = schoolYearSpan(body.fromYear);
  const newYear = schoolYearSpan(body.fromYear + 1);
  const classIds = await makeClasses(tx, caller, plan, body.fromYear + 1, { oldYear, newYear });
  await endOldPlaces(tx, caller.tenantId, body.fromYear, oldYear.end);
  const moved = await takeNewPlaces(tx, caller, plan, classIds, newYear.start);
  const left = await closeLeavers(tx, caller, plan, oldYear.end);
  const cycleId = planned.year.toCycle?.id ?? (await makeCycle(tx, caller, body.fromYear + 1, newYear));
  const carried = await carryBanksOver(tx, caller, {
    cycleId,
    from: newYear.start,
    participations: allCarried(planned),
  });
  const result = { classes: plan.classes.length, moved, left, carriedOver: carried, cycleId };
  await tx
    .insertInto('year_roll_overs')
    .values({
      tenant_id: caller.tenantId,
      from_year: body.fromYear,
      cycle_id: cycleId,
      result: JSON.stringify(result),
      applied_by: caller.personId,
      applied_at: caller.now,
    })
    .execute();
  await recordEvent(tx, caller, {
    type: 'year.rolled-over',
    object: { kind: 'organization', id: caller.tenantId },
    data: { fromYear: body.fromYear, ...result },
  });
  return result;
}

async function demandNotDone(tx: Writing, tenantId: string, fromYear: number): Promise<void> {
  const done = await tx
    .selectFrom('year_roll_overs')
    .select('from_year')
    .where('tenant_id', '=', tenantId)
    .where('from_year', '=', fromYear)
    .executeTakeFirst();
  if (done) throw new Refusal('roll-over.already-done');
}

function allCarried({ year, plan }: Planned): PlannedParticipation[] {
  const ofPupils = plan.pupils.flatMap(({ participations }) => participations);
  const ofOthers = year.others.map((each) => carryOver(each, 'movesUp'));
  return [...ofPupils, ...ofOthers].filter(({ outcome }) => outcome === 'carriedOver');
}

/** Classes of the new year by their key; one that somebody has made already is taken. Their teachers begin with it. */
async function makeClasses(
  tx: Writing,
  { tenantId, now }: Caller,
  plan: RollOverPlan,
  schoolYear: number,
  { oldYear, newYear }: { readonly oldYear: DateSpan; readonly newYear: DateSpan },
): Promise<ReadonlyMap<string, string>> {
  const there = await tx
    .selectFrom('classes')
    .select(['id', 'grade', 'letter'])
    .where('tenant_id', '=', tenantId)
    .where('school_year', '=', schoolYear)
    .execute();
  const ids = new Map(there.map((row) => [classKey(row), row.id]));
  await sql`update class_teachers t set ended_on = ${oldYear.end}::date from classes c
    where t.tenant_id = ${tenantId} and c.tenant_id = t.tenant_id and c.id = t.class_id and c.school_year = ${schoolYear - 1}
      and t.started_on <= ${oldYear.end}::date and coalesce(t.ended_on, 'infinity') > ${oldYear.end}::date`.execute(tx);
  for (const { name, fromClassIds, classTeacherId } of plan.classes) {
    const classId = ids.get(classKey(name)) ?? newId(now);
    if (!ids.has(classKey(name))) {
      await tx
        .insertInto('classes')
        .values({
          tenant_id: tenantId,
          id: classId,
          school_year: schoolYear,
          grade: name.grade,
          letter: name.letter,
          previous_id: fromClassIds[0] ?? null,
        })
        .execute();
      ids.set(classKey(name), classId);
    }
    if (classTeacherId === null) continue;
    await sql`insert into class_teachers (tenant_id, id, class_id, person_id, started_on)
      select ${tenantId}, ${newId(now)}, ${classId}, ${classTeacherId}, ${newYear.start}::date
      where not exists (select from class_teachers where tenant_id = ${tenantId} and class_id = ${classId})`.execute(
      tx,
    );
  }
  return ids;
}

async function endOldPlaces(tx: Writing, tenantId: string, fromYear: number, lastDay: PlainDate): Promise<void> {
  await sql`update class_places s set ended_on = ${lastDay}::date from classes c
    where s.tenant_id = ${tenantId} and c.tenant_id = s.tenant_id and c.id = s.class_id and c.school_year = ${fromYear}
      and s.started_on <= ${lastDay}::date and coalesce(s.ended_on, 'infinity') > ${lastDay}::date`.execute(tx);
}

/** Who sits in a class of the new year already, stays there. Returns how many took a place. */
async function takeNewPlaces(
  tx: Writing,
  { tenantId, now }: Caller,
  plan: RollOverPlan,
  classIds: ReadonlyMap<string, string>,
  from: PlainDate,
): Promise<number> {
  const places = plan.pupils.flatMap(({ pupilId, to }) =>
    to === null ? [] : [{ id: newId(now), class_id: classIds.get(classKey(to)), person_id: pupilId }],
  );
  const { numAffectedRows } = await sql`insert into class_places (tenant_id, id, class_id, person_id, started_on)
    select ${tenantId}, r.id, r.class_id, r.person_id, ${from}::date
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r (id uuid, class_id uuid, person_id uuid)
    where not exists (select from class_places s where s.tenant_id = ${tenantId} and s.person_id = r.person_id
      and coalesce(s.ended_on, 'infinity') >= ${from}::date)`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Leavers leave on the last day of the year. A participation whose pair is open waits for the decision about it. */
async function closeLeavers(tx: Writing, caller: Caller, plan: RollOverPlan, lastDay: PlainDate): Promise<number> {
  const leavers = plan.pupils.filter(({ fate }) => fate === 'leaves');
  await sql`update pupils u set left_on = ${lastDay}::date, leaving_reason = r.reason
    from jsonb_to_recordset(${JSON.stringify(leavers.map(({ pupilId, reason }) => ({ id: pupilId, reason })))}::jsonb)
      as r (id uuid, reason text)
    where u.tenant_id = ${caller.tenantId} and u.person_id = r.id`.execute(tx);
  // Closed before the year is over, a participation ends on the day it was closed.
  const onDay = caller.today < lastDay ? caller.today : lastDay;
  await closeParticipations(tx, caller, {
    participantIds: leavers.flatMap(({ participations }) =>
      participations.flatMap(({ outcome, participationId }) => (outcome === 'ends' ? [participationId] : [])),
    ),
    onDay,
    reason: 'left',
  });
  return leavers.length;
}

async function makeCycle(tx: Writing, { tenantId, now }: Caller, year: number, span: DateSpan): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('program_cycles')
    .values({ tenant_id: tenantId, id, title: cycleTitle(year), started_on: span.start, ended_on: span.end })
    .execute();
  return id;
}
