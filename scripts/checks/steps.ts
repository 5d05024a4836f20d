import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runProgram } from './run-program.ts';
import { type Step, type StepResult, verdict } from './step.ts';
import { runJourneys, runVitest } from './test-run.ts';

const CRUISED = ['packages', 'apps', 'e2e', 'scripts', 'bin'];

/** All that `npm test` does, cheapest first. */
export const STEPS: readonly Step[] = [
  {
    name: 'format',
    summary: 'Biome: layout and order of imports',
    run: async () => verdict(await runProgram('biome', ['check', '.'])),
  },
  {
    name: 'imports',
    summary: 'dependency-cruiser: imports go one way and are declared',
    run: async () => verdict(await runProgram('depcruise', ['--config', '.dependency-cruiser.cjs', ...CRUISED])),
  },
  {
    name: 'unused',
    summary: 'knip: no file, export or dependency that nobody uses',
    run: async () => verdict(await runProgram('knip', ['--no-progress', '--no-config-hints'])),
  },
  {
    name: 'types',
    summary: 'tsc for every part',
    run: async () => verdict(await runProgram('node', ['scripts/typecheck.ts'])),
  },
  {
    name: 'lint',
    summary: 'oxlint with types',
    run: async () => verdict(await runProgram('oxlint', ['--type-aware', '--deny-warnings'])),
  },
  { name: 'pure', summary: 'rules that touch nothing outside', alone: true, run: () => runVitest('pure') },
  {
    name: 'fuzz',
    summary: 'the matching engine, a minute with new seeds',
    after: ['pure'],
    beside: true,
    run: async () => verdict(await runProgram('node', ['scripts/matching-fuzz.ts', '--minutes', '1'])),
  },
  {
    name: 'database',
    summary: 'everything that needs PostgreSQL, and the application as a process',
    alone: true,
    run: () => runVitest('database'),
  },
  {
    name: 'generated',
    summary: 'generated files are what the generators write',
    run: checkGenerated,
  },
  {
    name: 'build',
    summary: 'the web app',
    run: async () => verdict(await runProgram('node', ['bin/build-web.mjs'])),
  },
  {
    name: 'journeys',
    summary: 'promises to people, in a browser',
    after: ['build'],
    alone: true,
    run: async () => (existsSync(join(ROOT, 'e2e/run.ts')) ? runJourneys() : { passed: 0, failed: 0, output: '' }),
  },
];

/** Compared with what stood there before, not with the last commit: whoever has generated and not yet committed is right. */
async function checkGenerated(): Promise<StepResult> {
  const before = generatedFiles();
  const generated = await runProgram('node', ['scripts/generate.ts']);
  if (generated.code !== 0) return verdict(generated);
  const changed = [...generatedFiles()].filter(([file, text]) => before.get(file) !== text).map(([file]) => file);
  const output = `were out of date and have been written anew: ${changed.join(', ')}`;
  return verdict({ code: changed.length, output });
}

function generatedFiles(): Map<string, string> {
  const files = globSync('{apps,packages}/*/src/**/*.generated.ts', { cwd: ROOT });
  return new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
}
