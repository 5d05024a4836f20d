import type { RollOverAnswer, rollOverBody } from '@nastavnik/contracts/roll-over';
import { can } from '@nastavnik/domain/access/can';
import { carryOver } from '@nastavnik/domain/people/carry-over';
import { movesUpByItself, printClassName } from '@nastavnik/domain/people/class-names';
import { planRollOver } from '@nastavnik/domain/people/roll-over';
import type { RollOverDecisions, RollOverPlan } from '@nastavnik/domain/people/roll-over-plan';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type YearOfSchool, yearOfSchool } from './year-of-school.queries.ts';

export type Planned = { readonly year: YearOfSchool; readonly plan: RollOverPlan };

/** The new year on paper: the rule over what the school has. @throws roll-over.no-classes */
export async function planYear(tx: Reading, caller: Caller, body: z.infer<typeof rollOverBody>): Promise<Planned> {
  permit(caller, 'year.rollOver');
  const year = await yearOfSchool(tx, caller, body.fromYear);
  if (year.classes.length === 0) throw new Refusal('roll-over.no-classes');
  return { year, plan: planRollOver(year.classes, year.pupils, body.decisions as RollOverDecisions) };
}

export async function previewRollOver(
  tx: Reading,
  caller: Caller,
  body: z.infer<typeof rollOverBody>,
): Promise<RollOverAnswer> {
  const { year, plan } = await planYear(tx, caller, body);
  const applied = await appliedOf(tx, caller.tenantId, body.fromYear);
  const nameOf = (id: string | null) => (id === null ? null : { id, name: year.names.get(id) ?? '' });
  const others = year.others.map((each) => carryOver(each, 'movesUp').outcome);
  const counted = (outcome: string) => others.filter((each) => each === outcome).length;
  return {
    fromYear: body.fromYear,
    toYear: body.fromYear + 1,
    cycle: { title: year.toCycle?.title ?? cycleTitle(body.fromYear + 1), exists: year.toCycle !== null },
    fromCycle: year.fromCycle,
    applied,
    from: year.classes.map(({ id, name, classTeacherId, pupils }) => ({
      id,
      name: printClassName(name),
      grade: name.grade,
      teacher: nameOf(classTeacherId),
      pupils,
      needsDecision: !movesUpByItself(name.grade),
    })),
    classes: plan.classes.map(({ name, fromClassIds, classTeacherId, pupilIds }) => ({
      name: printClassName(name),
      grade: name.grade,
      letter: name.letter,
      fromClassIds: [...fromClassIds],
      teacher: nameOf(classTeacherId),
      pupils: pupilIds.length,
    })),
    pupils: plan.pupils.map(({ pupilId, fate, fromClassId, to, reason, participations }) => ({
      id: pupilId,
      name: year.names.get(pupilId) ?? '',
      fromClassId,
      fate,
      to: to && printClassName(to),
      reason,
      participations: participations.map(({ participationId, outcome, needsConfirmation }) => ({
        id: participationId,
        role: roleOf(year, participationId),
        outcome,
        needsConfirmation,
      })),
    })),
    others: { carriedOver: counted('carriedOver'), unitFirst: counted('unitFirst'), notCarried: counted('notCarried') },
    problems: [...plan.problems],
    remarks: [...plan.remarks],
    may: { apply: can(caller, 'year.rollOver') && applied === null && plan.problems.length === 0 },
  };
}

export function cycleTitle(startYear: number): string {
  return `${startYear}/${String((startYear + 1) % 100).padStart(2, '0')} учебный год`;
}

function roleOf(year: YearOfSchool, participationId: string) {
  const found = year.pupils.flatMap((pupil) => pupil.participations).find(({ id }) => id === participationId);
  return found?.role ?? ('mentee' as const);
}

async function appliedOf(tx: Reading, tenantId: string, fromYear: number) {
  const row = await tx
    .selectFrom('year_roll_overs as y')
    .innerJoin('people as p', (on) => on.onRef('p.tenant_id', '=', 'y.tenant_id').onRef('p.id', '=', 'y.applied_by'))
    .select(['y.applied_at', 'p.family_name', 'p.given_name'])
    .where('y.tenant_id', '=', tenantId)
    .where('y.from_year', '=', fromYear)
    .executeTakeFirst();
  return row ? { at: row.applied_at.toISOString(), by: `${row.family_name} ${row.given_name.charAt(0)}.` } : null;
}
