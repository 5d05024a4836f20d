import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { backUp } from '../src/platform/backup/back-up.ts';
import { checkBackup, restore } from '../src/platform/backup/restore.ts';
import { tablesOf } from '../src/platform/backup/tables.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../src/platform/postgres/embedded-server.ts';
import { type RunningApplication, startApplication } from './application.ts';
import { PLAN, textFile } from './imports.ts';
import { aPlanInForce, theRoadmap } from './plans.ts';
import { aSchool, ask, type School, useServer } from './school.ts';
import { inDatabase } from './server.ts';

const server = useServer();
const folder = mkdtempSync(join(tmpdir(), 'nastavnik-backup-'));
const PASSPHRASE = 'ёж несёт яблоко';
let another: EmbeddedServer;

beforeAll(async () => {
  another = await startEmbeddedServer({ dataDir: join(folder, 'another'), durability: 'throwaway' });
});
afterAll(async () => {
  await another.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Two schools with plans, evidence, a file, an import and letters that wait. */
async function schools(): Promise<School[]> {
  const made = [await aSchool(server), await aSchool(server)];
  for (const school of made) {
    const { id } = await aPlanInForce(server, school, [
      { title: 'Издать приказ «№ 1»\n\\t', deadline: 'до 27.11.2024' },
    ]);
    const { items } = await theRoadmap(server, school, id);
    const order = { kind: 'document', title: 'Приказ', number: '41', date: '2024-11-18' };
    await ask(server, school.people['curator'], `POST /occurrences/${items[0]!.occurrences[0]!.id}/evidence`, order);
    await ask(server, school.people['curator'], 'POST /imports', textFile(PLAN));
  }
  await server.runJobs();
  await ask(server, made[0]!.people['curator'], 'POST /imports', textFile(`${PLAN} ещё`));
  return made;
}

const inBackup = (name: string) => ({
  ownerUrl: server.db.ownerUrl,
  files: server.files,
  file: join(folder, name),
  passphrase: PASSPHRASE,
  now: server.clock.now(),
});

/** An empty database of the other server, and an empty store. */
async function emptyPlace(name: string): Promise<{ ownerUrl: string; superuserUrl: string; files: string }> {
  const superuser = new Client({ connectionString: another.superuserUrl });
  await superuser.connect();
  await superuser.query(`create database ${name} owner nastavnik_owner`);
  await superuser.end();
  return {
    ownerUrl: another.databaseUrl('owner', name),
    superuserUrl: another.databaseUrl('superuser', name),
    files: join(folder, name),
  };
}

/** Every row of every table, as a superuser sees it, for whom there are no walls; and the jobs that wait. */
async function everything(url: string): Promise<Map<string, string[]>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = new Map<string, string[]>();
    for (const { schema, name } of await tablesOf(client)) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from "${schema}"."${name}" t`);
      found.set(`${schema}.${name}`, rows.map(({ row }) => row).toSorted());
    }
    const { rows } = await client.query<{ row: string }>(
      `select t.identifier || j.payload::text || j.run_at::text || coalesce(j.key, '') as row
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`,
    );
    found.set('jobs', rows.map(({ row }) => row).toSorted());
    return found;
  } finally {
    await client.end();
  }
}

const source = () => inDatabase(inject('testServer').adminUrl, new URL(server.db.ownerUrl).pathname.slice(1));
function filesIn(place: string): Map<string, string> {
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => statSync(join(place, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(place, name), 'latin1')]));
}

describe('a backup', () => {
  test('is restored row by row and file by file, with the jobs that waited', async () => {
    await schools();
    const done = await backUp(inBackup('whole'));
    const place = await emptyPlace('whole_again');
    const backup = { file: join(folder, 'whole'), passphrase: PASSPHRASE };
    const checked = await checkBackup(backup);
    expect(checked).toMatchObject({ ...done, madeAt: '2024-11-20T09:00:00.000Z' });
    await restore(backup, checked, place);
    const [before, after] = [await everything(source()), await everything(place.superuserUrl)];
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [table, rows] of before) expect(after.get(table), table).toEqual(rows);
    expect(before.get('public.evidence')).toHaveLength(2);
    expect(before.get('jobs')!.length).toBeGreaterThan(0);
    expect(filesIn(place.files)).toEqual(filesIn(server.files));
    expect(statSync(join(folder, 'whole')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'whole')).includes('Лугова')).toBe(false);
  });

  test('that is made while people work holds one moment: what was acknowledged before, and nothing by halves', async () => {
    const school = await aSchool(server);
    const received: string[] = [];
    let going = true;
    const people = [1, 2, 3].map(async (writer) => {
      for (let number = 0; going; number += 1) {
        const { body } = await ask<{ id: string }>(
          server,
          school.people['curator'],
          'POST /imports',
          textFile(`план ${writer} ${number}`),
        );
        received.push(body.id);
      }
    });
    await expect.poll(() => received.length).toBeGreaterThan(20);
    const acknowledged = [...received];
    await backUp(inBackup('busy'));
    going = false;
    await Promise.all(people);
    const place = await emptyPlace('busy_again');
    const backup = { file: join(folder, 'busy'), passphrase: PASSPHRASE };
    await restore(backup, await checkBackup(backup), place);

    const client = new Client({ connectionString: place.superuserUrl });
    await client.connect();
    const { rows } = await client.query<{ id: string; sha256: string; events: number; jobs: number }>(
      `select i.id, f.sha256,
         (select count(*)::int from audit_events e where e.object_id = i.id and e.type = 'import.received') as events,
         (select count(*)::int from graphile_worker._private_jobs j where j.payload ->> 'importId' = i.id::text) as jobs
       from roadmap_imports i join files f on f.tenant_id = i.tenant_id and f.id = i.file_id where i.tenant_id = $1`,
      [school.tenantId],
    );
    await client.end();
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
    expect(rows.length).toBeLessThan(received.length);
    // Nobody reads them: the next test has jobs of its own.
    await sql`delete from graphile_worker._private_jobs`.execute(server.db.owner);
    for (const row of rows) {
      expect(row).toMatchObject({ events: 1, jobs: 1 });
      expect(existsSync(join(place.files, row.sha256.slice(0, 2), row.sha256))).toBe(true);
    }
  });

  test('does not write over a former one, and none is made where a file of the store is missing', async () => {
    const [school] = await schools();
    writeFileSync(join(folder, 'former'), '');
    await expect(backUp(inBackup('former'))).rejects.toMatchObject({ code: 'backup-file' });
    const { body } = await ask<{ id: string }>(server, school!.people['curator'], 'POST /imports', textFile('пропажа'));
    expect(body.id).toBeTruthy();
    const newest = [...filesIn(server.files)].find(
      ([, text]) => Buffer.from(text, 'latin1').toString() === 'пропажа',
    )![0];
    rmSync(join(server.files, newest));
    await expect(backUp(inBackup('holes'))).rejects.toMatchObject({ code: 'backup-damaged' });
    expect(readdirSync(folder).filter((name) => name.startsWith('holes'))).toEqual([]);
    writeFileSync(join(server.files, newest), 'пропажа');
  });

  test('of a schema that this program does not know is refused before anything is touched', async () => {
    const client = new Client({ connectionString: server.db.ownerUrl });
    await client.connect();
    await client.query("insert into migrations (name, sha256) values ('9999_later.sql', 'x')");
    await backUp(inBackup('later'));
    await client.query("delete from migrations where name = '9999_later.sql'");
    await client.end();
    await expect(checkBackup({ file: join(folder, 'later'), passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'backup-newer',
      en: expect.stringContaining('9999_later.sql'),
    });
  });
});

describe('the commands', () => {
  const running: RunningApplication[] = [];
  afterEach(async () => {
    for (const application of running.splice(0)) {
      application.kill('SIGTERM');
      await application.ended;
    }
  });

  test('back up a running application, restore it elsewhere, and refuse in two sentences what cannot be done', async () => {
    const [from, to, file] = ['data', 'restored', 'copy'].map((name) => join(folder, 'commands', name)) as [
      string,
      string,
      string,
    ];
    const application = await startApplication({ dataDir: from });
    running.push(application);
    expect((await setUp(application)).status).toBe(204);

    expect(await command(['backup', file, '--data', from], '')).toMatchObject({
      code: 1,
      lines: [expect.stringMatching(/пароль/i), expect.stringMatching(/passphrase/)],
    });
    expect(await command(['backup', file, '--data', from], 'short')).toMatchObject({
      code: 1,
      lines: [expect.stringMatching(/короче/), expect.stringMatching(/shorter/)],
    });
    expect(await command(['backup', file, '--data', from])).toMatchObject({
      code: 0,
      lines: [expect.stringMatching(/Копия записана/)],
    });
    expect(await command(['backup', file, '--data', from])).toMatchObject({
      code: 1,
      lines: [expect.stringMatching(/уже есть/), expect.stringMatching(/already/)],
    });

    expect(await command(['restore', file, '--data', from])).toMatchObject({
      code: 1,
      lines: [expect.stringMatching(/не пуста/), expect.stringMatching(/not empty/)],
    });
    expect(await command(['restore', file, '--data', to], 'not the passphrase')).toMatchObject({
      code: 1,
      lines: [expect.stringMatching(/не подходит/), expect.stringMatching(/does not fit/)],
    });
    const damaged = readFileSync(file);
    damaged[damaged.length - 100]! ^= 1;
    writeFileSync(`${file}.damaged`, damaged);
    expect(await command(['restore', `${file}.damaged`, '--data', to])).toMatchObject({
      code: 1,
      lines: [expect.stringMatching(/повреждён/), expect.stringMatching(/damaged/)],
    });
    expect(existsSync(to)).toBe(false);
    mkdirSync(to);
    expect(await command(['restore', file, '--data', to])).toMatchObject({
      code: 0,
      lines: [expect.stringMatching(/восстановлена/)],
    });

    const restored = await startApplication({ dataDir: to });
    running.push(restored);
    expect((await signIn(restored)).status).toBe(200);
    expect((await setUp(restored)).status).toBe(409);
  });
});

const ADMINISTRATOR = { login: 'lugova', password: 'ёж несёт яблоко' };

function setUp(application: RunningApplication): Promise<Response> {
  return post(application, '/api/v1/setup', {
    organization: {
      fullName: 'Школа № 7',
      shortName: 'Школа № 7',
      secondName: null,
      secondLanguage: null,
      municipality: 'Приозёрск',
      kind: 'school',
      timeZone: 'Europe/Moscow',
    },
    administrator: {
      familyName: 'Лугова',
      givenName: 'Ирина',
      patronymic: null,
      post: 'Директор',
      email: null,
      alsoRoles: [],
      ...ADMINISTRATOR,
    },
  });
}

function signIn(application: RunningApplication): Promise<Response> {
  const { login: username, password } = ADMINISTRATOR;
  return post(application, '/api/auth/sign-in/username', { username, password });
}

function post(application: RunningApplication, path: string, body: object): Promise<Response> {
  const origin = /http:\/\/localhost:\d+/.exec(application.output())?.[0] ?? '';
  const headers = { 'content-type': 'application/json', origin };
  return fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Runs the program as a person does; what it says comes back line by line, each to be matched. */
async function command(args: string[], passphrase = PASSPHRASE): Promise<{ code: number | null; lines: unknown[] }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/cli/cli.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NASTAVNIK_BACKUP_PASSPHRASE: passphrase },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, lines: said.trim().split('\n') };
}
