-- Roles of an employee end with the last day of work: whoever is dismissed keeps none at the next request, and has them
-- again when the dismissal is taken back. A participation that began after the dismissal, of a partner's person for
-- instance, has nothing to do with it.
create or replace view held_roles with (security_invoker = true) as
  select a.tenant_id, a.person_id, a.role, a.started_on, least(a.ended_on, e.dismissed_on) as ended_on
    from role_assignments a left join employees e on e.tenant_id = a.tenant_id and e.person_id = a.person_id
  union all
  select tenant_id, person_id, 'classTeacher', started_on, ended_on from class_teachers
  union all
  select m.tenant_id, m.person_id, 'methodAssociationHead', m.started_on, least(m.ended_on, e.dismissed_on)
    from body_members m join bodies b on b.tenant_id = m.tenant_id and b.id = m.body_id
    left join employees e on e.tenant_id = m.tenant_id and e.person_id = m.person_id
    where b.kind = 'methodAssociation' and b.removed_at is null and m.office = 'chair'
  union all
  -- A parent's power ends on the eve of the 18th birthday; born on 29 February, the child is of age on 1 March.
  select r.tenant_id, r.representative_id, 'legalRepresentative', r.started_on,
      case when c.under_guardianship then r.ended_on
        else least(r.ended_on, (c.birth_date + interval '18 years')::date - case when to_char(c.birth_date, 'MMDD') = '0229' then 0 else 1 end)
      end
    from representations r join people c on c.tenant_id = r.tenant_id and c.id = r.child_id
    where c.erased_at is null
  union all
  select p.tenant_id, p.person_id, p.role, p.state_since, case when p.created_at::date <= e.dismissed_on then e.dismissed_on end
    from participants p left join employees e on e.tenant_id = p.tenant_id and e.person_id = p.person_id
    where p.state not in ('refused', 'rejected', 'withdrawn', 'excluded');
