import { typoDistance } from '../deadlines/typo.ts';
import { nameKey } from './normalise-name.ts';
import type { NameLikeness, PersonName } from './person-name.ts';

/** A name in the form in which names are compared; made once where one is compared with many. */
export type NameKeys = {
  readonly family: string;
  readonly given: string;
  /** Empty without a patronymic. */
  readonly father: string;
  /** All words, sorted: the same whatever the order of the parts. */
  readonly parts: string;
};

/** Made once for each name: an import compares every one of them with many. */
const MADE = new WeakMap<PersonName, NameKeys>();

export function nameKeysOf(name: PersonName): NameKeys {
  const made = MADE.get(name);
  if (made) return made;
  const [family, given, father] = [nameKey(name.familyName), nameKey(name.givenName), nameKey(name.patronymic ?? '')];
  const parts = `${family} ${given} ${father}`.split(' ').filter((word) => word !== '');
  const keys = { family, given, father, parts: parts.toSorted().join(' ') };
  MADE.set(name, keys);
  return keys;
}

/** How far two names agree, the strongest that holds; `null` when they do not. Symmetric. */
export function sameName(one: PersonName, other: PersonName): NameLikeness | null {
  return likenessOf(nameKeysOf(one), nameKeysOf(other));
}

export function likenessOf(a: NameKeys, b: NameKeys): NameLikeness | null {
  const sameFamily = a.family === b.family;
  if (sameFamily && a.given === b.given && a.father === b.father) return 'same';
  if (a.parts === b.parts) return 'partsMoved';
  if (sameFamily && a.given === b.given && (a.father === '' || b.father === '')) return 'patronymicMissing';
  if (sameFamily && initialsFit(a, b)) return 'initialsFit';
  return isOneSlip(a, b) ? 'oneSlip' : null;
}

/** One side has an initial where the other has a word that begins with it; what is missing fits everything. */
function initialsFit(a: NameKeys, b: NameKeys): boolean {
  if (a.given.length > 1 && b.given.length > 1) return false;
  return begins(a.given, b.given) && begins(a.father, b.father);
}

function begins(one: string, other: string): boolean {
  if (one === '' || other === '') return true;
  return one.length === 1 || other.length === 1 ? one[0] === other[0] : one === other;
}

/** Damerau–Levenshtein 1 in exactly one part of at least three letters, the others being equal. */
function isOneSlip(a: NameKeys, b: NameKeys): boolean {
  const sameFamily = a.family === b.family;
  const sameGiven = a.given === b.given;
  const sameFather = a.father === b.father;
  if (sameGiven && sameFather) return isSlip(a.family, b.family);
  if (sameFamily && sameFather) return isSlip(a.given, b.given);
  return sameFamily && sameGiven && isSlip(a.father, b.father);
}

function isSlip(one: string, other: string): boolean {
  return one !== other && Math.min(one.length, other.length) > 2 && typoDistance(one, other, 1) === 1;
}
