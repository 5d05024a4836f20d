import { DATA_GROUPS, type DataGroup } from '@nastavnik/domain/consents/kept-data';
import { sql } from 'kysely';
import type { Writing } from '../../platform/db/transactions.ts';

type Person = { readonly tenantId: string; readonly personId: string };

/**
 * Groups of which there is something to destroy or to code, of those that `erase-person.ts` touches: the act names
 * what was really there (DOC-36), and is looked up before anything goes.
 */
export async function presentGroups(tx: Writing, { tenantId, personId }: Person): Promise<ReadonlySet<DataGroup>> {
  const { rows } = await sql<Partial<Record<DataGroup, boolean>>>`
    with own as (select id, state from participants where tenant_id = ${tenantId} and person_id = ${personId}),
    asked as (select r.* from mentee_requests r where r.tenant_id = ${tenantId} and r.participant_id in (select id from own)),
    paper as (select address from identity_documents where tenant_id = ${tenantId} and person_id = ${personId})
    select true as name, true as "searchIndex",
      exists (select from class_places where tenant_id = p.tenant_id and person_id = p.id)
        or exists (select from posts where tenant_id = p.tenant_id and person_id = p.id)
        or exists (select from outsiders where tenant_id = p.tenant_id and person_id = p.id) as "classAndPost",
      p.birth_date is not null as "birthDate",
      p.email is not null or p.phone is not null as contacts,
      exists (select from paper) as "identityDocument",
      exists (select from paper where address <> '') as address,
      exists (select from representations where tenant_id = p.tenant_id and p.id in (child_id, representative_id)
        and (document_kind is not null or document_number is not null)) as representation,
      exists (select from own where state = 'refused')
        or exists (select from interests where tenant_id = p.tenant_id and person_id = p.id)
        or exists (select from sign_ups where tenant_id = p.tenant_id and participant_id in (select id from own))
        as nomination,
      exists (select from asked) as request,
      exists (select from asked, jsonb_each(preferences) each where each.value not in ('null', '[]', '""')) as preferences,
      exists (select from competence_cards where tenant_id = p.tenant_id and person_id = p.id)
        or exists (select from achievements where tenant_id = p.tenant_id and person_id = p.id)
        or exists (select from teacher_categories where tenant_id = p.tenant_id and person_id = p.id)
        or exists (select from council_recommendations where tenant_id = p.tenant_id
          and participant_id in (select id from own)) as "competenceCard",
      exists (select from support_tags where tenant_id = p.tenant_id and person_id = p.id) as "needsSupport",
      exists (select from interviews where tenant_id = p.tenant_id and participant_id in (select id from own)) as interview,
      exists (select from clearances where tenant_id = p.tenant_id and person_id = p.id) as clearance,
      exists (select from mentor_trainings where tenant_id = p.tenant_id and person_id = p.id) as training,
      exists (select from disclosures where tenant_id = p.tenant_id and by_person_id = p.id) as exports,
      exists (select from notices where tenant_id = p.tenant_id and person_id = p.id) as notices,
      exists (select from memberships where tenant_id = p.tenant_id and person_id = p.id) as account
    from people p where p.tenant_id = ${tenantId} and p.id = ${personId}`.execute(tx);
  const found = rows[0] ?? {};
  return new Set(DATA_GROUPS.filter((group) => found[group] === true));
}
