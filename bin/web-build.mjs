import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { oneAtATime } from './one-at-a-time.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { fromRoot, LauncherError, sayProgress } from './say.mjs';

const STAMP = fromRoot('apps/web/dist/.sources');
/** All that can end up in the web app, besides the locked packages. */
const SOURCES = ['apps/web', 'packages/domain', 'packages/contracts', 'package-lock.json', 'tsconfig.base.json'];
const IGNORED = new Set(['node_modules', 'dist', 'coverage']);

/** Builds the web app if its sources are not those it was built from. */
export async function ensureWebBuilt() {
  if (!existsSync(fromRoot('apps/web/vite.config.ts')) || isBuilt()) return;
  await oneAtATime(async () => {
    if (isBuilt()) return;
    const sources = hashOfSources();
    const done = sayProgress('Собирается веб-приложение / Building the web app');
    const { code, output } = await build();
    done();
    if (code !== 0) {
      throw new LauncherError(
        'Веб-приложение не собралось (подробности ниже).',
        'The web app was not built (details below).',
        output.trim().split('\n').slice(-20).join('\n'),
      );
    }
    writeFileSync(STAMP, sources);
  });
}

function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfSources();
}

function build() {
  return new Promise((resolve) => {
    const child = spawn(pinnedNode(), [fromRoot('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: fromRoot('apps/web'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const full = fromRoot(path);
  if (statSync(full).isFile()) {
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
    return;
  }
  for (const name of readdirSync(full).sort()) {
    if (IGNORED.has(name) || /\.test\.tsx?$/.test(name)) continue;
    addTo(hash, `${path}/${name}`);
  }
}
