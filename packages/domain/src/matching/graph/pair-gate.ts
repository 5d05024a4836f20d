import type { Ordered } from '../input/order.ts';
import { personOf } from '../input/rules.ts';
import type { Snapshot } from '../input/snapshot.ts';
import { type BothMasks, bothMasks, fastLikeness, intern } from './features.ts';

/** The hard rules over arrays. `enter(i)` prepares the bars that are personal to request `i`. */
export interface PairGate {
  enter(i: number): void;
  passes(j: number, i: number): boolean;
}

/** The same answers as `hardRules`; quick refusals first, since only the yes or no matters here. */
export function pairGate(snapshot: Snapshot, ordered: Ordered): PairGate {
  const { policy } = snapshot;
  const { mentors, requests, mentorAt, requestAt } = ordered;
  const open = Uint8Array.from(mentors, (one) =>
    Number(one.consent !== false && one.closed !== true && one.capacity > 0),
  );
  const willing = Uint8Array.from(requests, (one) => Number(one.consent !== false));
  const slots = bothMasks(ordered, (profile) => profile.slots, 'slots');
  const languages = bothMasks(ordered, (profile) => profile.languages, 'languages');
  const organizations = new Map<string, number>();
  const mentorOrganization = intern(
    mentors.map((one) => one.organization),
    organizations,
  );
  const requestOrganization = intern(
    requests.map((one) => one.organization),
    organizations,
  );
  const anyone = policy.crossOrganization === 'anyone';
  const forms = mentors.map((one) => (one.forms?.length ? new Set(one.forms) : undefined));
  const partners = mentors.map((one) => (one.partnerOf?.length ? new Set(one.partnerOf) : undefined));
  const canMeet = meeting(snapshot, ordered);
  const required = policy.criteria
    .filter((one) => one.importance === 'required')
    .map((one) => ({ least: one.least ?? 1, likeness: fastLikeness(one, snapshot, ordered) }));
  const withForms = forms.some((set) => set !== undefined);

  const mentorsOfPerson = new Map<string, number[]>();
  mentors.forEach((one, j) => {
    const person = personOf(one);
    mentorsOfPerson.set(person, [...(mentorsOfPerson.get(person) ?? []), j]);
  });
  const excluded = new Map<number, number[]>();
  for (const { request, mentor } of snapshot.exclusions) {
    const i = requestAt.get(request)!;
    excluded.set(i, [...(excluded.get(i) ?? []), mentorAt.get(mentor)!]);
  }
  const barredFor = new Int32Array(mentors.length).fill(-1);

  return {
    enter: (i) => {
      const { mentee, lineManagers = [], relatives = [] } = requests[i]!;
      for (const person of [...(mentee === undefined ? [] : [mentee]), ...lineManagers, ...relatives]) {
        for (const j of mentorsOfPerson.get(person) ?? []) barredFor[j] = i;
      }
      for (const j of excluded.get(i) ?? []) barredFor[j] = i;
    },
    passes: (j, i) => {
      if (open[j] === 0 || willing[i] === 0 || barredFor[j] === i) return false;
      if (slots.mentors.count[j]! > 0 && slots.requests.count[i]! > 0) {
        if ((slots.mentors.bits[j]! & slots.requests.bits[i]!) === 0) return false;
      }
      for (const { least, likeness } of required) {
        const similarity = likeness(j, i);
        if (similarity >= 0 && similarity < least) return false;
      }
      if (!canMeet(j, i)) return false;
      if (!anyone && mentorOrganization[j]! >= 0 && requestOrganization[i]! >= 0) {
        const sameHouse = mentorOrganization[j] === requestOrganization[i];
        if (!sameHouse && !partners[j]?.has(requests[i]!.organization!)) return false;
      }
      const form = requests[i]!.form;
      if (withForms && form !== undefined && forms[j] && !forms[j].has(form)) return false;
      return shareWord(languages, j, i);
    },
  };
}

function shareWord({ mentors, requests }: BothMasks, j: number, i: number): boolean {
  if (mentors.count[j] === 0 || requests.count[i] === 0) return true;
  const width = mentors.width;
  for (let k = 0; k < width; k++) {
    if ((mentors.bits[j * width + k]! & requests.bits[i * width + k]!) !== 0) return true;
  }
  return false;
}

function meeting(snapshot: Snapshot, { mentors, requests }: Ordered): (j: number, i: number) => boolean {
  const limit = snapshot.policy.maxDistance;
  const municipalities = new Map<string, number>();
  const mentorPlace = intern(
    mentors.map((one) => one.municipality),
    municipalities,
  );
  const requestPlace = intern(
    requests.map((one) => one.municipality),
    municipalities,
  );
  const mentorOnline = Uint8Array.from(mentors, (one) => Number(one.online === true));
  const requestOnline = Uint8Array.from(requests, (one) => Number(one.online === true));
  return (j, i) => {
    if (mentorOnline[j] === 1 && requestOnline[i] === 1) return true;
    const from = limit === undefined ? undefined : mentors[j]!.position;
    const to = limit === undefined ? undefined : requests[i]!.position;
    if (limit !== undefined && from && to) {
      return (from.x - to.x) ** 2 + (from.y - to.y) ** 2 <= limit * limit;
    }
    return mentorPlace[j]! < 0 || requestPlace[i]! < 0 || mentorPlace[j] === requestPlace[i];
  };
}
