import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { oneAtATime } from './one-at-a-time.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { fromRoot, LauncherError, sayProgress } from './say.mjs';

const STAMP = fromRoot('node_modules/.nastavnik-installed');

/** Installs the dependencies if those that are there are not the ones in the lock file, or are for another machine. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await oneAtATime(async () => {
    if (isInstalled()) return;
    if (isInstalledByHand()) return writeStamp();
    rmSync(STAMP, { force: true });
    await install();
    checkPrograms();
    writeStamp();
  });
}

function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted() && pinnedNode() !== undefined;
}

function writeStamp() {
  writeFileSync(STAMP, wanted());
}

function wanted() {
  const lock = createHash('sha256')
    .update(readFileSync(fromRoot('package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

/** A person who has run `npm install` need not wait again: npm leaves its own copy of the lock in `node_modules`. */
function isInstalledByHand() {
  const hidden = fromRoot('node_modules/.package-lock.json');
  if (!existsSync(hidden) || pinnedNode() === undefined) return false;
  const have = JSON.parse(readFileSync(hidden, 'utf8')).packages ?? {};
  const want = JSON.parse(readFileSync(fromRoot('package-lock.json'), 'utf8')).packages ?? {};
  const names = new Set([...Object.keys(have), ...Object.keys(want)].filter((name) => name.includes('node_modules/')));
  return [...names].every((name) =>
    have[name] === undefined ? want[name]?.optional === true : have[name].version === want[name]?.version,
  );
}

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'];

/**
 * `npm ci` takes exactly the lock file. It refuses a lock that does not list the builds of some package for other
 * systems, which npm itself forgets when a registry lacks them; `npm install` takes the same versions and goes on.
 * What they say is kept for the case that both fail; people see one line.
 */
async function install() {
  const done = sayProgress('Устанавливаются зависимости / Installing dependencies');
  let result = await npm(['ci', ...QUIET]);
  if (result.output.includes('code EUSAGE')) result = await npm(['install', '--no-save', ...QUIET]);
  done();
  if (result.code === 0) return;
  const said = result.output.split('\n').filter((line) => line.trim() !== '' && !/^npm error\s*$/.test(line));
  throw new LauncherError(
    'Не удалось установить зависимости: проверьте сеть и место на диске и запустите ещё раз (ответ npm ниже).',
    'Installing the dependencies failed: check the network and the disk space and start again (what npm said is below).',
    said.slice(0, 12).join('\n'),
  );
}

function npm(args) {
  const windows = process.platform === 'win32';
  return new Promise((resolve) => {
    const child = spawn(windows ? 'npm.cmd' : 'npm', args, {
      cwd: fromRoot(''),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows,
      env: { ...process.env, NODE_ENV: '' },
    });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function checkPrograms() {
  if (pinnedNode() !== undefined) return;
  throw new LauncherError(
    `Для этой системы (${process.platform}-${process.arch}) свой Node.js не поставляется: установите Node.js 24 или новее с https://nodejs.org.`,
    `No Node.js is supplied for this system (${process.platform}-${process.arch}): install Node.js 24 or newer from https://nodejs.org.`,
  );
}
