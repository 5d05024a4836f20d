import type {
  DuplicateDoubt,
  DuplicateMatch,
  DuplicateReason,
  DuplicateStrength,
  KnownPerson,
  PersonTraits,
} from './duplicate.ts';
import { printFullName } from './person-name.ts';
import { likenessOf, type NameKeys } from './same-name.ts';

/** How far a known person may be the candidate, or `undefined`. The keys are those of their names. */
export function judgeDuplicate(
  candidate: PersonTraits,
  keys: NameKeys,
  known: KnownPerson,
  knownKeys: NameKeys,
): DuplicateMatch | undefined {
  const likeness = likenessOf(keys, knownKeys);
  const snils = compared(candidate.snils, known.snils);
  if (likeness === null && snils !== 'same') return undefined;
  const birth = compared(candidate.birthDate, known.birthDate);
  const inClass = compared(candidate.className ?? null, known.className ?? null);
  const strength = strengthOf({ likeness, snils, birth, inClass, hasFather: keys.father.length > 1 });
  if (strength === undefined) return undefined;

  const reasons: DuplicateReason[] = [];
  if (snils === 'same') reasons.push('sameSnils');
  if (likeness === 'same') {
    reasons.push('sameName');
    if (printFullName(candidate.name) !== printFullName(known.name)) reasons.push('writtenOtherwise');
  } else if (likeness !== null) reasons.push(likeness);
  if (birth === 'same') reasons.push('sameBirthDate');
  if (inClass === 'same') reasons.push('sameClass');

  const doubts: DuplicateDoubt[] = [];
  if (likeness === null) doubts.push('otherName');
  if (snils === 'other') doubts.push('otherSnils');
  if (birth === 'other') doubts.push('otherBirthDate');
  if (inClass === 'other') doubts.push('otherClass');
  return { id: known.id, strength, reasons, doubts };
}

type Compared = 'same' | 'other' | 'unknown';

function compared(one: string | null, other: string | null): Compared {
  if (one === null || other === null) return 'unknown';
  return one === other ? 'same' : 'other';
}

type Evidence = {
  readonly likeness: ReturnType<typeof likenessOf>;
  readonly snils: Compared;
  readonly birth: Compared;
  readonly inClass: Compared;
  /** The candidate is known with a patronymic: a whole name, rare enough to mean something by itself. */
  readonly hasFather: boolean;
};

function strengthOf({ likeness, snils, birth, inClass, hasFather }: Evidence): DuplicateStrength | undefined {
  if (snils === 'same') return likeness === null || birth === 'other' ? 'likely' : 'certain';
  // Two numbers with right control digits are two people, unless one was entered for the other.
  if (snils === 'other') return likeness === 'same' && birth !== 'other' ? 'possible' : undefined;
  const isWhole = likeness === 'same' || likeness === 'partsMoved';
  if (birth === 'same') return likeness === 'same' ? 'certain' : 'likely';
  if (inClass === 'same') return isWhole || (birth === 'unknown' && likeness !== 'oneSlip') ? 'likely' : 'possible';
  if (birth === 'other') return isWhole ? 'possible' : undefined;
  if (likeness === 'oneSlip') return undefined;
  return likeness === 'same' && hasFather && inClass === 'unknown' ? 'likely' : 'possible';
}
