import { REQUEST_STATES, type RequestState } from '@nastavnik/domain/participants/request-states';

/** What of the list of requests stands in the address. */
export type RequestsSearch = { readonly search?: string; readonly state?: RequestState; readonly themeId?: string };

export function requestsSearch(search: Record<string, unknown>): RequestsSearch {
  const { search: words, themeId } = search;
  const state = REQUEST_STATES.find((each) => each === search['state']);
  return {
    ...(typeof words === 'string' && words !== '' ? { search: words } : {}),
    ...(state ? { state } : {}),
    ...(typeof themeId === 'string' && themeId !== '' ? { themeId } : {}),
  };
}
