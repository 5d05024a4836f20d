/** What of the bank's filter stands in the address: words as the server takes them. */
export type BankFilter = Readonly<Partial<Record<(typeof KEYS)[number], string>>>;

const KEYS = [
  'search',
  'states',
  'formId',
  'classId',
  'themeId',
  'urgency',
  'competence',
  'accepting',
  'trained',
  'cleared',
  'needsSupport',
  'youngSpecialist',
  'teacherCategory',
  'withoutConsent',
  'toConfirm',
  'answering',
  'recommended',
  'sort',
] as const;

/** Reads the address; what is not a word of the filter is left out. */
export function bankSearch(search: Record<string, unknown>): BankFilter {
  return Object.fromEntries(
    KEYS.flatMap((key) => {
      const value = search[key];
      const word = typeof value === 'boolean' ? String(value) : value;
      return typeof word === 'string' && word !== '' ? [[key, word]] : [];
    }),
  );
}

/** The filter with one word changed; an empty word leaves it out. */
export function withWord(filter: BankFilter, key: keyof BankFilter, word: string): BankFilter {
  const { [key]: _before, ...rest } = filter;
  return word === '' ? rest : { ...rest, [key]: word };
}
