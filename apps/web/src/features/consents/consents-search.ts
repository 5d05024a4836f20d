/** What stands in the address of «Согласия»: the class or the others, and the paper that is open. */
export type ConsentsSearch = {
  readonly class?: string;
  readonly view?: 'people';
  readonly consent?: string;
};

/** Reads the address; what is not of it is left out. */
export function consentsSearch(search: Record<string, unknown>): ConsentsSearch {
  return {
    ...text(search, 'class'),
    ...(search['view'] === 'people' ? { view: 'people' as const } : {}),
    ...text(search, 'consent'),
  };
}

/** Which half of the page stands open, and whether there is another: by classes only for who sees pupils of some class. */
export function viewOf(
  { view }: ConsentsSearch,
  sees: { readonly classes: boolean; readonly others: boolean },
): { readonly shown: 'class' | 'people'; readonly choice: boolean } {
  const isOfOthers = sees.others && (view === 'people' || !sees.classes);
  return { shown: isOfOthers ? 'people' : 'class', choice: sees.others && sees.classes };
}

export type RegisterSearch = {
  readonly search?: string;
  readonly state?: string;
  readonly kind?: string;
  readonly year?: number;
  readonly consent?: string;
};

/** The same for the register of consents. */
export function registerSearch(search: Record<string, unknown>): RegisterSearch {
  const year = Number(search['year']);
  return {
    ...text(search, 'search'),
    ...text(search, 'state'),
    ...text(search, 'kind'),
    ...(Number.isInteger(year) && year >= 2000 && year <= 2100 ? { year } : {}),
    ...text(search, 'consent'),
  };
}

function text<Key extends string>(search: Record<string, unknown>, key: Key): { readonly [K in Key]?: string } {
  const value = search[key];
  return (typeof value === 'string' && value !== '' ? { [key]: value } : {}) as { readonly [K in Key]?: string };
}
