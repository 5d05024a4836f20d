import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';
import { allJourneys, Worlds } from './harness/journey.ts';

/**
 * Runs the journeys: `node e2e/run.ts [words of titles]`. Results of all in `results/journeys.json`.
 *
 * One more at a time than there are processors, since a journey waits half of its time for what another process does;
 * `JOURNEYS_AT_ONCE` says otherwise.
 */
const RESULTS = join(import.meta.dirname, 'results');
const AT_ONCE = Number(process.env['JOURNEYS_AT_ONCE'] ?? availableParallelism() + 1);
const wanted = process.argv.slice(2);

for (const file of globSync('journeys/**/*.ts', { cwd: import.meta.dirname }).sort()) {
  await import(join(import.meta.dirname, file));
}
const journeys = allJourneys()
  .filter(({ title }) => wanted.every((word) => title.includes(word)))
  .toSorted((a, b) => Number(b.waits) - Number(a.waits));
mkdirSync(RESULTS, { recursive: true });
rmSync(join(RESULTS, 'journeys.json'), { force: true });

const browser = await launchBrowser();
const worlds = new Worlds(browser);
const results: { title: string; status: 'passed' | 'failed'; seconds: number; error?: string }[] = [];
const waiting = [...journeys];

async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { title, run } = next;
    const started = performance.now();
    const took = () => Math.round((performance.now() - started) / 100) / 10;
    try {
      await worlds.within(run);
      results.push({ title, status: 'passed', seconds: took() });
      process.stdout.write(`✓ ${title} (${took()} s)\n`);
    } catch (error) {
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
      results.push({ title, status: 'failed', seconds: took(), error: said });
      process.stdout.write(`✗ ${title} (${took()} s)\n${said}\n`);
    }
  }
}

try {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
} finally {
  await worlds.close();
  await browser.close();
}
writeFileSync(join(RESULTS, 'journeys.json'), `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = results.some(({ status }) => status === 'failed') ? 1 : 0;
