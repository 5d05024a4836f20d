import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/**
 * `node scripts/matching-fuzz.ts [--minutes 60]`: the property tests of the matching engine with new seeds, again and again
 * until the time is up or one fails (its seed and counterexample are printed).
 */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
const until = Date.now() + Number(values.minutes) * 60_000;
let rounds = 0;
while (Date.now() < until) {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'pure', 'packages/domain/src/matching'], {
    stdio: 'inherit',
    env: { ...process.env, MATCHING_FUZZ: '10' },
  });
  if (status !== 0) process.exit(status ?? 1);
  rounds++;
}
console.log(`matching fuzz: ${rounds} rounds, nothing found`);
