import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

export type Hit = {
  readonly kind: 'item' | 'person' | 'body' | 'roadmap' | 'evidence' | 'participant' | 'pupil';
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly roadmapId: string | null;
  /** The item that a piece of evidence belongs to. */
  readonly itemId?: string;
  /** The nearer, the greater. */
  readonly near: number;
};

/**
 * Russian words by their stems, misspelt ones by their letters (`word_similarity`), the nearest first. What an
 * amendment replaced and what was archived is left out.
 */
export async function find(tx: Reading, tenantId: string, text: string): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    with asked as (select websearch_to_tsquery('russian', ${text}) as words, lower(${text}) as letters)
    select kind, id, title, place, roadmap_id as "roadmapId", near from (
      select 'item' as kind, i.id, i.title, s.title as place, i.roadmap_id,
        ts_rank(to_tsvector('russian', i.title || ' ' || coalesce(i.measure, '') || ' ' || coalesce(i.result_text, '')), a.words)
          + word_similarity(a.letters, lower(i.title || ' ' || coalesce(i.number, '') || ' ' || coalesce(i.responsible_text, ''))) as near
      from roadmap_items i
      join roadmap_stages s on s.tenant_id = i.tenant_id and s.id = i.stage_id
      join roadmaps r on r.tenant_id = i.tenant_id and r.id = i.roadmap_id, asked a
      where i.tenant_id = ${tenantId} and r.removed_at is null and r.state not in ('superseded', 'archived')
        and (to_tsvector('russian', i.title || ' ' || coalesce(i.measure, '') || ' ' || coalesce(i.result_text, '')) @@ a.words
          or word_similarity(a.letters, lower(i.title || ' ' || coalesce(i.number, '') || ' ' || coalesce(i.responsible_text, ''))) > 0.35)
      union all
      select 'roadmap', r.id, r.title, c.title, r.id, word_similarity(a.letters, lower(r.title))
      from roadmaps r join program_cycles c on c.tenant_id = r.tenant_id and c.id = r.cycle_id, asked a
      where r.tenant_id = ${tenantId} and r.removed_at is null and r.state <> 'superseded' and word_similarity(a.letters, lower(r.title)) > 0.35
      union all
      select 'person', p.id, p.family_name || ' ' || p.given_name || coalesce(' ' || p.patronymic, ''),
        coalesce((select t.title from posts t where t.tenant_id = p.tenant_id and t.person_id = p.id and t.ended_on is null limit 1), ''),
        null, word_similarity(a.letters, lower(p.family_name || ' ' || p.given_name || ' ' || coalesce(p.patronymic, '')))
      from people p join employees e on e.tenant_id = p.tenant_id and e.person_id = p.id, asked a
      where p.tenant_id = ${tenantId} and p.deactivated_at is null and p.merged_into is null and p.erased_at is null
        and word_similarity(a.letters, lower(p.family_name || ' ' || p.given_name || ' ' || coalesce(p.patronymic, ''))) > 0.35
      union all
      select 'body', b.id, b.name, '', null, word_similarity(a.letters, lower(b.name))
      from bodies b, asked a
      where b.tenant_id = ${tenantId} and b.removed_at is null and word_similarity(a.letters, lower(b.name)) > 0.35
    ) hits order by near desc, title, id limit 40`.execute(tx);
  return rows;
}
