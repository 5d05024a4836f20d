import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runProgram } from './checks/run-program.ts';

/** Every part is checked by itself, with the platform it runs on; `tsconfig.tests.json` adds the tests of the domain. */
const projects = ['packages', 'apps']
  .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`))
  .concat('e2e', 'scripts', 'tsconfig.tests.json')
  .filter((project) => existsSync(join(ROOT, project.endsWith('.json') ? project : `${project}/tsconfig.json`)));

let failed = 0;
for (const project of projects) {
  const { code, output } = await runProgram('tsc', ['--noEmit', '--pretty', 'false', '-p', project]);
  // An empty part has nothing to check yet.
  if (code === 0 || output.includes('error TS18003')) continue;
  failed += 1;
  console.log(`${project}\n${output}`);
}
process.exitCode = failed === 0 ? 0 : 1;
