import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Deps } from '../src/deps.ts';
import { type Writing, writing } from '../src/platform/db/transactions.ts';
import { newId } from '../src/platform/ids.ts';
import { aMember, aPersonWithAccount, aSchool, PERIOD } from './a-school.ts';
import { type Answer, connections, percentiles, sender, signedIn } from './asking.ts';
import { withServer } from './bench-server.ts';

const PHONES = 50;
/** Of each family, so that a phone signs again as soon as it has signed. */
const CHILDREN = 3;
/** The obligatory lines of a processing consent as it is shipped. */
const PURPOSES = ['mentoringBank', 'matching', 'personalizedProgram', 'meetings', 'monitoring'];

type School = { readonly tenantId: string; readonly children: string[] };

/** Fifty mothers at a parents' meeting open what they were asked for and sign it, all at once; nothing may be lost. */
export function run(): Promise<{ name: string; figures: Record<string, number> }> {
  return withServer(async ({ deps, listen }) => {
    const school = await prepare(deps);
    const port = await listen();
    const http = connections(PHONES + 1);
    const curator = sender(http, port, await signedIn(port, 'curator'));
    const { issued } = (
      await curator('POST', '/api/v1/consents/issue', { personIds: school.children, kinds: ['processing'] })
    ).json as { issued: { consentId: string; personId: string }[] };
    if (issued.length !== PHONES * CHILDREN) throw new Error(`issued ${issued.length}`);
    const consentOf = new Map(issued.map((each) => [each.personId, each.consentId]));
    const phones = await Promise.all(
      Array.from({ length: PHONES }, async (_, at) => sender(http, port, await signedIn(port, `mother${at}`))),
    );
    const [opened, signed]: [number[], number[]] = [[], []];
    await Promise.all(
      phones.map(async (ask, at) => {
        for (const child of school.children.slice(at * CHILDREN, (at + 1) * CHILDREN)) {
          const url = `/api/v1/consents/${consentOf.get(child)}`;
          const card = await timed(opened, () => ask('GET', url));
          const { documentHash } = card.json as { documentHash: string };
          await timed(signed, () => ask('POST', `${url}/sign`, { documentHash, purposes: PURPOSES }));
        }
      }),
    );
    http.destroy();
    const valid = await writing(deps.pool, school, (tx) =>
      tx
        .selectFrom('consents')
        .select('id')
        .where('tenant_id', '=', school.tenantId)
        .where('state', '=', 'valid')
        .execute(),
    );
    const [seen, done] = [percentiles(opened), percentiles(signed)];
    return {
      name: `${PHONES} phones at once, ${CHILDREN} consents each`,
      figures: {
        'opened, p50 ms': seen.p50,
        'opened, p99 ms': seen.p99,
        'signed, p50 ms': done.p50,
        'signed, p99 ms': done.p99,
        'asked to sign': issued.length,
        'valid afterwards': valid.length,
        lost: issued.length - valid.length,
      },
    };
  });
}

async function timed(into: number[], ask: () => Promise<Answer>): Promise<Answer> {
  const began = performance.now();
  const answer = await ask();
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.json)}`);
  into.push(performance.now() - began);
  return answer;
}

/** A school whose papers may be issued, with as many mothers as phones and the children of each. */
async function prepare(deps: Deps): Promise<School> {
  const now = deps.clock.now();
  const tenantId = newId(now);
  return writing(deps.pool, { tenantId }, async (tx) => {
    await aSchool(tx, tenantId, now);
    const operator = { address: 'Город, ул. Лесная, 1', inn: '4712000000', ogrn: '1024700000000' };
    await tx.updateTable('organizations').set(operator).where('tenant_id', '=', tenantId).execute();
    const curator = await aMember(tx, deps, { tenantId, login: 'curator', family: 'Лугова', roles: ['curator'] });
    const children: string[] = [];
    for (let at = 0; at < PHONES; at += 1) {
      const { personId } = await aPersonWithAccount(tx, deps, { tenantId, login: `mother${at}`, family: 'Лосева' });
      await withPapers(tx, tenantId, personId);
      for (let each = 0; each < CHILDREN; each += 1) {
        children.push(await aChild(tx, tenantId, { mother: personId, verifiedBy: curator.personId, now }));
      }
    }
    return { tenantId, children };
  });
}

type Family = { readonly mother: string; readonly verifiedBy: string; readonly now: Date };

/** A pupil of ten, for whom the mother signs alone. */
async function aChild(tx: Writing, tenantId: string, { mother, verifiedBy, now }: Family): Promise<string> {
  const [of, id] = [{ tenant_id: tenantId }, newId(now)];
  const birthDate = plainDate(`${now.getFullYear() - 10}-01-15`);
  await tx
    .insertInto('people')
    .values({ ...of, id, family_name: 'Лосев', given_name: 'Пётр', patronymic: 'Ильич', birth_date: birthDate })
    .execute();
  await tx
    .insertInto('pupils')
    .values({ ...of, person_id: id })
    .execute();
  await tx
    .insertInto('representations')
    .values({
      ...of,
      id: newId(now),
      representative_id: mother,
      child_id: id,
      kind: 'mother',
      document_kind: 'свидетельство о рождении',
      document_number: 'I-АА 123456',
      verified_by: verifiedBy,
      verified_on: PERIOD.start,
      started_on: PERIOD.start,
    })
    .execute();
  await withPapers(tx, tenantId, id);
  return id;
}

async function withPapers(tx: Writing, tenantId: string, personId: string): Promise<void> {
  const paper = { kind: 'passport', number: '41 00 000000', address: 'Город, ул. Лесная, 5' };
  await tx
    .insertInto('identity_documents')
    .values({ tenant_id: tenantId, person_id: personId, ...paper })
    .execute();
}
