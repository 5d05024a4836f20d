import type { Ordered } from '../input/order.ts';
import type { Profile } from '../input/snapshot.ts';

/** Sets of words as bit masks of `width` 32-bit words a person. */
export interface Masks {
  width: number;
  bits: Int32Array;
  /** Number of words said; 0 means no answer. */
  count: Int32Array;
}

export interface BothMasks {
  mentors: Masks;
  requests: Masks;
}

type Words = readonly (string | number)[] | undefined;

/** One text of each person as a small number, equal texts as equal numbers; -1 for nothing said. */
export interface BothValues {
  mentors: Int32Array;
  requests: Int32Array;
}

interface Known {
  masks: Map<string, BothMasks>;
  values: Map<string, BothValues>;
}

/** Made once for a round, however many rules and criteria read it. */
const ofRound = new WeakMap<Ordered, Known>();

function knownOf(ordered: Ordered): Known {
  let known = ofRound.get(ordered);
  if (!known) ofRound.set(ordered, (known = { masks: new Map(), values: new Map() }));
  return known;
}

/** Masks of both sides over one vocabulary. */
export function bothMasks(ordered: Ordered, listOf: (profile: Profile) => Words, name: string): BothMasks {
  const { masks } = knownOf(ordered);
  let both = masks.get(name);
  if (!both) masks.set(name, (both = makeMasks(ordered, listOf)));
  return both;
}

/** Free times 0..27 are their own numbers. */
export function slotMasks(ordered: Ordered): BothMasks {
  const { masks } = knownOf(ordered);
  let both = masks.get('slots');
  if (!both)
    masks.set('slots', (both = { mentors: masksOfSlots(ordered.mentors), requests: masksOfSlots(ordered.requests) }));
  return both;
}

function masksOfSlots(people: readonly Profile[]): Masks {
  const bits = new Int32Array(people.length);
  const count = new Int32Array(people.length);
  for (let at = 0; at < people.length; at++) {
    const { slots = [] } = people[at]!;
    count[at] = slots.length;
    let mask = 0;
    for (const slot of slots) mask |= 1 << slot;
    bits[at] = mask;
  }
  return { width: 1, bits, count };
}

export function bothValues(ordered: Ordered, field: 'organization' | 'municipality' | 'prefers'): BothValues {
  const { values } = knownOf(ordered);
  let both = values.get(field);
  if (!both) {
    const numbers = new Map<string, number>();
    both = { mentors: intern(ordered.mentors, field, numbers), requests: intern(ordered.requests, field, numbers) };
    values.set(field, both);
  }
  return both;
}

/** Neighbours are of one place and one house, so most people have the number of the one before. */
function intern(
  people: readonly Profile[],
  field: 'organization' | 'municipality' | 'prefers',
  numbers: Map<string, number>,
): Int32Array {
  const found = new Int32Array(people.length);
  let last: string | undefined;
  let number = -1;
  for (let at = 0; at < people.length; at++) {
    const value = people[at]![field];
    if (value !== last) {
      last = value;
      number = value === undefined ? -1 : (numbers.get(value) ?? numbers.size);
      if (value !== undefined) numbers.set(value, number);
    }
    found[at] = number;
  }
  return found;
}

function makeMasks(ordered: Ordered, listOf: (profile: Profile) => Words): BothMasks {
  const numbers = new Map<string | number, number>();
  const numbered = (people: readonly Profile[]): { words: number[]; count: Int32Array } => {
    const words: number[] = [];
    const count = new Int32Array(people.length);
    people.forEach((one, at) => {
      const list = listOf(one);
      if (!list) return;
      count[at] = list.length;
      for (const word of list) {
        let number = numbers.get(word);
        if (number === undefined) numbers.set(word, (number = numbers.size));
        words.push(number);
      }
    });
    return { words, count };
  };
  const mentors = numbered(ordered.mentors);
  const requests = numbered(ordered.requests);
  const width = Math.max(1, Math.ceil(numbers.size / 32));
  const packed = ({ words, count }: { words: number[]; count: Int32Array }): Masks => {
    const bits = new Int32Array(count.length * width);
    let next = 0;
    for (let at = 0; at < count.length; at++) {
      for (let left = count[at]!; left > 0; left--) {
        const number = words[next++]!;
        bits[at * width + (number >> 5)]! |= 1 << (number & 31);
      }
    }
    return { width, bits, count };
  };
  return { mentors: packed(mentors), requests: packed(requests) };
}
