import { mergeRequests } from '@nastavnik/domain/participants/merge-requests';
import type { RequestNote, RequestSource } from '@nastavnik/domain/participants/request-states';
import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

const SOURCES: Record<RequestSource, string> = {
  personnelFile: 'личное дело',
  methodWork: 'методическая работа',
  certification: 'аттестация',
  questionnaire: 'анкета',
  classTeacher: 'классный руководитель',
  self: 'сам обратился',
  event: 'мероприятие',
};
const URGENCY = { urgent: 'срочно', soon: 'скоро', calm: 'не срочно' } as const;

/**
 * B5: the requests of each participant as one cell of a list: theme, urgency, where and when found. The words of a request
 * stay at home.
 */
export async function requestLists(
  tx: Reading,
  tenantId: string,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<Omit<RequestNote, 'words' | 'wishedResult'> & { theme: string | null }>`
    select r.id, r.participant_id as "personId", r.theme_id as "themeId", h.name as theme, r.source, r.urgency,
      r.found_on as "foundOn"
    from mentee_requests r
    left join request_themes h on h.tenant_id = r.tenant_id and h.id = r.theme_id
    where r.tenant_id = ${tenantId} and r.participant_id = any (${sql.val([...participantIds])}::uuid[])
      and r.state not in ('cancelled', 'closed')`.execute(tx);
  const themes = new Map(rows.map((row) => [row.themeId, row.theme]));
  const lists = new Map<string, string>();
  // Notes of one theme are one need, as on the card.
  for (const need of mergeRequests(rows.map((row) => ({ ...row, words: '', wishedResult: '' })))) {
    const sources = need.sources.map((source) => SOURCES[source]).join(', ');
    const found = need.firstFoundOn.split('-').toReversed().join('.');
    const line = `${themes.get(need.themeId) ?? 'тема не названа'}: ${URGENCY[need.urgency]}, ${sources}, с ${found}`;
    const before = lists.get(need.personId);
    lists.set(need.personId, before === undefined ? line : `${before}; ${line}`);
  }
  return lists;
}
