import type { MenteeRequestView } from '@nastavnik/contracts/mentee-requests';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { RequestState } from '@nastavnik/domain/participants/request-states';
import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

export type RequestRow = {
  readonly id: string;
  readonly participant_id: string;
  readonly person_id: string;
  readonly theme_id: string | null;
  readonly theme: string | null;
  readonly source: MenteeRequestView['source'];
  readonly found_on: PlainDate;
  readonly state: RequestState;
  readonly description: string;
  readonly wished_result: string;
  readonly urgency: MenteeRequestView['urgency'];
  readonly preferences: unknown;
  readonly note: string | null;
  readonly redirected_to: MenteeRequestView['redirectedTo'];
  readonly closed_as: MenteeRequestView['closedAs'];
  readonly submitted_at: Date | null;
  readonly version: number;
};

/** Requests under a condition over `mentee_requests r join participants t join people p`, newest first. */
export async function findRequests(
  tx: Reading,
  tenantId: string,
  condition: RawBuilder<boolean>,
  limit: number,
): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select r.id, r.participant_id, t.person_id, r.theme_id, h.name as theme, r.source, r.found_on, r.state, r.description,
      r.wished_result, r.urgency, r.preferences, r.note, r.redirected_to, r.closed_as, r.submitted_at, r.version
    from mentee_requests r
    join participants t on t.tenant_id = r.tenant_id and t.id = r.participant_id
    join people p on p.tenant_id = t.tenant_id and p.id = t.person_id
    left join request_themes h on h.tenant_id = r.tenant_id and h.id = r.theme_id
    where r.tenant_id = ${tenantId} and ${condition}
    order by r.id desc limit ${limit}`.execute(tx);
  return rows;
}
