import { runProgram } from '../../../scripts/checks/run-program.ts';

const WALKS = ['rights-school', 'rights-programme'].map((each) => `apps/server/test/${each}.db.test.ts`);
const TOTALS = /rights of (.+): (\d+) endpoints, (\d+) roles, (\d+) cases, leaks (\d+)/g;

/**
 * The walk over every endpoint as each role, about the own, another's and another organisation's: the tests themselves
 * are run, and say what they have tried. A leak is a failed test and a failed bench.
 */
export async function run(): Promise<{ name: string; figures: Record<string, number> }> {
  const { code, output, milliseconds } = await runProgram('vitest', ['run', '--project', 'database', ...WALKS]);
  const parts = [...output.matchAll(TOTALS)].map(([, part, ...totals]) => ({ part, totals: totals.map(Number) }));
  if (code !== 0 || parts.length !== WALKS.length) throw new Error(`the walk did not come to its end:\n${output}`);
  const sum = (at: number) => parts.reduce((whole, { totals }) => whole + (totals[at] ?? 0), 0);
  return {
    name: 'Rights: every endpoint × role × own, other class, other organisation, visitor',
    figures: {
      endpoints: sum(0),
      roles: parts[0]?.totals[1] ?? 0,
      'cases tried': sum(2),
      leaks: sum(3),
      seconds: Math.round(milliseconds / 100) / 10,
    },
  };
}
