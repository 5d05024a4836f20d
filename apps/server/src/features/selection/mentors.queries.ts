import type { CompetenceCardBody } from '@nastavnik/contracts/mentors';
import { IN_BANK_STATES } from '@nastavnik/domain/participants/participant-states';
import type { Named } from '@nastavnik/domain/participants/weigh-answer';
import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';
import { cardOfRow, standingAnswers } from '../participants/door.ts';

export type OfferedRow = {
  readonly id: string;
  readonly person_id: string;
  readonly form_id: string | null;
  readonly card: CompetenceCardBody | null;
  readonly accepting: boolean;
  readonly max_mentees: number;
  readonly achievements: readonly Named[];
  readonly interests: readonly Named[];
  /** Requests of the year the mentor is meant for. */
  readonly taken: number;
  /** The answer to the request that is looked at. */
  readonly answer_id: string | null;
};

/** A school has hundreds of mentors at most; of more only these are weighed. */
const MOST = 1000;

/** Mentors in the bank of a period, with what they offer in the stems of the search. */
export async function mentorsInBank(
  tx: Reading,
  tenantId: string,
  asked: { readonly requestId: string; readonly cycleId: string },
): Promise<OfferedRow[]> {
  const { rows } = await sql<Omit<OfferedRow, 'card'> & { card: unknown }>`
    select t.id, t.person_id, t.form_id, k.card, coalesce(k.accepting, true) as accepting,
      coalesce(k.max_mentees, 3) as max_mentees,
      coalesce((select jsonb_agg(jsonb_build_object('name', c.field || ': ' || c.title,
          'stems', to_jsonb(tsvector_to_array(to_tsvector('russian', c.field || ' ' || c.title)))) order by c.id)
        from achievements c where c.tenant_id = t.tenant_id and c.person_id = t.person_id), '[]') as achievements,
      coalesce((select jsonb_agg(jsonb_build_object('name', i.name,
          'stems', to_jsonb(tsvector_to_array(to_tsvector('russian', i.name)))))
        from jsonb_array_elements_text(case when jsonb_typeof(k.card->'interests') = 'array'
          then k.card->'interests' else '[]' end) as i(name)), '[]') as interests,
      (select count(*)::int from ${standingAnswers(sql<boolean>`a.tenant_id = t.tenant_id and a.mentor_id = t.id`)}) as taken,
      (select a.id from request_answers a where a.tenant_id = t.tenant_id and a.mentor_id = t.id
        and a.taken_back_on is null and a.request_id in (
          select s.id from mentee_requests r
          join mentee_requests s on s.tenant_id = r.tenant_id and s.participant_id = r.participant_id
            and (s.id = r.id or s.theme_id = r.theme_id)
          where r.tenant_id = t.tenant_id and r.id = ${asked.requestId})
        order by a.id limit 1) as answer_id
    from participants t
    join people p on p.tenant_id = t.tenant_id and p.id = t.person_id
    left join competence_cards k on k.tenant_id = t.tenant_id and k.person_id = t.person_id
    where t.tenant_id = ${tenantId} and t.cycle_id = ${asked.cycleId} and t.role = 'mentor'
      and t.state = any (${sql.val([...IN_BANK_STATES])}::text[])
      and p.erased_at is null and p.blocked_at is null and p.merged_into is null
    order by p.search_name, t.id limit ${MOST}`.execute(tx);
  return rows.map((row) => ({ ...row, card: cardOfRow({ ...row, card: row.card ?? null }) }));
}
