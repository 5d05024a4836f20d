import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './checks/run-program.ts';

/** What a file `NAME.bench.ts` of the server or of the journeys exports as `run`. Units stand in the names of the figures. */
type Bench = { run(): Promise<{ name: string; figures: Record<string, number | string> }> };

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const files = globSync(['apps/server/bench/*.bench.ts', 'e2e/bench/*.bench.ts'], { cwd: ROOT })
  .sort()
  .filter((file) => values.only === undefined || basename(file) === `${values.only}.bench.ts`);

const report: Record<string, Record<string, number | string>> = {};
for (const file of files) {
  const bench = (await import(join(ROOT, file))) as Bench;
  const before = load();
  const { name, figures } = await bench.run();
  // A figure of a busy machine says little by itself: with more running than there are cores it waits for its turn.
  report[name] = { ...figures, cores: availableParallelism(), 'load before': before, 'load after': load() };
  console.log(`\n${name}`);
  console.log(`  (${availableParallelism()} cores; running over the last minute: ${before} before, ${load()} after)`);
  for (const [what, figure] of Object.entries(figures))
    console.log(`  ${what.padEnd(56)} ${shown(figure).padStart(14)}`);
}
mkdirSync(join(ROOT, 'reports'), { recursive: true });
writeFileSync(join(ROOT, 'reports/bench.json'), `${JSON.stringify(report, null, 2)}\n`);
console.log(`\n${JSON.stringify(report)}`);

function shown(figure: number | string): string {
  if (typeof figure === 'string') return figure;
  return figure.toLocaleString('en-US', { maximumFractionDigits: figure < 10 ? 2 : 0 });
}

/** How many processes ran or wanted to, on average over the last minute. */
function load(): number {
  return Math.round(10 * (loadavg()[0] ?? 0)) / 10;
}
