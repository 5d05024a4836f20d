import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profileRounds } from './profile-rounds.testing.ts';
import { readSnapshot } from './read-snapshot.ts';

const sound = {
  version: 1,
  seed: 7,
  mentors: [{ id: 'm1', capacity: 2 }],
  requests: [{ id: 'r1' }, { id: 'r2', priority: 3 }],
  policy: { criteria: [], mutual: 'bonus', loadBalance: 100, keepBonus: 50 },
  locks: [{ request: 'r1', mentor: 'm1' }],
  exclusions: [{ request: 'r2', mentor: 'm1', by: 'curator' }],
  preferences: { ofRequest: { r1: [['m1']] }, ofMentor: { m1: [['r1', 'r2']] } },
};

function faultsOf(change: (snapshot: Record<string, unknown>) => void): string[] {
  const copy = structuredClone(sound) as Record<string, unknown>;
  change(copy);
  const read = readSnapshot(copy);
  return 'faults' in read ? read.faults.map(({ path, code }) => `${path} ${code}`) : [];
}

test('a sound snapshot is read, and fields the engine does not know are left out', () => {
  const read = readSnapshot({ ...sound, comment: 'черновик', mentors: [{ id: 'm1', capacity: 2, phone: 'нет' }] });
  expect(read).toEqual({ snapshot: sound });
});

test.each([
  [
    'a mentor twice',
    (s: typeof sound): void => void s.mentors.push({ id: 'm1', capacity: 1 }),
    'mentors[1].id duplicate',
  ],
  ['a request twice', (s: typeof sound): void => void s.requests.push({ id: 'r1' }), 'requests[2].id duplicate'],
  [
    'a negative capacity',
    (s: typeof sound): void => void (s.mentors[0]!.capacity = -1),
    'mentors[0].capacity out-of-range',
  ],
  [
    'a capacity that is no number',
    (s: typeof sound): void => void (s.mentors[0]!.capacity = Number.NaN),
    'mentors[0].capacity not-a-whole-number',
  ],
  [
    'half a place',
    (s: typeof sound): void => void (s.mentors[0]!.capacity = 1.5),
    'mentors[0].capacity not-a-whole-number',
  ],
  [
    'a lock of a stranger',
    (s: typeof sound): void => void (s.locks[0]!.mentor = 'm9'),
    'locks[0].mentor unknown-mentor',
  ],
  [
    'an exclusion of a stranger',
    (s: typeof sound): void => void (s.exclusions[0]!.request = 'r9'),
    'exclusions[0].request unknown-request',
  ],
  [
    'an exclusion by nobody known',
    (s: typeof sound): void => void (s.exclusions[0]!.by = 'x'),
    'exclusions[0].by not-one-of',
  ],
  [
    'a list that names a stranger',
    (s: typeof sound): void => void s.preferences.ofRequest.r1.push(['m9']),
    'preferences.ofRequest["r1"][1][0] unknown-mentor',
  ],
  [
    'a list that names somebody twice',
    (s: typeof sound): void => void s.preferences.ofMentor.m1.push(['r1']),
    'preferences.ofMentor["m1"] duplicate',
  ],
  ['another version', (s: typeof sound): void => void (s.version = 2), 'version not-one-of'],
  ['an unknown way of choice', (s: typeof sound): void => void (s.policy.mutual = 'magic'), 'policy.mutual not-one-of'],
] as const)('%s is refused with the path of the fault', (_what, change, fault) => {
  expect(faultsOf((copy) => change(copy as typeof sound))).toContain(fault);
});

test('missing parts are named', () => {
  expect(faultsOf((copy) => void delete copy['mentors'])).toContain('mentors missing');
  expect(readSnapshot(undefined)).toEqual({ faults: [{ path: '$', code: 'missing' }] });
  expect(readSnapshot([])).toEqual({ faults: [{ path: '$', code: 'not-an-object' }] });
});

test('anything at all is answered with a snapshot or with faults, never with an exception', () => {
  const parts = fc.record({
    version: fc.constant(1),
    seed: fc.jsonValue(),
    mentors: fc.jsonValue(),
    requests: fc.jsonValue(),
    policy: fc.jsonValue(),
  });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), parts), (value) => {
      const read = readSnapshot(value);
      expect('snapshot' in read || read.faults.length > 0).toBe(true);
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('what was read reads again as the same', () => {
  fc.assert(
    fc.property(profileRounds, (snapshot) => {
      expect(readSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual({ snapshot });
    }),
    { numRuns: 200, seed: 1 },
  );
});
