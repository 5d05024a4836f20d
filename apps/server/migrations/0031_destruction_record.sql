-- What was destroyed, by codes: the act and the log are drawn from here, also when the server went away in between.
alter table destruction_runs add column record jsonb not null default '{}';

-- The bytes of a file are kept once for all organisations: they may go when nobody speaks of them any more.
create function file_is_used(hash text) returns boolean
  language sql stable security definer set search_path = public as $$ select exists (select from files f where f.sha256 = hash) $$;
