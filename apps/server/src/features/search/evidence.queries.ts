import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { directoryOn, itemsOf, maySeeEvidence, peopleOfPlan } from '../roadmaps/door.ts';
import type { Hit } from './search.queries.ts';

type EvidenceHit = Hit & { readonly kind: 'evidence'; readonly itemId: string };

/** More than are shown: some may be of items that are not the caller's. */
const LOOKED_AT = 120;

/**
 * Evidence by its title, the name of its file and the number of its document, with the item it belongs to. That of years
 * past is found too: it is what people look for. What the caller may not see on the item is not found here either.
 */
export async function findEvidence(tx: Reading, caller: Caller, text: string): Promise<EvidenceHit[]> {
  const { rows } = await sql<EvidenceHit>`
    with asked as (select websearch_to_tsquery('russian', ${text}) as words, lower(${text}) as letters),
    told as (
      select e.id, coalesce(nullif(e.title, ''), f.name) as title, e.document_number, i.id as item_id, i.title as place, i.roadmap_id,
        concat_ws(' ', e.title, f.name, e.document_number, '№ ' || e.document_number) as text
      from evidence e
      join item_occurrences o on o.tenant_id = e.tenant_id and o.id = e.occurrence_id
      join roadmap_items i on i.tenant_id = o.tenant_id and i.id = o.item_id
      join roadmaps r on r.tenant_id = i.tenant_id and r.id = i.roadmap_id
      left join files f on f.tenant_id = e.tenant_id and f.id = e.file_id
      where e.tenant_id = ${caller.tenantId} and e.removed_at is null and r.removed_at is null and r.state <> 'superseded'
    )
    select 'evidence' as kind, id, title || coalesce(' № ' || document_number, '') as title, place,
      roadmap_id as "roadmapId", item_id as "itemId",
      ts_rank(to_tsvector('russian', text), a.words) + word_similarity(a.letters, lower(text)) as near
    from told, asked a
    where to_tsvector('russian', text) @@ a.words or word_similarity(a.letters, lower(text)) > 0.45
    order by near desc, title, id limit ${LOOKED_AT}`.execute(tx);
  return maySeeEvidence(caller, []) ? rows : ofOwnItems(tx, caller, rows);
}

async function ofOwnItems(tx: Reading, caller: Caller, hits: readonly EvidenceHit[]): Promise<EvidenceHit[]> {
  if (hits.length === 0 || !maySeeEvidence(caller, ['responsible'])) return [];
  const people = peopleOfPlan(await directoryOn(tx, caller.tenantId, caller.today));
  const own = new Set<string>();
  for (const itemId of new Set(hits.map((hit) => hit.itemId))) {
    const [item] = await itemsOf(tx, caller.tenantId, { itemId });
    if (item && people.isResponsible(item, caller.personId)) own.add(itemId);
  }
  return hits.filter((hit) => own.has(hit.itemId));
}
