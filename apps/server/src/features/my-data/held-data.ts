import type { MyData } from '@nastavnik/contracts/access';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { DataGroup } from '@nastavnik/domain/consents/kept-data';
import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

type Where = { readonly tenantId: string; readonly personId: string };

/**
 * Groups of which something is there, with the data themselves, so that a wrong telephone can be seen and corrected
 * (RULE-36, RULE-37). Of an interview and of a certificate the day alone: what stands on them is for those who keep them (RULE-44).
 */
export async function heldOf(tx: Reading, { tenantId, personId }: Where): Promise<MyData['held']> {
  const { rows } = await sql<Record<string, string[]>>`
    select array[concat_ws(' ', p.family_name, p.given_name, p.patronymic)] as name,
      array(select c.grade || case when length(c.letter) > 1 then ' ' else '' end || c.letter
          || ', ' || c.school_year || '/' || (c.school_year + 1) % 100
        from class_places cp join classes c on c.tenant_id = cp.tenant_id and c.id = cp.class_id
        where cp.tenant_id = p.tenant_id and cp.person_id = p.id order by cp.started_on desc)
        || array(select t.title from posts t where t.tenant_id = p.tenant_id and t.person_id = p.id
          order by t.started_on nulls first, t.id) as "classAndPost",
      array_remove(array[to_char(p.birth_date, 'DD.MM.YYYY')], null) as "birthDate",
      array_remove(array[p.phone, p.email], null) as contacts,
      array(select concat_ws(', ', i.number, to_char(i.issued_on, 'DD.MM.YYYY'), i.issuer) from identity_documents i
        where i.tenant_id = p.tenant_id and i.person_id = p.id) as "identityDocument",
      array(select i.address from identity_documents i
        where i.tenant_id = p.tenant_id and i.person_id = p.id) as address,
      array(select concat_ws(', ', concat_ws(' ', o.family_name, o.given_name, o.patronymic), r.document_kind,
          r.document_number, to_char(r.document_date, 'DD.MM.YYYY'))
        from representations r join people o on o.tenant_id = r.tenant_id
          and o.id = case when r.child_id = p.id then r.representative_id else r.child_id end
        where r.tenant_id = p.tenant_id and p.id in (r.representative_id, r.child_id)
          and (r.child_id = p.id or r.verified_on is not null) order by r.started_on) as representation,
      array(select concat_ws(', ', y.title, to_char(t.created_at, 'DD.MM.YYYY')) from participants t
        join program_cycles y on y.tenant_id = t.tenant_id and y.id = t.cycle_id
        where t.tenant_id = p.tenant_id and t.person_id = p.id order by t.created_at) as nomination,
      array(select concat_ws(': ', h.name, nullif(r.description, '')) from mentee_requests r
        join participants t on t.tenant_id = r.tenant_id and t.id = r.participant_id
        left join request_themes h on h.tenant_id = r.tenant_id and h.id = r.theme_id
        where t.tenant_id = p.tenant_id and t.person_id = p.id order by r.created_at) as request,
      array(select coalesce(k.confirmed_on::text, '') from competence_cards k
        where k.tenant_id = p.tenant_id and k.person_id = p.id) as "competenceCard",
      array(select coalesce(s.recommendation, '') from support_tags s
        where s.tenant_id = p.tenant_id and s.person_id = p.id) as "needsSupport",
      array(select to_char(i.held_on, 'DD.MM.YYYY') from interviews i
        join participants t on t.tenant_id = i.tenant_id and t.id = i.participant_id
        where t.tenant_id = p.tenant_id and t.person_id = p.id order by i.held_on) as interview,
      array(select to_char(c.verified_on, 'DD.MM.YYYY') from clearances c
        where c.tenant_id = p.tenant_id and c.person_id = p.id order by c.verified_on) as clearance,
      array(select concat_ws(', ', m.title, m.organizer, to_char(m.completed_on, 'DD.MM.YYYY')) from mentor_trainings m
        where m.tenant_id = p.tenant_id and m.person_id = p.id order by m.completed_on) as training,
      array(select '' from consents c where c.tenant_id = p.tenant_id and c.person_id = p.id limit 1) as consents,
      array(select coalesce(u."displayUsername", u.username, '') from memberships m
        join auth."user" u on u.id = m.user_id where m.tenant_id = p.tenant_id and m.person_id = p.id) as account,
      array(select '' from audit_events a where a.tenant_id = p.tenant_id and a.object_kind = 'person'
        and a.object_id = p.id limit 1) as "auditLog"
    from people p where p.tenant_id = ${tenantId} and p.id = ${personId}`.execute(tx);
  const last = await validUntil(tx, { tenantId, personId });
  return Object.entries(rows[0] ?? {})
    .filter(([, values]) => values.length > 0)
    .map(([group, values]) => ({
      group: group as DataGroup,
      // A group of which only «there is» can be said has its own page: the consents below, the card of a mentor.
      values: group === 'competenceCard' ? [] : values.filter((each) => each !== ''),
      why: BASIS[group] ?? 'consent',
      until: BASIS[group] ? null : last,
    }));
}

async function validUntil(tx: Reading, { tenantId, personId }: Where): Promise<PlainDate | null> {
  const { rows } = await sql<{ until: PlainDate | null }>`
    select max(valid_to) as until from consents
    where tenant_id = ${tenantId} and person_id = ${personId} and kind = 'processing' and state = 'valid'`.execute(tx);
  return rows[0]?.until ?? null;
}

/** Where the basis is not the consent (PRIVACY §3). */
const BASIS: Readonly<Record<string, string>> = {
  identityDocument: 'consentProof',
  address: 'consentProof',
  consents: 'consentProof',
  representation: 'consentProof',
  clearance: 'law',
  account: 'account',
  auditLog: 'law',
};
