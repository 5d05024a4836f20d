import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { writing } from '../src/platform/db/transactions.ts';
import { aFamily, type ConsentSchool, consentSchool, issueOneFor } from './consents.ts';
import { useMembers } from './members.ts';
import { useServer } from './school.ts';

/** Rules of PRIVACY that hold because something is not there; where each stands: docs/rules/privacy.md. */
const ROOT = join(import.meta.dirname, '../../..');
const server = useServer({ at: '2024-10-15T09:00:00+03:00' });
const members = useMembers();

type Schema = { properties?: Record<string, Schema> } & Record<string, unknown>;
type OpenApi = { paths: Record<string, Record<string, Schema>> };
const api = () => server.app.swagger() as unknown as OpenApi;

/** Every name of a field that the API takes or gives. */
function fieldsOf(part: unknown, found = new Set<string>()): Set<string> {
  if (part === null || typeof part !== 'object') return found;
  if ('properties' in part) for (const name of Object.keys((part as Schema).properties ?? {})) found.add(name);
  for (const each of Object.values(part)) fieldsOf(each, found);
  return found;
}

describe('what the API does not have', () => {
  beforeAll(() => server.app.ready());

  test('no field of pay or of what the personnel office keeps for itself, in anything it takes or gives (RULE-43)', () => {
    const fields = [...fieldsOf(api().paths)];
    expect(fields.length).toBeGreaterThan(200);
    expect(fields.filter((name) => /salary|wage|^pay|payment|conviction|bonus/i.test(name))).toEqual([]);
  });

  test('no place for the certificate of convictions: a number, a day and a yes or no (RULE-44)', () => {
    const clearance = Object.entries(api().paths).filter(([path]) => path.includes('clearance'));
    expect(clearance.map(([path]) => path)).toEqual(['/api/v1/mentors/{personId}/clearance']);
    const { post } = clearance[0]![1];
    const body = post!['requestBody'] as { content: Record<string, { schema: Schema }> };
    expect(Object.keys(body.content)).toEqual(['application/json']);
    expect(Object.keys(body.content['application/json']!.schema.properties!).toSorted()).toEqual([
      'certificateDate',
      'certificateNumber',
      'passed',
    ]);
  });

  test('no command that publishes: not a bank, not a register, not a request (RULE-21)', () => {
    expect(Object.keys(api().paths).filter((path) => /publi[sc]/i.test(path))).toEqual([]);
  });
});

describe('what leaves the house', () => {
  let at: ConsentSchool;
  beforeAll(async () => {
    at = await consentSchool(server);
  });

  test('an export of a bank or of the register of consents is handed over and kept nowhere: there is nothing to attach (RULE-21)', async () => {
    const files = () =>
      at.write((tx) => tx.selectFrom('files').select('id').where('tenant_id', '=', at.place.tenantId).execute());
    const { pupil } = await aFamily(at, '2011-03-05');
    await issueOneFor(at, pupil.personId);
    const before = await files();
    await at.participation(pupil.personId, { state: 'inBank' });
    const purpose = { purpose: 'Отчёт педсовету' };
    for (const [path, body] of [
      ['/api/v1/consents/register/export', { format: 'csv', ...purpose }],
      ['/api/v1/bank/export', { role: 'mentee', format: 'csv', columns: ['name'], filter: {}, ...purpose }],
    ] as const) {
      const answer = await at.director.post(path, body);
      expect(`${path} ${answer.statusCode} ${answer.body.slice(0, 200)}`).toContain(`${path} 200`);
    }
    expect(await files()).toEqual(before);
  });

  test('a letter names no minor, not even to the minor, and leads to the document (RULE-40)', async () => {
    const { pupil, mother } = await aFamily(at, '2009-03-05');
    await at.write((tx) =>
      tx
        .updateTable('people')
        .set({ given_name: 'Пересвет' })
        .where('tenant_id', '=', at.place.tenantId)
        .where('id', '=', pupil.personId)
        .execute(),
    );
    const consentId = await issueOneFor(at, pupil.personId);
    const told = await at.curator.post('/api/v1/consents/remind', { consentIds: [consentId] });
    expect(told.json()).toMatchObject({ noticed: [consentId] });
    const letters = await at.write((tx) =>
      tx
        .selectFrom('notices')
        .select(['subject', 'body', 'person_id'])
        .where('tenant_id', '=', at.place.tenantId)
        .where('person_id', 'in', [pupil.personId, mother.personId])
        .execute(),
    );
    expect(letters).toHaveLength(2);
    for (const { subject, body } of letters) expect(`${subject}\n${body}`).not.toMatch(/Пересвет|Лосев(?!а)/);
    expect(letters.find(({ person_id }) => person_id === pupil.personId)?.body).toContain('Здравствуйте, школа');
  });

  test('pages come with a policy that lets nothing in from elsewhere (RULE-32)', async () => {
    const answer = await server.app.inject({ method: 'GET', url: '/api/v1/session' });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy.match(/https?:\/\/[^\s;]+|\*/g) ?? []).toEqual([]);
  });
});

test('an open session ends half an hour after the last thing done in it (RULE-33)', async () => {
  const school = await members.school();
  const { personId } = await school.member(['curator']);
  const { rows } = await writing(members.database.pool, { tenantId: school.tenantId }, (tx) =>
    sql<{ seconds: number }>`
      select extract(epoch from max(s."expiresAt") - now())::int as seconds from auth.session s
      join memberships m on m.user_id = s."userId" where m.person_id = ${personId}`.execute(tx),
  );
  expect(rows[0]!.seconds).toBeLessThanOrEqual(30 * 60);
  expect(rows[0]!.seconds).toBeGreaterThan(25 * 60);
});

describe('what is built in', () => {
  const manifests = globSync(['package.json', 'apps/*/package.json', 'packages/*/package.json', 'e2e/package.json'], {
    cwd: ROOT,
  }).map((file) => readFileSync(join(ROOT, file), 'utf8'));

  test('no library that knows faces (RULE-12)', () => {
    expect(manifests.length).toBeGreaterThan(5);
    const names = manifests.flatMap((text) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(text) as Record<string, Record<string, string>>;
      return Object.keys({ ...dependencies, ...devDependencies });
    });
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => /face|biometr|opencv|mediapipe|tensorflow|vision/i.test(name))).toEqual([]);
  });

  test('no page, style or script of ours fetches from elsewhere (RULE-32)', () => {
    const sources = globSync(['apps/web/index.html', 'apps/web/src/**/*.{ts,tsx,css}'], { cwd: ROOT });
    expect(sources.length).toBeGreaterThan(300);
    const fetching =
      /(?:src|href|action)="https?:|url\(\s*['"]?https?:|@import\s+['"]https?:|(?:fetch|import|WebSocket|EventSource)\(\s*[`'"](?:https?|wss?):/;
    const found = sources.filter((file) => fetching.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(found).toEqual([]);
  });
});
