import { performance } from 'node:perf_hooks';
import type { Snapshot } from '@nastavnik/domain/matching/input/snapshot';
import { newRandom } from '@nastavnik/domain/matching/instance/random';
import type { RoundEvent } from '@nastavnik/domain/matching/session/events';
import type { LiveRound } from '@nastavnik/domain/matching/session/live-round';
import { openSession } from '@nastavnik/domain/matching/session/session';
import type { EventFigures } from './match-bench-figures.ts';

/** Events of each kind, in turn. */
const EVENTS = 100;

/** What events of an open round cost, and trials that change nothing. Milliseconds of wall time. */
export function measureEvents(snapshot: Snapshot): EventFigures[] {
  const round = openSession(snapshot);
  const random = newRandom(7);
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const times = new Map<string, number[]>();
  const measure = (name: string, work: () => void): void => {
    const started = performance.now();
    work();
    const list = times.get(name) ?? [];
    list.push(performance.now() - started);
    times.set(name, list);
  };
  for (let at = 0; at < EVENTS; at++) {
    for (const [name, event] of Object.entries(eventsOf(round, at, pick, snapshot))) {
      measure(name, () => round.apply([event]));
    }
    const force: [string, string] = [pick(round.snapshot.requests).id, pick(round.snapshot.mentors).id];
    measure('whatIf', () => round.whatIf({ force }));
  }
  return [...times].map(([event, list]) => {
    list.sort((x, y) => x - y);
    return {
      event,
      medianMs: list[list.length >> 1]!,
      p95Ms: list[Math.floor(list.length * 0.95)]!,
      maxMs: list.at(-1)!,
    };
  });
}

function eventsOf(
  round: LiveRound,
  at: number,
  pick: <T>(list: readonly T[]) => T,
  { requests, mentors }: Snapshot,
): Record<string, RoundEvent> {
  const people = round.snapshot;
  const leaver = pick(people.mentors);
  const [more, less] = [pick(people.mentors), pick(people.mentors)].map((one) =>
    one === leaver ? people.mentors[0]! : one,
  );
  const left = pick(people.requests).id;
  const [request, mentor] = pick([...round.pairs()].filter(([id]) => id !== left).slice(0, 5000));
  return {
    requestJoins: { t: 'requestJoins', r: { ...pick(requests), id: `joins-r${at}` } },
    requestLeaves: { t: 'requestLeaves', id: left },
    mentorJoins: { t: 'mentorJoins', m: { ...pick(mentors), id: `joins-m${at}` } },
    placeMore: { t: 'capacity', mentor: more!.id, value: more!.capacity + 1 },
    placeLess: { t: 'capacity', mentor: less!.id, value: Math.max(0, less!.capacity - (more === less ? 0 : 1)) },
    lock: { t: 'lock', pair: [request, mentor] },
    unlock: { t: 'unlock', pair: [request, mentor] },
    mentorLeaves: { t: 'mentorLeaves', id: leaver.id },
  };
}
