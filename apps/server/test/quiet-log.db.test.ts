import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { SMTPServer } from 'smtp-server';
import { afterAll, expect, test } from 'vitest';
import { dataFolder } from '../src/platform/postgres/data-folder.ts';
import { ownerUrlOfRunning } from '../src/platform/postgres/running-server.ts';
import { type RunningApplication, startApplication } from './application.ts';
import { PLAN } from './imports.ts';
import { approval, PERIOD } from './plans.ts';

/** Words that nobody but a person could have brought in. None of them may stand in a log. */
const TELLTALES = {
  familyName: 'Проговоркина',
  givenName: 'Ангелина',
  login: 'progovorka',
  email: 'angelina@telltale.example',
  password: 'сорока на хвосте',
  organization: 'Школа Болтливая',
  responsible: 'Выдайкин',
  evidence: 'Справка о здоровье Нашептаева',
  searched: 'Подслушаева',
  refused: 'Невместимова',
};

const folder = mkdtempSync(join(tmpdir(), 'nastavnik-log-'));
const dataDir = join(folder, 'data');
let application: RunningApplication | undefined;
const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  // A mail server quotes the address that it does not take.
  onRcptTo: ({ address }, _session, done) =>
    done(Object.assign(new Error(`<${address}> greylisted`), { responseCode: 451 })),
});
afterAll(async () => {
  application?.kill('SIGTERM');
  await application?.ended;
  await new Promise<void>((resolve) => sink.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

test('a day of work, its mistakes and its defects leave nothing of a person in the logs', async () => {
  const port = await new Promise<number>((resolve) => {
    sink.listen(0, '127.0.0.1', () => resolve((sink.server.address() as { port: number }).port));
  });
  const env = { LOG_LEVEL: 'debug', SMTP_URL: `smtp://127.0.0.1:${port}` };
  application = await startApplication({ dataDir, env });
  const origin = /http:\/\/localhost:\d+/.exec(application.output())![0];
  let cookie = '';
  const ask = async (request: string, body?: object | string) => {
    const [method = '', path = ''] = request.split(' ');
    const answer = await fetch(`${origin}${path.startsWith('/api') ? path : `/api/v1${path}`}`, {
      method,
      headers: { origin, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
  };

  // Sign-in: the first run, a wrong password, the right one, a body that is no JSON.
  const { login, password, familyName, givenName, email } = TELLTALES;
  const setUp = await ask('POST /setup', {
    organization: {
      fullName: TELLTALES.organization,
      shortName: TELLTALES.organization,
      secondName: null,
      secondLanguage: null,
      municipality: 'Приозёрск',
      kind: 'school',
      timeZone: 'Europe/Moscow',
    },
    administrator: {
      familyName,
      givenName,
      patronymic: null,
      post: 'Директор',
      login,
      email,
      password,
      alsoRoles: ['curator', 'director'],
    },
  });
  expect(setUp.status).toBe(204);
  const signIn = (typed: string) => ask('POST /api/auth/sign-in/username', { username: login, password: typed });
  expect((await signIn(`${password}!`)).status).toBe(401);
  expect((await signIn(password)).status).toBe(200);
  expect((await ask('POST /imports/paste', `{"name": ${familyName}`)).status).toBe(400);

  // An import, confirmed, in force; its item reported done; the letters about it are refused by the mail server.
  const text = PLAN.replaceAll('Перова', TELLTALES.responsible).replaceAll('Лугова', familyName);
  const pasted = await ask('POST /imports/paste', { name: TELLTALES.organization, text, html: null });
  const read = async () => (await ask(`GET /imports/${pasted.body.id}`)).body;
  await expect.poll(async () => (await read()).state, { timeout: 20_000, interval: 200 }).toBe('read');
  const confirmed = await ask(`POST /imports/${pasted.body.id}/confirm`, {
    version: (await read()).version,
    period: PERIOD,
    cycleTitle: '2024/25',
    editionOf: null,
    reason: null,
  });
  const plan = `/roadmaps/${confirmed.body.roadmapId}`;
  expect((await ask(`POST ${plan}/submit`)).status).toBe(200);
  expect((await ask(`POST ${plan}/approve`, approval('2024-09-02', { person: familyName }))).status).toBe(200);
  expect((await ask(`POST ${plan}/enact`)).status).toBe(200);
  const [item] = (await ask(`GET ${plan}`)).body.items;
  const occurrence = `/occurrences/${item.occurrences[0].id}`;
  const proof = { kind: 'link', title: TELLTALES.evidence, url: `https://telltale.example/${TELLTALES.searched}` };
  expect((await ask(`POST ${occurrence}/evidence`, proof)).status).toBe(200);
  expect((await ask(`POST ${occurrence}/report-done`, { doneOn: '2024-10-10', note: TELLTALES.evidence })).status).toBe(
    200,
  );
  expect((await ask(`GET /search?q=${encodeURIComponent(TELLTALES.searched)}`)).status).toBe(200);
  await expect.poll(() => application!.output(), { timeout: 20_000 }).toContain('greylisted');

  // A defect whose error quotes the row.
  const owner = new Client({ connectionString: ownerUrlOfRunning(dataFolder(dataDir))! });
  await owner.connect();
  await owner.query(`alter table bodies add constraint too_narrow check (name <> '${TELLTALES.refused}')`);
  await owner.end();
  expect(
    (await ask('POST /bodies', { kind: 'workingGroup', name: TELLTALES.refused, orderNumber: null, orderDate: null }))
      .status,
  ).toBe(500);
  await expect.poll(() => application!.output()).toContain('too_narrow');

  const logs = `${application.output()}\n${readFileSync(dataFolder(dataDir).log, 'utf8')}`;
  for (const [what, word] of Object.entries(TELLTALES)) {
    for (const form of [word, encodeURIComponent(word), JSON.stringify(word).slice(1, -1)])
      expect(logs.toLowerCase().includes(form.toLowerCase()), `${what} stands in the log`).toBe(false);
  }
});
