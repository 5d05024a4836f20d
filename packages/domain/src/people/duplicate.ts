import type { PlainDate } from '../calendar/plain-date.ts';
import type { PersonName } from './person-name.ts';
import type { Snils } from './snils.ts';

/** What is known of a person when asking whether we have them already. `className` is the class in print («7А»). */
export type PersonTraits = {
  readonly name: PersonName;
  readonly birthDate: PlainDate | null;
  readonly snils: Snils | null;
  readonly className?: string | null;
};

export type KnownPerson = PersonTraits & { readonly id: string };

/** Why we think it is the same person. */
export type DuplicateReason =
  | 'sameSnils'
  | 'sameName'
  | 'sameBirthDate'
  | 'sameClass'
  | 'partsMoved'
  | 'patronymicMissing'
  | 'initialsFit'
  | 'oneSlip'
  /** Written alike but for ё/е, a hyphen, case or Latin letters. */
  | 'writtenOtherwise';

/** What speaks against it. */
export type DuplicateDoubt = 'otherSnils' | 'otherBirthDate' | 'otherName' | 'otherClass';

/**
 * `certain`: the same СНИЛС with a fitting name, or the same full name and birth date with nothing against it. `likely`:
 * worth asking before anything is written. `possible`: shown, does not stop. A person decides in every case.
 */
export type DuplicateStrength = 'certain' | 'likely' | 'possible';

export type DuplicateMatch = {
  readonly id: string;
  readonly strength: DuplicateStrength;
  readonly reasons: readonly DuplicateReason[];
  readonly doubts: readonly DuplicateDoubt[];
};
