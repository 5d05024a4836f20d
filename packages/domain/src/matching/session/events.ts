import type { GivenScore, Id, MentorIn, RequestIn, Snapshot } from '../input/snapshot.ts';

/** What happens in a round that is open. `scores` go with rounds whose scores are given. */
export type RoundEvent =
  | { t: 'requestJoins'; r: RequestIn; scores?: GivenScore[] }
  | { t: 'requestLeaves'; id: Id }
  | { t: 'mentorJoins'; m: MentorIn; scores?: GivenScore[] }
  | { t: 'mentorLeaves'; id: Id }
  | { t: 'capacity'; mentor: Id; value: number }
  | { t: 'lock' | 'unlock'; pair: [request: Id, mentor: Id] }
  | { t: 'exclude' | 'permit'; pair: [request: Id, mentor: Id] }
  | { t: 'answersChanged'; r: RequestIn }
  | { t: 'answersChanged'; m: MentorIn };

/** The event does not fit the round: somebody is unknown, or already there. */
export class EventError extends Error {
  readonly code: 'unknown-request' | 'unknown-mentor' | 'duplicate' | 'out-of-range';
  constructor(code: EventError['code'], id: Id) {
    super(`${code}: ${id}`);
    this.code = code;
  }
}

/** The snapshot after an event; the old one is left as it was. Locks, wishes and exclusions of those who leave go with them. */
export function afterEvent(s: Snapshot, event: RoundEvent, who: Who = whoIn(s)): Snapshot {
  switch (event.t) {
    case 'requestJoins':
      if (who.hasRequest(event.r.id)) throw new EventError('duplicate', event.r.id);
      return withScores({ ...s, requests: s.requests.concat([event.r]) }, event.scores);
    case 'mentorJoins':
      if (who.hasMentor(event.m.id)) throw new EventError('duplicate', event.m.id);
      return withScores({ ...s, mentors: s.mentors.concat([event.m]) }, event.scores);
    case 'requestLeaves':
      if (!who.hasRequest(event.id)) throw new EventError('unknown-request', event.id);
      return without(s, 'request', event.id);
    case 'mentorLeaves':
      if (!who.hasMentor(event.id)) throw new EventError('unknown-mentor', event.id);
      return without(s, 'mentor', event.id);
    case 'capacity': {
      const { mentor: id, value } = event;
      if (!who.hasMentor(id)) throw new EventError('unknown-mentor', id);
      if (!Number.isInteger(value) || value < 0 || value > 1_000_000) throw new EventError('out-of-range', id);
      return { ...s, mentors: s.mentors.map((one) => (one.id === id ? { ...one, capacity: value } : one)) };
    }
    case 'lock':
    case 'unlock': {
      const pair = knownPair(who, event.pair);
      const locks = s.locks.filter((one) => !samePair(one, pair));
      return { ...s, locks: event.t === 'lock' ? [...locks, pair] : locks };
    }
    case 'exclude':
    case 'permit': {
      const pair = knownPair(who, event.pair);
      const exclusions = s.exclusions.filter((one) => !samePair(one, pair) || one.by !== 'curator');
      return { ...s, exclusions: event.t === 'exclude' ? [...exclusions, { ...pair, by: 'curator' }] : exclusions };
    }
    case 'answersChanged':
      if ('r' in event) {
        const { r } = event;
        if (!who.hasRequest(r.id)) throw new EventError('unknown-request', r.id);
        return { ...s, requests: s.requests.map((one) => (one.id === r.id ? r : one)) };
      }
      if (!who.hasMentor(event.m.id)) throw new EventError('unknown-mentor', event.m.id);
      return { ...s, mentors: s.mentors.map((one) => (one.id === event.m.id ? event.m : one)) };
  }
}

function withScores(s: Snapshot, scores: readonly GivenScore[] | undefined): Snapshot {
  return scores && s.scores ? { ...s, scores: [...s.scores, ...scores] } : s;
}

function without(s: Snapshot, side: 'request' | 'mentor', id: Id): Snapshot {
  const others = <T extends { request: Id; mentor: Id }>(list: readonly T[]): T[] =>
    list.filter((one) => one[side] !== id);
  const next: Snapshot = {
    ...s,
    [`${side}s`]: s[`${side}s`].filter((one) => one.id !== id),
    locks: others(s.locks),
    exclusions: others(s.exclusions),
  };
  if (s.published) next.published = others(s.published);
  if (s.scores) next.scores = others(s.scores);
  if (s.preferences) {
    const [own, named] =
      side === 'request' ? (['ofRequest', 'ofMentor'] as const) : (['ofMentor', 'ofRequest'] as const);
    next.preferences = {
      ...s.preferences,
      [own]: Object.fromEntries(Object.entries(s.preferences[own]).filter(([owner]) => owner !== id)),
      [named]: Object.fromEntries(
        Object.entries(s.preferences[named]).map(([owner, groups]) => [
          owner,
          groups.some((group) => group.includes(id))
            ? groups.map((group) => group.filter((one) => one !== id)).filter((group) => group.length > 0)
            : groups,
        ]),
      ),
    };
  }
  return next;
}

function knownPair(who: Who, [request, mentor]: [Id, Id]): { request: Id; mentor: Id } {
  if (!who.hasRequest(request)) throw new EventError('unknown-request', request);
  if (!who.hasMentor(mentor)) throw new EventError('unknown-mentor', mentor);
  return { request, mentor };
}

function samePair(one: { request: Id; mentor: Id }, other: { request: Id; mentor: Id }): boolean {
  return one.request === other.request && one.mentor === other.mentor;
}

/** Who is in the round. */
export interface Who {
  hasRequest(id: Id): boolean;
  hasMentor(id: Id): boolean;
}

/** The slow answer of a snapshot; an open round knows its people by id. */
function whoIn(s: Snapshot): Who {
  return {
    hasRequest: (id) => s.requests.some((one) => one.id === id),
    hasMentor: (id) => s.mentors.some((one) => one.id === id),
  };
}
