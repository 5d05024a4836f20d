import { typoDistance } from '../deadlines/typo.ts';
import { fullNameKey, nameKey, partsKey } from './normalise-name.ts';
import type { NameLikeness, PersonName } from './person-name.ts';

/** How far two names agree, the strongest that holds; `null` when they do not. Symmetric. */
export function sameName(one: PersonName, other: PersonName): NameLikeness | null {
  if (fullNameKey(one) === fullNameKey(other)) return 'same';
  if (partsKey(one) === partsKey(other)) return 'partsMoved';
  const [a, b] = [keysOf(one), keysOf(other)];
  if (a.family === b.family && a.given === b.given && (a.father === '' || b.father === '')) return 'patronymicMissing';
  if (a.family === b.family && initialsFit(a, b)) return 'initialsFit';
  return isOneSlip(a, b) ? 'oneSlip' : null;
}

type Keys = { readonly family: string; readonly given: string; readonly father: string };

function keysOf({ familyName, givenName, patronymic }: PersonName): Keys {
  return { family: nameKey(familyName), given: nameKey(givenName), father: nameKey(patronymic ?? '') };
}

/** One side has an initial where the other has a word that begins with it; what is missing fits everything. */
function initialsFit(a: Keys, b: Keys): boolean {
  if (a.given.length > 1 && b.given.length > 1) return false;
  return begins(a.given, b.given) && begins(a.father, b.father);
}

function begins(one: string, other: string): boolean {
  if (one === '' || other === '') return true;
  return one.length === 1 || other.length === 1 ? one[0] === other[0] : one === other;
}

/** Damerau–Levenshtein 1 in exactly one part of at least three letters, the others being equal. */
function isOneSlip(a: Keys, b: Keys): boolean {
  const parts = ['family', 'given', 'father'] as const;
  const different = parts.filter((part) => a[part] !== b[part]);
  const [part] = different;
  if (part === undefined || different.length > 1) return false;
  return Math.min(a[part].length, b[part].length) > 2 && typoDistance(a[part], b[part], 1) === 1;
}
