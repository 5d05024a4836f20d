import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applicationThatEnds, type RunningApplication, startApplication } from './application.ts';
import { useDatabase } from './database.ts';

const db = useDatabase();

let folder: string;
const running: RunningApplication[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nastavnik-startup-'));
});

afterEach(async () => {
  for (const application of running.splice(0)) {
    application.kill('SIGTERM');
    await application.ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

describe('what keeps the application from starting is said in one sentence in Russian and one in English', () => {
  test('the port is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const end = await applicationThatEnds({ dataDir: join(folder, 'data'), port });
    other.close();
    expectSentences(end, `Порт ${port} занят`, `Port ${port} is taken`);
  });

  test('another copy runs on the data folder, and goes on undisturbed', async () => {
    const dataDir = join(folder, 'data');
    const first = await startApplication({ dataDir });
    running.push(first);
    const end = await applicationThatEnds({ dataDir });
    expectSentences(end, `занята другой запущенной копией (процесс ${first.pid})`, 'in use by another running copy');
    first.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });

  test('the data folder cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    const end = await applicationThatEnds({ dataDir: join(folder, 'file', 'data') });
    expectSentences(end, 'нельзя писать', 'cannot be written');
  });

  test('the server in DATABASE_URL does not answer; its password is not shown', async () => {
    const env = { DATABASE_URL: 'postgresql://owner:hidden@127.0.0.1:1/nastavnik' };
    const end = await applicationThatEnds({ dataDir: join(folder, 'data'), env });
    expectSentences(end, 'недоступен', 'cannot be reached');
    expect(end.output).toContain('owner@127.0.0.1:1/nastavnik');
    expect(end.output).not.toContain('hidden');
  });

  // A real server that gives itself out for an older one: this is where it is asked for its version.
  test('the server in DATABASE_URL is too old', async () => {
    const database = sql.id(new URL(db.ownerUrl).pathname.slice(1));
    await sql`create schema older`.execute(db.owner);
    await sql`create function older.current_setting(name text) returns text language sql as $$
      select case name when 'server_version' then '13.4' when 'server_version_num' then '130004' else pg_catalog.current_setting(name) end
    $$`.execute(db.owner);
    await sql`alter database ${database} set search_path = older, pg_catalog, public`.execute(db.owner);
    const end = await applicationThatEnds({ dataDir: join(folder, 'data'), env: { DATABASE_URL: db.ownerUrl } });
    expectSentences(end, 'слишком старый: PostgreSQL 13.4, нужен 15', 'too old: PostgreSQL 13.4, 15 or newer');
  });

  test('a setting makes no sense', async () => {
    const end = await applicationThatEnds({ dataDir: join(folder, 'data'), env: { SMTP_URL: 'mail' } });
    expectSentences(end, 'SMTP_URL — нужно', 'SMTP_URL must be');
  });
});

function expectSentences({ code, output }: { code: number | string; output: string }, ru: string, en: string): void {
  const lines = output.trim().split('\n');
  expect(code, output).toBe(1);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(ru);
  expect(lines[1]).toContain(en);
}
