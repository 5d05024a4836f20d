import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowFirst } from './scripts/checks/slow-first.ts';

/** Two worlds: rules that touch nothing outside, and tests that need a real PostgreSQL. */
export default defineConfig({
  test: {
    // Vitest alone would leave one processor to itself, which on two processors is half of them.
    maxWorkers: availableParallelism(),
    // No test mocks a module or changes one: files share what they import, which takes as long to load as to test.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    // A busy machine is no fault of a rule: what hangs is found all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'bin/**/*.test.ts',
          ],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['apps/server/**/*.db.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['apps/server/test/global-setup.ts'],
        },
      },
    ],
  },
});
