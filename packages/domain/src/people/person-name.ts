/**
 * A person's name in parts, as people write it: `ё` kept, double surnames with a hyphen, no stray spaces. Names known by
 * initials only have «И.» in place of a part; a person without a patronymic has `null`.
 */
export type PersonName = {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
};

/** How far two names agree, strongest first. `null`: they are names of different people as far as names tell. */
export type NameLikeness =
  /** Letter by letter, apart from case, ё/е, hyphens and Latin look-alikes. */
  | 'same'
  /** The same parts in another order («Иван Иванов», «Иванов Иван»). */
  | 'partsMoved'
  /** One of them has no patronymic. */
  | 'patronymicMissing'
  /** One of them is known by initials, and these fit. */
  | 'initialsFit'
  /** One letter's slip in one part. */
  | 'oneSlip';

/** Why a text is not taken for a name. */
export type NameFault =
  | 'name.empty'
  | 'name.one-part'
  | 'name.no-family-name'
  | 'name.strange-characters'
  | 'name.too-many-parts'
  /** «Иванов И. И.» where the whole name is needed. */
  | 'name.initials';

/** «Иванов Иван Иванович». */
export function printFullName({ familyName, givenName, patronymic }: PersonName): string {
  return [familyName, givenName, patronymic].filter((part) => part !== null && part !== '').join(' ');
}

/** «Иванов И. И.», as lists and orders shorten it. */
export function printShortName({ familyName, givenName, patronymic }: PersonName): string {
  const initials = [givenName, patronymic].flatMap((part) => (part ? [`${part.charAt(0).toUpperCase()}.`] : []));
  return [familyName, ...initials].join(' ');
}
