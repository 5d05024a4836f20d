import { type Fault, Faults } from './fault.ts';
import { readPolicy } from './read-policy.ts';
import { isGiven, readMentor, readRequest } from './read-profile.ts';
import { noteDuplicates, readInteger, readList, readObject, readOneOf, readText } from './read-value.ts';
import type { Exclusion, GivenScore, Id, Lock, Preferences, Snapshot } from './snapshot.ts';

/** A snapshot, or everything that is wrong with it, each fault with its path. Takes the unknown, throws nothing. */
export function readSnapshot(value: unknown): { snapshot: Snapshot } | { faults: Fault[] } {
  const faults = new Faults();
  const from = readObject(value, '$', faults);
  if (faults.list.length > 0) return { faults: faults.list };
  if (from['version'] !== 1) faults.add('version', from['version'] === undefined ? 'missing' : 'not-one-of');
  const mentors = readList(from['mentors'], 'mentors', faults).map((one, at) =>
    readMentor(one, `mentors[${at}]`, faults),
  );
  const requests = readList(from['requests'], 'requests', faults).map((one, at) =>
    readRequest(one, `requests[${at}]`, faults),
  );
  noteDuplicates(ids(mentors), (at) => `mentors[${at}].id`, faults);
  noteDuplicates(ids(requests), (at) => `requests[${at}].id`, faults);
  const known: Known = { mentors: new Set(ids(mentors)), requests: new Set(ids(requests)), faults };

  const snapshot: Snapshot = {
    version: 1,
    seed: readInteger(from['seed'], 'seed', faults, -2147483648, 4294967295),
    mentors,
    requests,
    policy: readPolicy(from['policy'], faults),
    locks: readOptionalList(from['locks'], 'locks', faults).map((one, at) => readPair(one, `locks[${at}]`, known)),
    exclusions: readOptionalList(from['exclusions'], 'exclusions', faults).map((one, at) =>
      readExclusion(one, `exclusions[${at}]`, known),
    ),
  };
  noteDuplicates(snapshot.locks.map(pairKey), (at) => `locks[${at}]`, faults);
  if (isGiven(from['preferences'])) snapshot.preferences = readPreferences(from['preferences'], known);
  if (isGiven(from['published'])) {
    const published = readList(from['published'], 'published', faults);
    snapshot.published = published.map((one, at) => readPair(one, `published[${at}]`, known));
    noteDuplicates(
      snapshot.published.map((pair) => pair.request),
      (at) => `published[${at}].request`,
      faults,
    );
  }
  if (isGiven(from['scores'])) {
    snapshot.scores = readList(from['scores'], 'scores', faults).map((one, at) =>
      readScore(one, `scores[${at}]`, known),
    );
    noteDuplicates(snapshot.scores.map(pairKey), (at) => `scores[${at}]`, faults);
  }
  return faults.list.length > 0 ? { faults: faults.list } : { snapshot };
}

interface Known {
  mentors: ReadonlySet<Id>;
  requests: ReadonlySet<Id>;
  faults: Faults;
}

function ids(people: readonly { id: Id }[]): Id[] {
  return people.map((person) => person.id);
}

function pairKey(pair: Lock): string {
  return JSON.stringify([pair.request, pair.mentor]);
}

function readOptionalList(value: unknown, path: string, faults: Faults): unknown[] {
  return isGiven(value) ? readList(value, path, faults) : [];
}

function readMentorId(value: unknown, path: string, known: Known): Id {
  const id = readText(value, path, known.faults);
  if (id !== '' && !known.mentors.has(id)) known.faults.add(path, 'unknown-mentor');
  return id;
}

function readRequestId(value: unknown, path: string, known: Known): Id {
  const id = readText(value, path, known.faults);
  if (id !== '' && !known.requests.has(id)) known.faults.add(path, 'unknown-request');
  return id;
}

/** `{ request, mentor }`, or the same two as a list. */
function readPair(value: unknown, path: string, known: Known): Lock {
  if (Array.isArray(value) && value.length === 2) {
    return {
      request: readRequestId(value[0], `${path}[0]`, known),
      mentor: readMentorId(value[1], `${path}[1]`, known),
    };
  }
  const from = readObject(value, path, known.faults);
  return {
    request: readRequestId(from['request'], `${path}.request`, known),
    mentor: readMentorId(from['mentor'], `${path}.mentor`, known),
  };
}

function readExclusion(value: unknown, path: string, known: Known): Exclusion {
  const by = readObject(value, path, known.faults)['by'];
  return {
    ...readPair(value, path, known),
    by: readOneOf(by, `${path}.by`, known.faults, ['mentee', 'mentor', 'curator']),
  };
}

function readScore(value: unknown, path: string, known: Known): GivenScore {
  const score = readObject(value, path, known.faults)['score'];
  return { ...readPair(value, path, known), score: readInteger(score, `${path}.score`, known.faults, 0, 1000) };
}

function readPreferences(value: unknown, known: Known): Preferences {
  const from = readObject(value, 'preferences', known.faults);
  return {
    ofRequest: readLists(from['ofRequest'], 'preferences.ofRequest', known, readRequestId, readMentorId),
    ofMentor: readLists(from['ofMentor'], 'preferences.ofMentor', known, readMentorId, readRequestId),
  };
}

type ReadId = (value: unknown, path: string, known: Known) => Id;

function readLists(value: unknown, path: string, known: Known, owner: ReadId, named: ReadId): Record<Id, Id[][]> {
  const lists: [Id, Id[][]][] = [];
  if (!isGiven(value)) return {};
  for (const [key, groups] of Object.entries(readObject(value, path, known.faults))) {
    const at = `${path}[${JSON.stringify(key)}]`;
    const list = readList(groups, at, known.faults).map((group, rank) =>
      readList(group, `${at}[${rank}]`, known.faults).map((id, place) => named(id, `${at}[${rank}][${place}]`, known)),
    );
    noteDuplicates(list.flat(), () => at, known.faults);
    lists.push([owner(key, at, known), list]);
  }
  return Object.fromEntries(lists);
}
