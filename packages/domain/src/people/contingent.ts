import type { PlainDate } from '../calendar/plain-date.ts';
import { age } from './age.ts';

/** So many pupils of an age in full years. */
export type ContingentRow = { readonly age: number; readonly count: number };

/** The denominators of IND-12 and IND-13. */
export type Contingent = {
  readonly rows: readonly ContingentRow[];
  readonly total: number;
  readonly from10to19: number;
  readonly from15to19: number;
};

export type ContingentFault =
  | { readonly code: 'contingent.age'; readonly age: number }
  | { readonly code: 'contingent.count'; readonly age: number }
  | { readonly code: 'contingent.age-twice'; readonly age: number };

/** Counted from the pupils' birth dates on a day (INDICATORS §0.7); those not yet born are not counted. */
export function contingentOn(birthDates: readonly PlainDate[], day: PlainDate): Contingent {
  const counts = new Map<number, number>();
  for (const birthDate of birthDates) {
    const years = age(birthDate, day);
    if (years >= 0) counts.set(years, (counts.get(years) ?? 0) + 1);
  }
  return totals([...counts].map(([years, count]) => ({ age: years, count })));
}

/** Entered by hand or imported: whole counts, each age once, 0 ≤ age ≤ 120. */
export function contingentOf(rows: readonly ContingentRow[]): Contingent | readonly ContingentFault[] {
  const faults: ContingentFault[] = [];
  const seen = new Set<number>();
  for (const { age: years, count } of rows) {
    if (!Number.isInteger(years) || years < 0 || years > 120) faults.push({ code: 'contingent.age', age: years });
    else if (seen.has(years)) faults.push({ code: 'contingent.age-twice', age: years });
    if (!Number.isSafeInteger(count) || count < 0) faults.push({ code: 'contingent.count', age: years });
    seen.add(years);
  }
  return faults.length > 0 ? faults : totals(rows);
}

function totals(rows: readonly ContingentRow[]): Contingent {
  const between = (from: number, to: number) =>
    rows.reduce((sum, row) => (row.age >= from && row.age <= to ? sum + row.count : sum), 0);
  return {
    rows: rows.toSorted((one, other) => one.age - other.age),
    total: between(0, Infinity),
    from10to19: between(10, 19),
    from15to19: between(15, 19),
  };
}
