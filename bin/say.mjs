import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} path inside the repository, with slashes */
export function fromRoot(path) {
  return join(ROOT, ...path.split('/'));
}

/** What the person can mend: one sentence in each language, and the program's own last words under them. */
export class LauncherError extends Error {
  constructor(ru, en, details = '') {
    super(en);
    this.ru = ru;
    this.en = en;
    this.details = details;
  }
}

export function sayError({ ru, en, details }) {
  console.error(`\n${ru}\n${en}`);
  if (details) console.error(`\n${details}`);
}

/** Progress goes to stderr: stdout belongs to the command, whose JSON may be read by a program. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Shows that something long is going on; seconds on a terminal, one line in a log. Returns the function that ends it. */
export function sayProgress(text) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  if (!process.stderr.isTTY) {
    say(`${text}…`);
    return () => say(`${text}: ${seconds()} с`);
  }
  const show = () => process.stderr.write(`\r${text}… ${seconds()} с `);
  show();
  const timer = setInterval(show, 1000);
  return () => {
    clearInterval(timer);
    process.stderr.write(`\r${text}: ${seconds()} с   \n`);
  };
}
