import { IN_BANK_STATES } from '@nastavnik/domain/participants/participant-states';
import type { RequestState } from '@nastavnik/domain/participants/request-states';
import { type RawBuilder, sql } from 'kysely';

/** Requests that are asked and not over: for these mentors are selected. */
export const ASKED_STATES = [
  'submitted',
  'accepted',
  'inMatching',
  'matched',
] as const satisfies readonly RequestState[];

/**
 * C4: an answer stands over `request_answers a`, `mentee_requests r` and the mentor's `participants m` while nobody took it
 * back, the request is asked and the mentor is in the bank. What ends is not written anywhere else.
 */
export const answerStands: RawBuilder<boolean> = sql<boolean>`(a.taken_back_on is null
  and r.state = any (${sql.val([...ASKED_STATES])}::text[]) and m.state = any (${sql.val([...IN_BANK_STATES])}::text[]))`;

/** The answers that stand, joined as the condition above asks, with one more table if need be, and narrowed. */
export function standingAnswers(narrowed: RawBuilder<boolean>, joined = sql``): RawBuilder<unknown> {
  return sql`request_answers a
    join mentee_requests r on r.tenant_id = a.tenant_id and r.id = a.request_id
    join participants m on m.tenant_id = a.tenant_id and m.id = a.mentor_id
    ${joined}
    where ${answerStands} and ${narrowed}`;
}
