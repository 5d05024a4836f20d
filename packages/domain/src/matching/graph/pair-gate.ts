import type { Ordered } from '../input/order.ts';
import { personOf } from '../input/rules.ts';
import type { Snapshot } from '../input/snapshot.ts';
import { fastLikeness } from './features.ts';
import { type BothMasks, bothMasks, bothValues, slotMasks } from './words.ts';

/**
 * The hard rules over arrays: writes those of the first `count` mentors of `list` that request `i` may come to into `into`,
 * in their order, and returns how many they are. `into` may be `list` itself.
 */
export type PairGate = (i: number, list: Int32Array, count: number, into: Int32Array) => number;

/** The same answers as `hardRules`; quick refusals first, since only the yes or no matters here. */
export function pairGate(snapshot: Snapshot, ordered: Ordered): PairGate {
  const { policy } = snapshot;
  const { mentors, requests, mentorAt, requestAt } = ordered;
  const willing = Uint8Array.from(requests, (one) => Number(one.consent !== false));
  const slots = slotMasks(ordered);
  // One look for two rules: free times (all of them for who has said nothing), none for who takes nobody.
  const open = Int32Array.from(mentors, (one, j) => {
    if (one.consent === false || one.closed === true || one.capacity <= 0) return 0;
    return slots.mentors.count[j] === 0 ? -1 : slots.mentors.bits[j]!;
  });
  const languages = bothMasks(ordered, (profile) => profile.languages, 'languages');
  const { mentors: mentorOrganization, requests: requestOrganization } = bothValues(ordered, 'organization');
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

  const bar = (i: number): boolean => {
    const { mentee, lineManagers, relatives } = requests[i]!;
    let any = excluded.has(i);
    for (const j of excluded.get(i) ?? []) barredFor[j] = i;
    for (const person of [mentee, ...(lineManagers ?? []), ...(relatives ?? [])]) {
      for (const j of (person === undefined ? undefined : mentorsOfPerson.get(person)) ?? []) {
        barredFor[j] = i;
        any = true;
      }
    }
    return any;
  };
  const similar = new Int32Array(mentors.length);

  return (i, list, count, into) => {
    if (willing[i] === 0) return 0;
    const times = slots.requests.count[i] === 0 ? -1 : slots.requests.bits[i]!;
    let left = 0;
    for (let at = 0; at < count; at++) {
      const j = list[at]!;
      if ((open[j]! & times) !== 0) into[left++] = j;
    }
    left = canMeet(i, into, left);
    for (const { least, likeness } of required) {
      likeness(i, into, left, similar);
      const asked = left;
      left = 0;
      for (let at = 0; at < asked; at++) {
        into[left] = into[at]!;
        // Counts on if the answer is missing (-1) or enough: the signs of two numbers, since no branch could be foretold here.
        left += (similar[at]! | (least - 1 - similar[at]!)) >>> 31;
      }
    }
    if (bar(i)) left = keep(into, left, (j) => barredFor[j] !== i);
    const house = requestOrganization[i]!;
    if (!anyone && house >= 0) {
      left = keep(into, left, (j) => {
        const theirs = mentorOrganization[j]!;
        return theirs < 0 || theirs === house || partners[j]?.has(requests[i]!.organization!) === true;
      });
    }
    const { form } = requests[i]!;
    if (withForms && form !== undefined) left = keep(into, left, (j) => !forms[j] || forms[j].has(form));
    if (languages.requests.count[i]! > 0) left = keep(into, left, (j) => shareWord(languages, j, i));
    return left;
  };
}

/** Keeps those that pass, in their order. */
function keep(list: Int32Array, count: number, passes: (j: number) => boolean): number {
  let left = 0;
  for (let at = 0; at < count; at++) {
    const j = list[at]!;
    if (passes(j)) list[left++] = j;
  }
  return left;
}

function shareWord({ mentors, requests }: BothMasks, j: number, i: number): boolean {
  if (mentors.count[j] === 0 || requests.count[i] === 0) return true;
  const width = mentors.width;
  for (let k = 0; k < width; k++) {
    if ((mentors.bits[j * width + k]! & requests.bits[i * width + k]!) !== 0) return true;
  }
  return false;
}

/** Keeps those of the list whom request `i` can meet; returns how many are left. */
function meeting(snapshot: Snapshot, ordered: Ordered): (i: number, list: Int32Array, count: number) => number {
  const { mentors, requests } = ordered;
  const limit = snapshot.policy.maxDistance;
  const { mentors: mentorPlace, requests: requestPlace } = bothValues(ordered, 'municipality');
  const mentorOnline = Uint8Array.from(mentors, (one) => Number(one.online === true));
  const requestOnline = Uint8Array.from(requests, (one) => Number(one.online === true));
  const nearEnough = (j: number, i: number): boolean | undefined => {
    const from = mentors[j]!.position;
    const to = requests[i]!.position;
    if (limit === undefined || !from || !to) return undefined;
    return (from.x - to.x) ** 2 + (from.y - to.y) ** 2 <= limit * limit;
  };
  return (i, list, count) => {
    const place = requestPlace[i]!;
    const online = requestOnline[i] === 1;
    let left = 0;
    for (let at = 0; at < count; at++) {
      const j = list[at]!;
      const near = mentorPlace[j] === place || place < 0 || mentorPlace[j]! < 0;
      const meets = (online && mentorOnline[j] === 1) || (limit === undefined ? near : (nearEnough(j, i) ?? near));
      if (meets) list[left++] = j;
    }
    return left;
  };
}
