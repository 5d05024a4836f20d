import type { Language } from '../../lib/texts.ts';

/** Where places of schools are kept; Russia first. ISO 3166-1 alpha-2. */
const CODES = 'RU BY KZ AM AZ GE KG MD TJ TM UZ AE CN CY CZ DE EE FI FR GB IE IL IN JP KR LT LV NL PL SE SG TR US';

export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code;
}

export function countries(language: Language): { value: string; label: string }[] {
  const [home = 'RU', ...others] = CODES.split(' ');
  const named = others.map((value) => ({ value, label: countryName(value, language) }));
  return [
    { value: home, label: countryName(home, language) },
    ...named.toSorted((one, other) => one.label.localeCompare(other.label, language)),
  ];
}
