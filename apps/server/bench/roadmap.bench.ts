import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Deps } from '../src/deps.ts';
import {
  approveRoadmap,
  cycleFor,
  enactRoadmap,
  insertPlan,
  type NewPlan,
  planOf,
  planOfTemplate,
  submitRoadmap,
} from '../src/features/roadmaps/door.ts';
import type { Caller } from '../src/platform/caller.ts';
import { writing } from '../src/platform/db/transactions.ts';
import { newId } from '../src/platform/ids.ts';
import { aMember, aSchool, PERIOD } from './a-school.ts';
import { type Ask, asker, connections, type Measured, measure, signedIn } from './asking.ts';
import { withServer } from './bench-server.ts';

const ITEMS = 500;
const CONNECTIONS = 50;
const WRITERS = 5;
const SECONDS = 8;

/** `GET` of a roadmap with 500 items and of «Сегодня» over real HTTP: 50 people without a pause while 5 writers work. */
export function run(): Promise<{ name: string; figures: Record<string, number> }> {
  return withServer(async ({ deps, listen }) => {
    const { roadmapId, occurrenceIds } = await prepare(deps);
    const port = await listen();
    const http = connections(CONNECTIONS + WRITERS);
    const curator = asker(http, port, await signedIn(port, 'curator'));
    const readers: Ask[] = [];
    for (let reader = 0; reader < CONNECTIONS; reader += 1)
      readers.push(asker(http, port, await signedIn(port, `teacher${reader}`)));
    const alone = await measure([curator], (ask) => ask('GET', `/api/v1/roadmaps/${roadmapId}`), 2);
    const work = { readers, curator, occurrenceIds };
    const roadmap = await underLoad(work, `/api/v1/roadmaps/${roadmapId}`);
    const today = await underLoad(work, '/api/v1/today');
    http.destroy();
    return {
      name: `GET roadmap with ${ITEMS} items and «Сегодня», ${CONNECTIONS} people read, ${WRITERS} write`,
      figures: {
        'roadmap, one reader, no writers, p50 ms': alone.p50,
        ...named('roadmap', roadmap),
        ...named('today', today),
      },
    };
  });
}

function named(what: string, { reads, writes }: { reads: Measured; writes: Measured }): Record<string, number> {
  return {
    [`${what} p50 ms`]: reads.p50,
    [`${what} p99 ms`]: reads.p99,
    [`${what} requests/s`]: reads.perSecond,
    [`${what}: writes/s meanwhile`]: writes.perSecond,
    [`${what}: write p99 ms`]: writes.p99,
  };
}

type Work = { readonly readers: readonly Ask[]; readonly curator: Ask; readonly occurrenceIds: readonly string[] };

async function underLoad({ readers, curator, occurrenceIds }: Work, path: string) {
  let next = 0;
  const write = (ask: Ask) => {
    next = (next + 1) % occurrenceIds.length;
    return ask('POST', `/api/v1/occurrences/${occurrenceIds[next]}/evidence`, {
      kind: 'document',
      title: 'Протокол',
      number: '1',
      date: '2024-10-01',
    });
  };
  const [reads, writes] = await Promise.all([
    measure(readers, (ask) => ask('GET', path), SECONDS),
    measure(
      Array.from({ length: WRITERS }, () => curator),
      write,
      SECONDS,
    ),
  ]);
  return { reads, writes };
}

/** One school with a director who is the curator too, fifty teachers, and a plan of 500 items in force. */
async function prepare(deps: Deps): Promise<{ roadmapId: string; occurrenceIds: string[] }> {
  const now = deps.clock.now();
  const tenantId = newId(now);
  return writing(deps.pool, { tenantId }, async (tx) => {
    await aSchool(tx, tenantId, now);
    const roles = ['curator', 'director'] as const;
    const { personId, userId } = await aMember(tx, deps, { tenantId, login: 'curator', family: 'Лугова', roles });
    for (let reader = 0; reader < CONNECTIONS; reader += 1)
      await aMember(tx, deps, { tenantId, login: `teacher${reader}`, family: `Читаев-${reader}`, roles: ['staff'] });
    const caller: Caller = {
      userId,
      tenantId,
      personId,
      name: 'Лугова И. Ю.',
      roles,
      today: plainDate('2024-11-20'),
      now,
      secondFactorNeeded: false,
      seenBy: null,
      host: true,
    };
    const cycle = await cycleFor(tx, caller, { title: '2024/25', period: PERIOD });
    const roadmapId = await insertPlan(tx, caller, { cycle }, manyItems(planOfTemplate('student-7', PERIOD)));
    await submitRoadmap(tx, caller, roadmapId);
    await approveRoadmap(tx, caller, roadmapId, {
      date: PERIOD.start,
      person: 'Лугова И. Ю.',
      post: 'Директор',
      order: null,
      authority: null,
      fileId: null,
    });
    await enactRoadmap(tx, caller, roadmapId);
    const plan = (await planOf(tx, caller, roadmapId))!;
    return { roadmapId, occurrenceIds: plan.items.flatMap((item) => item.occurrences.map((each) => each.id)) };
  });
}

/** The template over and over, until it has as many items as a region's plan. */
function manyItems(plan: NewPlan): NewPlan {
  const items = plan.stages.flatMap((stage) => stage.items);
  const size = Math.ceil(ITEMS / plan.stages.length);
  let left = ITEMS;
  const stages = plan.stages.map((stage) => {
    const count = Math.min(size, left);
    left -= count;
    return { ...stage, items: Array.from({ length: count }, (_each, at) => items[at % items.length]!) };
  });
  return { ...plan, stages };
}
