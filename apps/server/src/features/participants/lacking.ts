import { isInBank } from '@nastavnik/domain/participants/participant-states';
import { guardsOf, type KnownParticipant } from './participant-facts.ts';

export type Lacking = { readonly code: string; readonly data: Record<string, unknown> };

/** What stands before the next step, in the order in which it is mended. The words are the web's. */
export function lackingOf(known: KnownParticipant): Lacking[] {
  const { row, consents } = known;
  const missing = consents.missing.map(({ code, ...data }) => ({ code: `consent.${code}`, data }));
  switch (row.state) {
    case 'nominated':
      return [{ code: 'next.invite', data: {} }];
    case 'invited':
      return [{ code: 'next.requestConsents', data: {} }];
    case 'consentPending':
      return missing.length > 0 ? missing : [{ code: 'next.enterBank', data: {} }];
    default:
      return isInBank(row.state) ? [...missing, ...notConfirmed(known), ...preparationLacking(known)] : [];
  }
}

/** «Актуализация»: whoever came over from last year has to be confirmed. */
function notConfirmed({ row }: KnownParticipant): Lacking[] {
  return row.confirmedOn === null && row.source === 'lastYear' ? [{ code: 'next.confirmYear', data: {} }] : [];
}

function preparationLacking(known: KnownParticipant): Lacking[] {
  const { row, preparation } = known;
  if (row.role === 'mentee') {
    if (preparation.requests > 0) return [];
    return [{ code: preparation.drafts > 0 ? 'next.sendRequest' : 'next.request', data: {} }];
  }
  const guards = guardsOf(known);
  const codes = [
    ...(guards.cardFilled ? [] : ['next.card']),
    ...(row.state !== 'inBank' || guards.interview ? [] : ['next.interview']),
    ...(guards.clearance ? [] : ['next.clearance']),
    ...(guards.training ? [] : ['next.training']),
  ];
  if (codes.length === 0 && row.state === 'inBank') codes.push('next.select');
  // C4: whoever is taken this year is taken for a request.
  if (row.state === 'selected' && preparation.answers === 0) codes.push('next.chooseRequest');
  return codes.map((code) => ({ code, data: {} }));
}
