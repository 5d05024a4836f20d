import type { verifyManyAnswer } from '@nastavnik/contracts/persons';
import { can } from '@nastavnik/domain/access/can';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { verifyRepresentation } from './representations.ts';

type Answer = z.infer<typeof verifyManyAnswer>;
type Unchecked = { id: string; child: string; name: string; representativeId: string; hasDocument: boolean };

/**
 * A parents' meeting: the documents of these children's representatives were looked at, each recorded as by hand
 * (RULE-08). Where none is entered there was nothing to see, and the representative is named.
 */
export async function verifyMany(tx: Writing, caller: Caller, childIds: readonly string[]): Promise<Answer> {
  const ids = [...new Set(childIds)].toSorted();
  const ties = await tiesTo(tx, caller, ids);
  for (const id of ids) {
    const own = ties.get(id);
    if (!own) throw new Refusal('person.not-found');
    if (!can(caller, 'representative.verify', own)) {
      throw new Refusal('access.denied', { action: 'representative.verify' });
    }
  }
  const answer: Answer = { verified: 0, skipped: [] };
  for (const { id, child, name, representativeId, hasDocument } of await uncheckedOf(tx, caller, ids)) {
    if (hasDocument && representativeId !== caller.personId) {
      await verifyRepresentation(tx, caller, id);
      answer.verified += 1;
    } else {
      const code = hasDocument ? 'access.denied' : 'representation.document-missing';
      answer.skipped.push({ child, name, code });
    }
  }
  return answer;
}

/** Powers of today that nobody has vouched for, child by child. */
async function uncheckedOf(tx: Writing, caller: Caller, childIds: readonly string[]): Promise<Unchecked[]> {
  const { rows } = await sql<Unchecked>`
    select r.id, r.representative_id as "representativeId", r.document_kind is not null as "hasDocument",
      c.family_name || ' ' || c.given_name as child, p.family_name || ' ' || p.given_name as name
    from representations r
    join people c on c.tenant_id = r.tenant_id and c.id = r.child_id
    join people p on p.tenant_id = r.tenant_id and p.id = r.representative_id
    where r.tenant_id = ${caller.tenantId} and r.child_id = any (${sql.val([...childIds])}::uuid[])
      and r.verified_on is null and ${caller.today}::date between r.started_on and coalesce(r.ended_on, 'infinity')
    order by c.family_name, c.given_name, r.id`.execute(tx);
  return rows;
}
