import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './checks/run-program.ts';

type Activity = { id: string; name: string };
type Journey = { title: string; status: string };

/** Which kinds of activity a person can carry out from beginning to end: those with a journey `[A6] …` that passed. */
const activities = JSON.parse(readFileSync(join(ROOT, 'docs/activities.json'), 'utf8')) as Activity[];
const results = join(ROOT, 'e2e/results/journeys.json');
const journeys = existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as Journey[]) : [];
if (journeys.length === 0) console.log('No journeys have run yet: npm test -- --only build,journeys\n');

const named = journeys.map(({ title, status }) => ({ ids: idsIn(title), passed: status === 'passed' }));
let covered = 0;
for (const { id, name } of activities) {
  const own = named.filter(({ ids }) => ids.includes(id));
  const passed = own.some((journey) => journey.passed);
  if (passed) covered += 1;
  const mark = passed ? '✓' : own.length > 0 ? '✗' : '·';
  console.log(`${mark} ${id.padEnd(4)} ${name}`);
}
const strangers = named.flatMap(({ ids }) => ids).filter((id) => !activities.some((activity) => activity.id === id));
if (strangers.length > 0) console.log(`\nUnknown ids in titles of journeys: ${[...new Set(strangers)].join(', ')}`);
console.log(`\n${covered} of ${activities.length} activities have a passing journey`);

/** `[A6]`, `[A5, A6]` anywhere in a title. */
function idsIn(title: string): string[] {
  return [...title.matchAll(/\[([^\]]+)\]/g)].flatMap(([, inside = '']) => inside.match(/\bP?[A-H]\d+\b/g) ?? []);
}
