import { spawnSync } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { parseArgs } from 'node:util';

/**
 * `node scripts/matching-fuzz.ts [--minutes 60]`: the property tests of the matching engine with new seeds, again and again
 * until the time is up or one fails (its seed and counterexample are printed). Stands back behind everything else that runs.
 */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
const minutes = Number(values.minutes);
/** How many times as many rounds as an ordinary run of the tests looks at; short times want short steps. */
const times = minutes < 10 ? '3' : '10';
setPriority(constants.priority.PRIORITY_LOW);
const until = Date.now() + minutes * 60_000;
let passes = 0;
while (Date.now() < until) {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'pure', 'packages/domain/src/matching'], {
    stdio: 'inherit',
    env: { ...process.env, MATCHING_FUZZ: times },
  });
  if (status !== 0) process.exit(status ?? 1);
  passes++;
}
console.log(`matching fuzz: ${passes} passes with new seeds, nothing found`);
