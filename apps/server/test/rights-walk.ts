import type { App } from '../src/deps.ts';
import type { Call } from './rights-call.ts';
import { ASKERS, type Asker } from './rights-cast.ts';
import type { Ids } from './rights-ids.ts';
import { leaksIn } from './rights-marks.ts';
import type { Realm } from './rights-world.ts';
import { FormDataBody, type Person } from './school.ts';

/**
 * Whose things are named: those of the own class, child, association; others' of the same school; another school's; the
 * own in the address with another school's in the body.
 */
type Target = 'own' | 'other' | 'foreign' | 'mixed';
type Shot = { readonly url: string; readonly payload: unknown };
type Answer = { readonly status: number; readonly text: string; readonly code: string };
export type Walk = { readonly app: App; readonly here: Realm; readonly there: Realm };
export type Found = { cases: number; readonly leaks: string[]; readonly faults: string[] };

/** Everybody calls one endpoint in one way, about everything it can be asked about. */
export async function walkCall(walk: Walk, endpoint: string, call: Call, found: Found): Promise<void> {
  const { here, there } = walk;
  const own = idsOf(here, 'own');
  const foreign = idsOf(there, 'own');
  const mine = shotOf(endpoint, call, own, own);
  const isOpen = call.may === 'anonymous';
  await ask(walk, endpoint, call, { who: 'anonymous', target: 'own', shot: mine }, found);
  await everybody(walk, endpoint, call, { target: 'own', shot: mine }, found);
  if (isOpen) return;
  const others = shotOf(endpoint, call, idsOf(here, 'other'), idsOf(here, 'other'));
  if (!isSame(others, mine)) await everybody(walk, endpoint, call, { target: 'other', shot: others }, found);
  const theirs = shotOf(endpoint, call, foreign, foreign);
  if (isSame(theirs, mine)) return;
  await everybody(walk, endpoint, call, { target: 'foreign', shot: theirs }, found);
  // Even who holds every role in another school comes to nothing of this one.
  await ask(walk, endpoint, call, { who: 'stranger', target: 'foreign', shot: mine }, found);
  const mixed = shotOf(endpoint, call, own, foreign);
  if (mixed.url === theirs.url || isSame(mixed, mine)) return;
  for (const who of allowed(call, 'own')) await ask(walk, endpoint, call, { who, target: 'mixed', shot: mixed }, found);
}

type Asked = { readonly who: Asker | 'anonymous' | 'stranger'; readonly target: Target; readonly shot: Shot };

const AT_ONCE = 6;

async function everybody(walk: Walk, endpoint: string, call: Call, asked: Omit<Asked, 'who'>, found: Found) {
  for (let from = 0; from < ASKERS.length; from += AT_ONCE) {
    const some = ASKERS.slice(from, from + AT_ONCE);
    await Promise.all(some.map((who) => ask(walk, endpoint, call, { who, ...asked }, found)));
  }
}

async function ask(walk: Walk, endpoint: string, call: Call, asked: Asked, found: Found): Promise<void> {
  const person = asked.who === 'stranger' ? walk.there.school.people['everything'] : walk.here.school.people[asked.who];
  const answer = await shoot(walk.app, endpoint, asked.shot, person);
  const said = `${endpoint} (${asked.target}) ${asked.who}: ${answer.status} ${answer.code}`;
  found.cases += 1;
  const fault = faultOf(call, asked, answer);
  if (fault) (fault.isLeak ? found.leaks : found.faults).push(`${said}: ${fault.why}`);
  for (const leak of leaksIn(answer.text, asked.who)) found.leaks.push(`${said}: ${leak}`);
}

type Fault = { readonly isLeak: boolean; readonly why: string };
const leak = (why: string): Fault => ({ isLeak: true, why });
const fault = (why: string): Fault => ({ isLeak: false, why });

function faultOf(call: Call, { who, target }: Asked, answer: Answer): Fault | undefined {
  const { status } = answer;
  if (status >= 500) return call.inTwoSteps ? undefined : fault('a defect');
  if (status === 400) return fault(`malformed: ${answer.text.slice(0, 300)}`);
  if (who === 'anonymous') {
    if (call.may === 'anonymous') return status === 401 || status === 403 ? fault('closed to visitors') : undefined;
    return status === 401 ? undefined : leak('open to visitors');
  }
  const passed = isPassed(call, answer);
  if (target === 'mixed') return passed && status < 300 ? leak('took what is another school’s') : undefined;
  if (target === 'foreign') {
    if (passed) return leak('came to what is another school’s');
    const knows = who !== 'stranger' && allowed(call, 'own').has(who) && !call.leftOut;
    return knows && status !== 404 ? fault('another school’s thing is not 404') : undefined;
  }
  const may = who !== 'stranger' && allowed(call, target).has(who);
  if (passed && !may) return leak('came through without a right');
  if (!passed && may) return fault('was kept out');
  if (!passed && status === 404 && !call.hidden && !call.leftOut)
    return fault('the own school’s thing is 403, not 404');
  return undefined;
}

/** Through the rights: whatever the rules say after them. */
function isPassed(call: Call, { status, text, code }: Answer): boolean {
  if (status === 401 || status === 403) return false;
  if (status === 404) return call.gap !== undefined && code === call.gap;
  return !(call.leftOut && status < 300 && call.leftOut.test(text));
}

function allowed(call: Call, target: Target): ReadonlySet<Asker> {
  const written = `${call.may} ${target === 'own' ? (call.own ?? '') : ''}`.split(' ').filter(Boolean);
  if (written.includes('everybody') || written.includes('anonymous')) return new Set(ASKERS);
  return new Set(written.map((name) => ASKERS.find((asker) => asker === name) ?? unknown(name)));
}

function unknown(name: string): never {
  throw new Error(`nobody of the cast is called ${name}`);
}

function idsOf(realm: Realm, side: 'own' | 'other'): Ids {
  const cast = Object.fromEntries(Object.entries(realm.school.people).map(([key, { id }]) => [key, id]));
  return { ...cast, ...realm[side] };
}

function isSame(one: Shot, other: Shot): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** One address with one body, as it is sent. */
function shotOf(endpoint: string, call: Call, path: Ids, body: Ids): Shot {
  const address = endpoint.slice(endpoint.indexOf(' ') + 1).replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const key = call.at?.[name] ?? name;
    return path[key] ?? key;
  });
  const query = call.query ? `?${call.query(path)}` : '';
  const file = { name: 'файл.pdf', bytes: new TextEncoder().encode('%PDF-1.4 нет') };
  const payload = call.file ? new FormDataBody(file, call.file(body)) : call.body?.(body);
  return { url: `/api/v1${address}${query}`, payload };
}

const READABLE = /json|csv|svg|text/;

async function shoot(app: App, endpoint: string, { url, payload }: Shot, person: Person | undefined): Promise<Answer> {
  const form = payload instanceof FormDataBody ? payload : undefined;
  const answer = await app.inject({
    method: endpoint.split(' ')[0] as 'GET',
    url,
    headers: { ...(person ? { cookie: person.cookie } : {}), ...form?.headers },
    ...(payload === undefined ? {} : { payload: form ? form.bytes : (payload as object) }),
  });
  const text = READABLE.test(String(answer.headers['content-type'])) ? answer.body : '';
  const code = answer.statusCode >= 400 ? answer.json<{ code: string }>().code : '';
  return { status: answer.statusCode, text, code };
}
