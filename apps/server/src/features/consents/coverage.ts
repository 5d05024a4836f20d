import type { coverageAnswer, coverageQuery } from '@nastavnik/contracts/consents';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import {
  type ConsentCoverage,
  consentCoverage,
  disseminationCoverage,
} from '@nastavnik/domain/consents/consent-indicator';
import type { CoverageFacts } from '@nastavnik/domain/consents/coverage';
import { percentText } from '@nastavnik/domain/roadmaps/indicators';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { cycleOfBanks } from '../participants/door.ts';
import { type KnownPerson, knowPeople, named } from './consent-facts.ts';
import { stepOf } from './next-step.ts';

type Filter = {
  readonly classId?: string | undefined;
  readonly formId?: string | undefined;
  readonly personId?: string;
};
export type InBank = { readonly person_id: string; readonly class: string | null; readonly form: string | null };

/** IND-05 with its denominator behind it: who lacks what, and what comes next for each. */
export async function seeCoverage(
  tx: Reading,
  caller: Caller,
  query: z.infer<typeof coverageQuery>,
): Promise<z.infer<typeof coverageAnswer>> {
  permit(caller, 'consents.coverage');
  const cycle = await cycleOfBanks(tx, caller, query.cycleId);
  const frozen = await frozenCoverage(tx, caller, cycle.id);
  return frozen ? { cycle, ...frozen, lacking: [] } : measureCoverage(tx, caller, cycle, query);
}

/** What the coverage said on the day the cycle lost its persons (RULE-39). */
async function frozenCoverage(
  tx: Reading,
  { tenantId }: Caller,
  cycleId: string,
): Promise<Omit<z.infer<typeof coverageAnswer>, 'cycle' | 'lacking'> | undefined> {
  const row = await tx
    .selectFrom('program_cycles')
    .select('frozen_indicators')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', cycleId)
    .executeTakeFirst();
  // Written by the depersonalisation alone; the answer is checked by its shape.
  return row?.frozen_indicators ? (row.frozen_indicators as never) : undefined;
}

/** IND-05 as it is today, from the people of the banks. */
export async function measureCoverage(
  tx: Reading,
  caller: Caller,
  cycle: { readonly id: string; readonly title: string },
  query: Filter = {},
): Promise<z.infer<typeof coverageAnswer>> {
  const rows = await peopleInBanks(tx, caller, cycle.id, query);
  const known = await knowPeople(
    tx,
    caller.tenantId,
    rows.map((row) => row.person_id),
    caller.today,
  );
  const facts = new Map([...known].map(([id, person]) => [id, coverageFacts(person)]));
  const all = consentCoverage([...facts.values()], caller.today);
  const percent = percentText(all.ratio);
  return {
    cycle,
    on: caller.today,
    numerator: all.ratio.numerator,
    denominator: all.ratio.denominator,
    percent: percent === null ? null : Number(percent),
    target: all.ratio.target,
    dissemination: disseminationCoverage([...facts.values()], caller.today),
    lacking: lackingOf(all, known),
    byClass: groupsOf(rows, 'class', facts, caller.today),
    byForm: groupsOf(rows, 'form', facts, caller.today),
  };
}

function lackingOf(all: ConsentCoverage, known: ReadonlyMap<string, KnownPerson>) {
  return all.lacking.flatMap(({ personId, missing }) => {
    const { subject } = known.get(personId)!;
    return missing.map((each) => ({
      person: { id: personId, name: subject.name, place: subject.place },
      kind: each.kind,
      step: stepOf(named(each, subject)),
      consentId: each.consentId,
    }));
  });
}

/** A person in two forms counts once in each, and once in the whole (INDICATORS §0.8). */
function groupsOf(
  rows: readonly InBank[],
  by: 'class' | 'form',
  facts: ReadonlyMap<string, CoverageFacts>,
  today: PlainDate,
) {
  const groups = Map.groupBy(
    rows.filter((row) => row[by] !== null),
    (row) => row[by]!,
  );
  return [...groups]
    .map(([name, members]) => {
      const people = [...new Set(members.map((row) => row.person_id))].map((id) => facts.get(id)!);
      const { numerator, denominator } = consentCoverage(people, today).ratio;
      return { name, numerator, denominator };
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'ru', { numeric: true }));
}

export function coverageFacts({ subject, consents }: KnownPerson): CoverageFacts {
  return {
    subject: subject.facts,
    representations: subject.representations,
    consents: consents.map(({ consent }) => consent),
  };
}

/** Everybody who stands in a bank of the cycle, a row for each form. */
export async function peopleInBanks(
  tx: Reading,
  { tenantId, today }: Pick<Caller, 'tenantId' | 'today'>,
  cycleId: string,
  filter: Filter = {},
): Promise<InBank[]> {
  const { rows } = await sql<InBank & { class_id: string | null }>`
    select t.person_id, f.name as form, c.grade || c.letter as class
    from participants t
    left join mentoring_forms f on f.tenant_id = t.tenant_id and f.id = t.form_id
    left join class_places cp on cp.tenant_id = t.tenant_id and cp.person_id = t.person_id
      and ${today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity')
    left join classes c on c.tenant_id = cp.tenant_id and c.id = cp.class_id
    where t.tenant_id = ${tenantId} and t.cycle_id = ${cycleId}
      and t.state in ('inBank', 'selected', 'waiting', 'assigned', 'active', 'suspended')
      ${filter.classId ? sql`and c.id = ${filter.classId}` : sql``}
      ${filter.formId ? sql`and t.form_id = ${filter.formId}` : sql``}
      ${filter.personId ? sql`and t.person_id = ${filter.personId}` : sql``}
    order by t.person_id`.execute(tx);
  return rows;
}
