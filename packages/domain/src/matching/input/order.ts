import type { Id, MentorIn, RequestIn, Snapshot } from './snapshot.ts';

/**
 * The participants in the order the engine works with: by municipality and organisation (neighbours share mentors, so
 * memory is read in order), then by a hash of seed and id. The order of rows in the snapshot does not matter, and
 * which of two equally good results is chosen follows from the seed alone.
 */
export interface Ordered {
  mentors: MentorIn[];
  requests: RequestIn[];
  mentorAt: Map<Id, number>;
  requestAt: Map<Id, number>;
}

export function orderParticipants(snapshot: Snapshot): Ordered {
  const mentors = inOrder(snapshot.mentors, snapshot.seed);
  const requests = inOrder(snapshot.requests, snapshot.seed);
  return {
    mentors,
    requests,
    mentorAt: new Map(mentors.map((one, at) => [one.id, at])),
    requestAt: new Map(requests.map((one, at) => [one.id, at])),
  };
}

function inOrder<T extends MentorIn | RequestIn>(people: readonly T[], seed: number): T[] {
  const keyed = people.map((one) => ({
    one,
    group: `${one.municipality ?? ''}\u0000${one.organization ?? ''}`,
    hash: hashText(seed, one.id),
  }));
  keyed.sort((x, y) => compareText(x.group, y.group) || x.hash - y.hash || compareText(x.one.id, y.one.id));
  return keyed.map(({ one }) => one);
}

/** By code units: the same on every machine, unlike a comparison by language. */
export function compareText(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}

/** FNV-1a over code units, finished as in MurmurHash3; 32 bits. */
export function hashText(seed: number, text: string): number {
  let hash = (0x811c9dc5 ^ Math.imul(seed | 0, 0x9e3779b1)) | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
