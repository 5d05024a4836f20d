import { existsSync } from 'node:fs';
import { ensureInstalled } from './install.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { runChild } from './run-child.mjs';
import { fromRoot, LauncherError, sayError } from './say.mjs';
import { ensureWebBuilt } from './web-build.mjs';

const CLI = 'apps/server/src/cli/cli.ts';

/** Commands that are not the application's own: which file carries them out and whether they need the built web app. */
const SCRIPTS = {
  test: { file: 'scripts/check.ts', web: false },
  bench: { file: 'scripts/bench.ts', web: true },
  activities: { file: 'scripts/activities.ts', web: false },
};

/** Makes the checkout ready for the command, then hands over to it under the pinned Node. */
export async function launch([command = 'help', ...args]) {
  try {
    await ensureInstalled();
    const script = Object.hasOwn(SCRIPTS, command) ? SCRIPTS[command] : undefined;
    if (command === 'start' || script?.web) await ensureWebBuilt();
    const target = script ? [script.file, ...args] : [CLI, command, ...args];
    if (!existsSync(fromRoot(target[0])))
      throw new LauncherError(`Нет файла ${target[0]}.`, `${target[0]} is missing.`);
    const [file, ...rest] = target;
    process.exitCode = await runChild(pinnedNode(), [fromRoot(file), ...rest], { stopWithParent: command === 'start' });
  } catch (error) {
    if (!(error instanceof LauncherError)) throw error;
    sayError(error);
    process.exitCode = 1;
  }
}
