import type { Profile, Snapshot } from '../input/snapshot.ts';
import type { Person, Region } from './generate-region.ts';

/** On-line mentors who take mentees from anywhere; the others of the large region meet on-line within their municipality. */
const ONLINE_MENTORS = 60;

/** An invented region as a snapshot; the policy weighs as the bare instance does. */
export function regionSnapshot(region: Region, seed: number): Snapshot {
  const online = region.mentors.flatMap((person, j) => (person.online ? [j] : []));
  const wide = new Set(online.slice(0, ONLINE_MENTORS));
  return {
    version: 1,
    seed,
    mentors: region.mentors.map((person, j) => ({
      id: numbered('m', j),
      capacity: region.capacity[j]!,
      ...profileOf({ ...person, online: wide.has(j) }),
    })),
    requests: region.requests.map((person, i) => ({ id: numbered('r', i), ...profileOf(person) })),
    policy: {
      criteria: [
        { id: 'subject-needed', kind: 'subjects', importance: 'required' },
        { id: 'subjects', kind: 'subjects', importance: 'veryImportant', weight: 400 },
        { id: 'competences', kind: 'competences', importance: 'veryImportant', weight: 300 },
        { id: 'time', kind: 'slots', importance: 'important', weight: 100 },
        { id: 'organization', kind: 'organization', importance: 'important', weight: 120 },
        { id: 'municipality', kind: 'municipality', importance: 'desirable', weight: 80 },
      ],
      mutual: 'bonus',
      loadBalance: 100,
      keepBonus: 50,
      crossOrganization: 'anyone',
    },
    locks: [],
    exclusions: [],
  };
}

function numbered(letter: string, number: number): string {
  return `${letter}${String(number + 1).padStart(6, '0')}`;
}

function profileOf(person: Person): Profile {
  return {
    municipality: `t${person.municipality + 1}`,
    organization: `o${person.organization + 1}`,
    online: person.online,
    subjects: bitsOf(person.subjects).map((bit) => `s${bit + 1}`),
    competences: bitsOf(person.competences).map((bit) => `c${bit + 1}`),
    slots: bitsOf(person.slots),
  };
}

function bitsOf(mask: number): number[] {
  return Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => (mask >>> bit) & 1);
}
