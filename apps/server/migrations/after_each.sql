-- Run after every migration, in the same transaction: the walls that no table may lack.
do $$
declare
  found record;
begin
  for found in
    select c.relname as table_name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where n.nspname = 'public' and c.relkind in ('r', 'p')
  loop
    execute format('alter table %I enable row level security', found.table_name);
    execute format('alter table %I force row level security', found.table_name);
    execute format('drop policy if exists one_tenant on %I', found.table_name);
    execute format(
      'create policy one_tenant on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)',
      found.table_name
    );
    execute format('grant select, insert, update, delete on %I to nastavnik_app', found.table_name);
    -- What is planned once for all tenants is planned as for the largest: beside a thousand small schools it would
    -- else count on a hundred rows, and read the fifty thousand of a large one from end to end.
    execute format('alter table %I alter column tenant_id set (n_distinct = 1)', found.table_name);
  end loop;
end $$;

-- History is written once.
revoke update, delete, truncate on audit_events from nastavnik_app;

-- An account sees its own memberships wherever they are, to be offered the switch.
drop policy if exists own_account on memberships;
create policy own_account on memberships for select using (user_id = nullif(current_setting('app.user', true), ''));

-- The two sides of an agreement. The authority reads and decides, it cannot ask in somebody's name.
drop policy if exists asked_authority_reads on agreement_requests;
create policy asked_authority_reads on agreement_requests for select
  using (authority_tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and state <> 'withdrawn');
drop policy if exists asked_authority_decides on agreement_requests;
create policy asked_authority_decides on agreement_requests for update
  using (authority_tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and state = 'asked')
  with check (authority_tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- The owner of the tables answers the doors below; forced row security binds it too, unless it is a superuser.
do $$
declare
  door text;
begin
  foreach door in array array['organizations', 'invitations', 'calendar_feeds', 'people', 'files', 'sign_up_events', 'memberships'] loop
    execute format('drop policy if exists doors on %I', door);
    execute format('create policy doors on %I for select to %I using (true)', door, current_user);
  end loop;
end $$;

-- Doors through the wall, each for one question, owned by the owner and returning as little as answers it.
create or replace function server_is_empty() returns boolean
  language sql stable security definer set search_path = public as $$ select not exists (select from organizations) $$;
create or replace function organization_names(ids uuid[]) returns table (tenant_id uuid, short_name text, kind text)
  language sql stable security definer set search_path = public as $$
  select o.tenant_id, o.short_name, o.kind from organizations o where o.tenant_id = any (ids)
$$;
create or replace function tenant_of_invitation(hash text) returns uuid
  language sql stable security definer set search_path = public as $$
  select i.tenant_id from invitations i where i.token_hash = hash
$$;
create or replace function tenant_of_feed(hash text) returns uuid
  language sql stable security definer set search_path = public as $$
  select f.tenant_id from calendar_feeds f where f.token_hash = hash and f.revoked_at is null
$$;
create or replace function authority_by_code(code text) returns table (tenant_id uuid, short_name text)
  language sql stable security definer set search_path = public as $$
  select o.tenant_id, o.short_name from organizations o where o.authority_code = code and o.kind in ('municipality', 'region')
$$;
-- Who processes personal data here is public (RULE-41).
create or replace function operators_of_server() returns table (tenant_id uuid, short_name text)
  language sql stable security definer set search_path = public as $$ select o.tenant_id, o.short_name from organizations o $$;
create or replace function all_tenants() returns setof uuid
  language sql stable security definer set search_path = public as $$ select o.tenant_id from organizations o $$;

-- Names by pieces and with slips. Row-level security keeps an index of trigrams from being used (their operators are not
-- leakproof), so the search goes through a door that puts up the same wall by itself: the tenant of the transaction.
-- Words in small letters with ё as е, the longest first. Every word stands in the name; where nobody is found so, the
-- nearest names. `likeness` is 1 for those found exactly.
-- A session that has not used the trigrams yet does not know their setting, and may not give it to a function.
do $$ begin perform similarity('', ''); end $$;
create or replace function people_by_name(words text[], most integer) returns table (person_id uuid, likeness real)
  language plpgsql stable security definer set search_path = public set pg_trgm.word_similarity_threshold = 0.45 as $$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  patterns text[] := array(
    select '%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%' from unnest(words) word
  );
begin
  return query select p.id, 1::real from people p
    where p.tenant_id = tenant and p.merged_into is null and p.erased_at is null
      and p.search_name like patterns[1] and p.search_name like all (patterns)
    order by p.search_name limit most;
  if found or words[1] is null then return; end if;
  return query select p.id, word_similarity(words[1], p.search_name) from people p
    where p.tenant_id = tenant and p.merged_into is null and p.erased_at is null
      and words[1] <% p.search_name
      and not exists (select from unnest(words) word where word_similarity(word, p.search_name) < 0.45)
    order by 2 desc, p.search_name limit most;
end $$;
