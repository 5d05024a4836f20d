import type { Instance } from './instance.ts';
import { newWheel, type Random } from './random.ts';

/** People of an invented region; bit masks for subjects, competences and the 28 time slots of a week. */
export interface Region {
  mentors: Person[];
  requests: Person[];
  capacity: Int32Array;
  municipalities: number;
}

export interface Person {
  municipality: number;
  organization: number;
  online: boolean;
  subjects: number;
  competences: number;
  slots: number;
}

const FACTORS = [0.75, 0.9, 1, 1.1, 1.25, 1.5];

/** A region of unequal municipalities, some short of mentors and some not (section 7 of the benchmark's description). */
export function generateRegion(size: { requests: number; mentors: number }, random: Random): Region {
  const municipalities = Math.max(1, Math.round(size.mentors / 100));
  const place = newWheel(
    Array.from({ length: municipalities }, (_, rank) => 1 / (rank + 5)),
    random,
  );
  const subject = newWheel(
    Array.from({ length: 20 }, (_, rank) => 1 / (rank + 2)),
    random,
  );
  const several = (least: number, most: number, draw: () => number): number => {
    const count = least + random.below(most - least + 1);
    let mask = 0;
    for (let found = 0; found < count; ) {
      const bit = 1 << draw();
      if ((mask & bit) === 0) found++;
      mask |= bit;
    }
    return mask;
  };
  const slots = (): number => {
    let mask = 0;
    for (let slot = 0; slot < 28; slot++) if (random.chance(0.3)) mask |= 1 << slot;
    return mask;
  };
  const person = (mentor: boolean): Person => ({
    municipality: place(),
    organization: -1,
    online: random.chance(mentor ? 0.3 : 0.4),
    subjects: several(1, mentor ? 3 : 2, subject),
    competences: mentor ? several(3, 8, () => random.below(32)) : several(2, 5, () => random.below(32)),
    slots: slots(),
  });
  const mentors = Array.from({ length: size.mentors }, () => person(true));
  const requests = Array.from({ length: size.requests }, () => person(false));

  const mentorsIn = byMunicipality(mentors, municipalities);
  const requestsIn = byMunicipality(requests, municipalities);
  const capacity = new Int32Array(size.mentors).fill(1);
  let firstOrganization = 0;
  for (let place = 0; place < municipalities; place++) {
    const own = mentorsIn[place]!;
    const organizations = Math.max(1, Math.round(own.length / 8));
    for (const j of own) mentors[j]!.organization = firstOrganization + random.below(organizations);
    for (const i of requestsIn[place]!) requests[i]!.organization = firstOrganization + random.below(organizations);
    firstOrganization += organizations;
    const total = Math.round(requestsIn[place]!.length * FACTORS[random.below(FACTORS.length)]!);
    for (let rest = total - own.length; rest > 0 && own.length > 0; rest--) capacity[own[random.below(own.length)]!]!++;
  }
  return { mentors, requests, capacity, municipalities };
}

/** Candidates: a common subject and slot, and the same municipality or (on-line) 20 random on-line mentors from elsewhere; the best `k`. */
export function regionInstance(region: Region, k: number, random: Random): Instance {
  const { mentors, requests, capacity, municipalities } = region;
  const mentorsIn = byMunicipality(mentors, municipalities);
  const onlineMentors = mentors.flatMap((mentor, j) => (mentor.online ? [j] : []));
  const rowPtr = new Int32Array(requests.length + 1);
  const col: number[] = [];
  const w: number[] = [];
  requests.forEach((request, i) => {
    const found: { j: number; score: number }[] = [];
    const examine = (j: number): void => {
      const mentor = mentors[j]!;
      if ((mentor.subjects & request.subjects) === 0 || (mentor.slots & request.slots) === 0) return;
      found.push({ j, score: regionScore(mentor, request) });
    };
    mentorsIn[request.municipality]!.forEach(examine);
    if (request.online && onlineMentors.length > 0) {
      const seen = new Set<number>();
      for (let tries = 0; tries < 60 && seen.size < 20; tries++) {
        const j = onlineMentors[random.below(onlineMentors.length)]!;
        if (mentors[j]!.municipality === request.municipality || seen.has(j)) continue;
        seen.add(j);
        examine(j);
      }
    }
    found.sort((x, y) => y.score - x.score || x.j - y.j);
    for (const { j, score } of found.slice(0, k)) {
      col.push(j);
      w.push(score);
    }
    rowPtr[i + 1] = col.length;
  });
  return { rowPtr, col: Int32Array.from(col), w: Int32Array.from(w), cap: capacity };
}

function regionScore(mentor: Person, request: Person): number {
  const subjects = bits(mentor.subjects & request.subjects) / bits(request.subjects);
  const competences = bits(mentor.competences & request.competences) / bits(request.competences);
  const slots = Math.min(bits(mentor.slots & request.slots), 4);
  const near = mentor.municipality === request.municipality;
  return (
    Math.round(400 * subjects + 300 * competences) +
    25 * slots +
    (near && mentor.organization === request.organization ? 120 : 0) +
    (near ? 80 : 0)
  );
}

function byMunicipality(people: readonly Person[], count: number): number[][] {
  const lists: number[][] = Array.from({ length: count }, () => []);
  people.forEach((person, index) => lists[person.municipality]!.push(index));
  return lists;
}

/** The number of bits set in a 32-bit word. */
function bits(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++;
  return count;
}
