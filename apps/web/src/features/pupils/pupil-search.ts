/** What stands in the address of the page of pupils. */
export type PupilSearch = {
  readonly search?: string;
  readonly class?: string;
  readonly year?: number;
  readonly only?: (typeof ONLY)[number];
  /** Whose card is open. */
  readonly pupil?: string;
};

export const ONLY = ['withoutRepresentative', 'withoutClass', 'gone'] as const;

/** Reads the address; what is not of the filter is left out. */
export function pupilSearch(search: Record<string, unknown>): PupilSearch {
  const text = (key: string) => {
    const value = search[key];
    return typeof value === 'string' && value !== '' ? { [key]: value } : {};
  };
  const only = ONLY.find((each) => each === search['only']);
  const year = Number(search['year']);
  return {
    ...text('search'),
    ...text('class'),
    ...(Number.isInteger(year) && year >= 2000 && year <= 2100 ? { year } : {}),
    ...(only ? { only } : {}),
    ...text('pupil'),
  };
}
