import type { Ordered } from '../input/order.ts';
import type { MentorIn, Snapshot } from '../input/snapshot.ts';

/** Which mentors need a look for a request; the lists of one request are disjoint. */
export interface CandidateIndex {
  of(i: number): Int32Array[];
}

/**
 * Leaves out mentors who certainly fail ORG or PLACE: by organisation where agreements are asked for, else by
 * municipality with an on-line list, else nobody. A region is then read in neighbourhoods instead of all by all.
 */
export function candidateIndex(snapshot: Snapshot, { mentors, requests }: Ordered): CandidateIndex {
  const all = [Int32Array.from(mentors.keys())];
  const { crossOrganization, maxDistance } = snapshot.policy;
  const index = crossOrganization === 'anyone' ? undefined : byOrganization(mentors);
  const places = maxDistance === undefined ? byMunicipality(mentors) : undefined;
  return {
    of: (i) => {
      const { organization, municipality, online } = requests[i]!;
      const own = organization === undefined ? undefined : index?.get(organization);
      if (index && organization !== undefined) return [own ?? index.get('')!];
      if (!places || municipality === undefined) return all;
      const near = places.near.get(municipality) ?? NOBODY;
      const unsaid = places.near.get('') ?? NOBODY;
      return online === true ? [near, unsaid, places.onlineElsewhere(municipality)] : [near, unsaid];
    },
  };
}

const NOBODY = new Int32Array(0);

/** For each organisation: its own mentors, partners and those without a house; under '' only the latter. */
function byOrganization(mentors: readonly MentorIn[]): Map<string, Int32Array> {
  const lists = new Map<string, Set<number>>();
  const free = mentors.flatMap((one, j) => (one.organization === undefined ? [j] : []));
  mentors.forEach((one, j) => {
    if (one.organization === undefined) return;
    for (const name of [one.organization, ...(one.partnerOf ?? [])]) {
      if (!lists.has(name)) lists.set(name, new Set());
      lists.get(name)!.add(j);
    }
  });
  const index = new Map([...lists].map(([name, set]) => [name, Int32Array.from([...set, ...free]).sort()]));
  return index.set('', Int32Array.from(free));
}

function byMunicipality(mentors: readonly MentorIn[]): {
  near: Map<string, Int32Array>;
  onlineElsewhere(municipality: string): Int32Array;
} {
  const lists = new Map<string, number[]>();
  mentors.forEach((one, j) => {
    const name = one.municipality ?? '';
    if (!lists.has(name)) lists.set(name, []);
    lists.get(name)!.push(j);
  });
  const near = new Map([...lists].map(([name, list]) => [name, Int32Array.from(list)]));
  const online = mentors.flatMap((one, j) => (one.online === true && one.municipality !== undefined ? [j] : []));
  const elsewhere = new Map<string, Int32Array>();
  return {
    near,
    onlineElsewhere: (municipality) => {
      let list = elsewhere.get(municipality);
      if (!list) {
        list = Int32Array.from(online.filter((j) => mentors[j]!.municipality !== municipality));
        elsewhere.set(municipality, list);
      }
      return list;
    },
  };
}
