import { spawn } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const ROOT = dirname(import.meta.dirname);
/** A port on which nobody listens: the answer is at once «refused». */
const NO_REGISTRY = 'http://127.0.0.1:9';

let folder: string;

/** What a fresh clone has of all that an installation looks at. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nastavnik-install-'));
  const files = [
    'package.json',
    'package-lock.json',
    '.npmrc',
    ...globSync('{apps,packages}/*/package.json', { cwd: ROOT }),
  ];
  for (const file of [...files, 'e2e/package.json', 'bin']) {
    cpSync(join(ROOT, file), join(folder, file), { recursive: true });
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

// A second each: npm asks the registry for one package and is refused.
test('an install that fails says so in one sentence in Russian and one in English, with what npm said below', async () => {
  const { code, out, said } = await launch({});
  expect(code).toBe(1);
  expect(out).toBe('');
  const [ru, en, ...npm] = said.slice(said.findIndex((line) => line.startsWith('Не удалось')));
  expect(ru).toMatch(/^Не удалось установить зависимости: проверьте сеть и место на диске.*\.$/);
  expect(en).toMatch(/^Installing the dependencies failed: check the network and the disk space.*\.$/);
  expect(npm.join('\n')).toContain('ECONNREFUSED');
  expect(npm.length).toBeLessThanOrEqual(12);
  expect(said.join('\n')).not.toMatch(/at file:|launcher\.mjs|install\.mjs/);
});

test('after a failed install nothing passes for installed, and the next start tries again', async () => {
  await launch({});
  expect(existsSync(join(folder, 'node_modules/.nastavnik-installed'))).toBe(false);
  expect(existsSync(join(folder, '.tmp/preparing'))).toBe(false);
  const { code, said } = await launch({});
  expect(code).toBe(1);
  expect(said.join('\n')).toContain('ECONNREFUSED');
});

test('where there is no npm, that is what is said', async () => {
  const { code, said } = await launch({ PATH: folder });
  expect(code).toBe(1);
  expect(said.filter((line) => /^(Не удалось установить|Installing the dependencies failed)/.test(line))).toHaveLength(
    2,
  );
  expect(said.at(-1)).toContain('npm ENOENT');
});

/** The launcher as a person runs it; nothing of the settings of the npm that runs the tests reaches it. */
async function launch(env: Record<string, string>): Promise<{ code: number | null; out: string; said: string[] }> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const child = spawn(process.execPath, [join(folder, 'bin/nastavnik.mjs'), 'help'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(inherited),
      npm_config_registry: NO_REGISTRY,
      npm_config_fetch_retries: '0',
      npm_config_cache: join(folder, 'cache'),
      ...env,
    },
  });
  let out = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, said: said.split('\n').filter((line) => line.trim() !== '') };
}
