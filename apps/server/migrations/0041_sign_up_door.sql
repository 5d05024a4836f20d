-- A visitor has the poster's code and nothing else: whose event it is, is asked through a door of its own.
create or replace function tenant_of_sign_up(hash text) returns uuid
  language sql stable security definer set search_path = public as $$
  select e.tenant_id from sign_up_events e where e.code_hash = hash
$$;
