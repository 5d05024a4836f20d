-- Pages and groups where something about a person may appear (RULE-24). A foreign one is not allowed until the data
-- protection officer has said yes, and why.
create table resources (
  tenant_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  address text not null,
  -- The address without what makes no other place: one place stands here once.
  address_key text not null,
  owner text not null,
  -- ISO 3166-1 alpha-2.
  country text not null check (country ~ '^[A-Z]{2}$'),
  state text not null check (state in ('waiting', 'allowed', 'refused', 'closed')),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, proposed_by) references people (tenant_id, id),
  foreign key (tenant_id, decided_by) references people (tenant_id, id),
  check (state <> 'refused' or decided_at is not null),
  -- The rule itself: nothing abroad is allowed without a decision.
  check (state <> 'allowed' or country = 'RU' or decided_at is not null)
);
create unique index resource_addresses on resources (tenant_id, address_key) where state <> 'closed';

-- Places that stood in wordings before there was a catalogue. The walls stand again after this transaction.
alter table consent_templates no force row level security;
insert into resources (tenant_id, id, name, address, address_key, owner, country, state, proposed_at)
  select distinct on (t.tenant_id, lower(regexp_replace(trim(place->>'address'), '/+$', '')))
    t.tenant_id, gen_random_uuid(), place->>'name', trim(place->>'address'),
    lower(regexp_replace(trim(place->>'address'), '/+$', '')), place->>'owner', upper(place->>'country'),
    case when upper(place->>'country') = 'RU' then 'allowed' else 'waiting' end, now()
  from consent_templates t, jsonb_array_elements(t.template->'resources') place
  where t.retired_at is null and upper(place->>'country') ~ '^[A-Z]{2}$' and trim(place->>'address') <> ''
  order by t.tenant_id, lower(regexp_replace(trim(place->>'address'), '/+$', ''));
alter table consent_templates force row level security;
