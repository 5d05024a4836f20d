import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Completes `package-lock.json` with the builds for other systems that a registry mirror may lack: `npm ci` refuses a
 * lock file that does not name every optional build, though it fetches only the one for its own system.
 * Run it after an install that changed the lock file.
 */
const FILE = join(import.meta.dirname, '../package-lock.json');

type Locked = {
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Locked> };

const SYSTEMS = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'netbsd'];
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32', 'mips64el'];

const lock = JSON.parse(readFileSync(FILE, 'utf8')) as Lock;
let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    const place = `node_modules/${name}`;
    lock.packages[place] = { version: range.replace(/^[\^~]/, ''), optional: true, ...systemOf(name) };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} builds for other systems added\n`);

function isLocked(path: string, name: string): boolean {
  for (let place = path; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (lock.packages[place ? `${place}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (!place.includes('/node_modules/')) return lock.packages[`node_modules/${name}`] !== undefined;
  }
}

/** What the name says of the system it is for: `@swc/core-linux-arm-gnueabihf`. */
function systemOf(name: string): Pick<Locked, 'os' | 'cpu' | 'libc'> {
  const parts = name.split(/[-/]/);
  const os = SYSTEMS.filter((each) => parts.includes(each));
  const cpu = PROCESSORS.filter((each) => parts.includes(each));
  const libc = parts.includes('musl')
    ? ['musl']
    : parts.includes('gnu') || parts.includes('gnueabihf')
      ? ['glibc']
      : [];
  return {
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    ...(os.length > 0 ? { os } : {}),
  };
}
