import { parseArgs } from 'node:util';
import { runSteps } from './checks/run-steps.ts';
import { STEPS } from './checks/steps.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    except: { type: 'string', multiple: true, default: [] },
    list: { type: 'boolean', default: false },
  },
});
const names = (given: string[]): string[] => given.flatMap((value) => value.split(','));
const only = names(values.only);
const except = names(values.except);
const unknown = [...only, ...except].filter((name) => !STEPS.some((step) => step.name === name));

if (values.list || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no step ${unknown.join(', ')}. These are:`);
  for (const { name, summary } of STEPS) console.log(`  ${name.padEnd(10)} ${summary}`);
  process.exitCode = unknown.length > 0 ? 2 : 0;
} else {
  const chosen = STEPS.filter(({ name }) => (only.length === 0 || only.includes(name)) && !except.includes(name));
  const { passed, failed } = await runSteps(chosen, { say: (line) => console.log(line), now: () => performance.now() });
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
