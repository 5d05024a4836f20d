import fc from 'fast-check';
import type { Criterion, MentorIn, Profile, RequestIn, Snapshot } from './snapshot.ts';

const word = fc.constantFrom('физика', 'химия', 'музыка', 'право', 'театр');
const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[] | undefined> =>
  fc.option(fc.uniqueArray(one, { maxLength: 4 }), { nil: undefined });
const house = fc.option(fc.constantFrom('школа 1', 'школа 2', 'школа 3'), { nil: undefined });

const profile = fc.record({
  organization: house,
  municipality: fc.option(fc.constantFrom('район', 'город'), { nil: undefined }),
  consent: fc.constantFrom(undefined, true, true, true, false),
  languages: some(fc.constantFrom('ru', 'kv', 'tt')),
  slots: some(fc.integer({ min: 0, max: 27 })),
  online: fc.constantFrom(undefined, true, false),
  prefers: fc.constantFrom(undefined, 'online' as const, 'faceToFace' as const),
  position: fc.option(fc.record({ x: fc.nat(1000), y: fc.nat(1000) }), { nil: undefined }),
  subjects: some(word),
  competences: some(word),
  goals: some(word),
  tags: fc.option(fc.record({ хобби: fc.uniqueArray(word, { maxLength: 2 }) }), { nil: undefined }),
  experience: fc.option(fc.nat(20), { nil: undefined }),
  text: fc.option(
    fc.constantFrom('Хочу играть на гитаре', 'Играю на гитаре и пою', 'Готовлю к олимпиадам по физике', ''),
    { nil: undefined },
  ),
});

const person = fc.constantFrom(undefined, 'p1', 'p2');
const mentor = fc.record({
  capacity: fc.nat(3),
  person,
  closed: fc.constantFrom(undefined, true, false),
  forms: some(fc.constantFrom('F1', 'F2')),
  partnerOf: some(fc.constantFrom('школа 1', 'школа 2')),
  minimum: fc.constant(undefined),
});
const request = fc.record({
  mentee: person,
  form: fc.constantFrom(undefined, 'F1', 'F2'),
  lineManagers: some(fc.constantFrom('p1', 'm1')),
  relatives: some(fc.constantFrom('p2', 'm2')),
  priority: fc.constantFrom(undefined, 0, 1),
});

const criterion = fc.record({
  kind: fc.constantFrom(
    'subjects' as const,
    'competences' as const,
    'goals' as const,
    'tags' as const,
    'languages' as const,
    'slots' as const,
    'organization' as const,
    'municipality' as const,
    'experience' as const,
    'meeting' as const,
    'text' as const,
  ),
  importance: fc.constantFrom(
    'veryImportant' as const,
    'important' as const,
    'desirable' as const,
    'ignored' as const,
    'required' as const,
  ),
  weight: fc.constantFrom(undefined, undefined, 7),
  neutral: fc.constantFrom(undefined, 20),
  least: fc.constantFrom(undefined, 50),
  field: fc.constant('хобби'),
});

/** Rounds of people with answers, gaps in them, and every rule and criterion of a policy. */
export const profileRounds: fc.Arbitrary<Snapshot> = fc
  .record({
    seed: fc.nat(1000),
    mentors: fc.array(fc.tuple(mentor, profile), { maxLength: 6 }),
    requests: fc.array(fc.tuple(request, profile), { maxLength: 6 }),
    criteria: fc.array(criterion, { maxLength: 5 }),
    crossOrganization: fc.constantFrom('anyone' as const, 'agreement' as const, undefined),
    maxDistance: fc.constantFrom(undefined, 500),
    minScore: fc.constantFrom(undefined, undefined, 400),
    excluded: fc.array(
      fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom('mentee' as const, 'mentor' as const, 'curator' as const)),
      { maxLength: 3 },
    ),
  })
  .map((drawn) => {
    const mentors = drawn.mentors.map(([own, said], at) => said1<MentorIn>({ id: `m${at}`, ...own, ...said }));
    const requests = drawn.requests.map(([own, said], at) => said1<RequestIn>({ id: `r${at}`, ...own, ...said }));
    return {
      version: 1 as const,
      seed: drawn.seed,
      mentors,
      requests,
      policy: said1<Snapshot['policy']>({
        criteria: drawn.criteria.map((one, at) => said1<Criterion>({ id: `c${at}`, ...one })),
        mutual: 'ignore' as const,
        loadBalance: 100,
        keepBonus: 0,
        crossOrganization: drawn.crossOrganization,
        maxDistance: drawn.maxDistance,
        minScore: drawn.minScore,
      }),
      locks: [],
      exclusions: drawn.excluded.flatMap(([i, j, by]) =>
        requests[i] && mentors[j] ? [{ request: requests[i].id, mentor: mentors[j].id, by }] : [],
      ),
    };
  });

type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** Leaves out what is not said, as JSON does. */
function said1<T extends Profile | Snapshot['policy'] | Criterion>(value: Loose<T>): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as unknown as T;
}
