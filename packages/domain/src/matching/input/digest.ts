import { compareText } from './order.ts';
import { newSha256 } from './sha256.ts';
import type { Snapshot } from './snapshot.ts';

/** Changes whenever the same snapshot could give another result. */
export const ENGINE_VERSION = 'nastavnik-matching-2';

/**
 * SHA-256 of the engine version and of what the engine reads of a snapshot, in an order that does not depend on the
 * order of rows and fields. Expects a snapshot from `readSnapshot`, which has dropped the fields the engine does not know.
 */
export function digestOf(snapshot: Snapshot): string {
  const hash = newSha256();
  hash.add(ENGINE_VERSION);
  hash.add(`\n${canonical({ version: snapshot.version, seed: snapshot.seed | 0, policy: snapshot.policy })}`);
  const parts: [string, readonly object[]][] = [
    ['mentors', snapshot.mentors],
    ['requests', snapshot.requests],
    ['locks', snapshot.locks],
    ['exclusions', snapshot.exclusions],
    ['published', snapshot.published ?? []],
    ['scores', snapshot.scores ?? []],
  ];
  for (const [name, rows] of parts) {
    hash.add(`\n${name}`);
    for (const row of rows.map(canonical).sort(compareText)) hash.add(`\n${row}`);
  }
  hash.add(`\n${canonical(snapshot.preferences ?? {})}`);
  hash.add(snapshot.scores ? '\nscored' : '');
  return hash.hex();
}

/** JSON with sorted keys and without undefined fields. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([x], [y]) => compareText(x, y));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}
