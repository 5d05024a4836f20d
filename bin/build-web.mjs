// The same build that `npm start` makes, for those who want only that: `npm test` and packagers.
import { LauncherError, sayError } from './say.mjs';
import { ensureWebBuilt } from './web-build.mjs';

try {
  await ensureWebBuilt();
} catch (error) {
  if (!(error instanceof LauncherError)) throw error;
  sayError(error);
  process.exitCode = 1;
}
