import { URGENCIES, type Urgency } from '@nastavnik/domain/participants/request-states';

/** What of the selection stands in the address: the filters, and the request that is looked at. */
export type SelectionSearch = {
  readonly themeId?: string;
  readonly formId?: string;
  readonly urgency?: Urgency;
  readonly answered?: 'true' | 'false';
  readonly request?: string;
};

export function selectionSearch(search: Record<string, unknown>): SelectionSearch {
  const { themeId, formId, request } = search;
  const urgency = URGENCIES.find((each) => each === search['urgency']);
  const answered = (['true', 'false'] as const).find((each) => each === String(search['answered']));
  return {
    ...(typeof themeId === 'string' && themeId ? { themeId } : {}),
    ...(typeof formId === 'string' && formId ? { formId } : {}),
    ...(urgency ? { urgency } : {}),
    ...(answered ? { answered } : {}),
    ...(typeof request === 'string' && request ? { request } : {}),
  };
}
