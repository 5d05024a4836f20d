import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
import { lockFolder } from './folder-lock.ts';
import { thisProcess } from './running-process.ts';

let folder: string;
let server: EmbeddedServer | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nastavnik-embedded-'));
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function start(dataDir: string): Promise<EmbeddedServer> {
  server = await startEmbeddedServer({ dataDir, durability: 'throwaway' });
  return server;
}

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {}); // told by the query
  await client.connect();
  try {
    return (await client.query({ text: query, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

describe('the embedded server', () => {
  test('keeps its data from start to start and frees the folder when it stops', async () => {
    const dataDir = join(folder, 'data');
    await ask((await start(dataDir)).ownerUrl, "create table notes as select 'kept' as note");
    await server?.stop();
    expect(existsSync(join(dataDir, 'lock.json'))).toBe(false);
    expect(await ask((await start(dataDir)).ownerUrl, 'select note from notes')).toEqual(['kept']);
  });

  test('lets nobody in without the password, and nobody else into the folder', async () => {
    const dataDir = join(folder, 'data');
    const { applicationUrl } = await start(dataDir);
    const guessed = new URL(applicationUrl);
    guessed.password = 'guessed';
    await expect(ask(guessed.toString(), 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await ask(applicationUrl, 'show listen_addresses')).toEqual(['']);
    for (const [name, mode] of [
      ['secrets.json', 0o600],
      ['run', 0o700],
      ['postgres', 0o700],
    ] as const) {
      expect(statSync(join(dataDir, name)).mode & 0o777, name).toBe(mode);
    }
  });

  test('gives the application a role that can neither create tables nor read the secrets of others', async () => {
    const { applicationUrl } = await start(join(folder, 'data'));
    await expect(ask(applicationUrl, 'create table mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(applicationUrl, 'select rolpassword from pg_authid')).rejects.toMatchObject({ code: '42501' });
  });

  test('works in a folder whose path is too long for a socket', async () => {
    const dataDir = join(folder, 'очень-длинное-имя-папки-'.repeat(4), 'data');
    mkdirSync(dataDir, { recursive: true });
    expect(await ask((await start(dataDir)).applicationUrl, 'select 1')).toEqual([1]);
  });

  test('that is killed under the application comes back by itself', async () => {
    const dataDir = join(folder, 'data');
    const { ownerUrl } = await start(dataDir);
    process.kill(Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    await vi.waitFor(async () => expect(await ask(ownerUrl, 'select 1')).toEqual([1]), { timeout: 20_000 });
  });

  test('refuses a cluster of another PostgreSQL version instead of touching it', async () => {
    const dataDir = join(folder, 'data');
    await start(dataDir);
    await server?.stop();
    server = undefined;
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n');
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'data-folder-version' });
    expect(existsSync(join(dataDir, 'lock.json'))).toBe(false);
  });

  test('refuses a folder whose passwords are lost', async () => {
    const dataDir = join(folder, 'data');
    await start(dataDir);
    await server?.stop();
    server = undefined;
    rmSync(join(dataDir, 'secrets.json'));
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'data-folder-foreign' });
  });
});

describe('the lock of the data folder', () => {
  test('is not given twice', async () => {
    const path = join(folder, 'lock.json');
    const unlock = await lockFolder(path, 0);
    await expect(lockFolder(path, 0)).rejects.toMatchObject({ code: 'data-folder-in-use' });
    unlock();
    (await lockFolder(path, 0))();
  });

  test.each([
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'then' })],
    ['whose number now belongs to a later process', JSON.stringify({ ...thisProcess(), startedAt: 'another boot/1' })],
    ['that was cut off while being written', '{"pid":'],
  ])('%s is taken over', async (_which, text) => {
    const path = join(folder, 'lock.json');
    writeFileSync(path, text);
    (await lockFolder(path, 0))();
    expect(existsSync(path)).toBe(false);
  });

  test('that is stale goes to one of many who come at once', async () => {
    const path = join(folder, 'lock.json');
    writeFileSync(path, JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'then' }));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(path, 100)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('waits a moment for a copy that is just stopping', async () => {
    const path = join(folder, 'lock.json');
    const unlock = await lockFolder(path, 0);
    const second = lockFolder(path, 5_000);
    unlock();
    (await second)();
  });
});
