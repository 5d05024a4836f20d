import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';
import { allJourneys, Worlds } from './harness/journey.ts';

/**
 * Runs the journeys: `node e2e/run.ts [words of titles]`. One after the other: two browsers on two processors
 * would make each wait for the other. Results of all in `results/journeys.json`.
 */
const RESULTS = join(import.meta.dirname, 'results');
const wanted = process.argv.slice(2);

for (const file of globSync('journeys/**/*.ts', { cwd: import.meta.dirname }).sort()) {
  await import(join(import.meta.dirname, file));
}
const journeys = allJourneys().filter(({ title }) => wanted.every((word) => title.includes(word)));
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
  await work();
} finally {
  await worlds.close();
  await browser.close();
}
writeFileSync(join(RESULTS, 'journeys.json'), `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = results.some(({ status }) => status === 'failed') ? 1 : 0;
