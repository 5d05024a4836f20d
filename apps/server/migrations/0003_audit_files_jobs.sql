-- Append-only: the application may add and read, nobody may change. RULE-34.
create table audit_events (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_person_id uuid,
  -- Kept as words: a name that changes later does not rewrite history.
  actor_name text not null,
  type text not null,
  object_kind text not null,
  object_id uuid not null,
  data jsonb not null default '{}',
  primary key (tenant_id, id)
);
create index audit_by_object on audit_events (tenant_id, object_kind, object_id, at);
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit events are append-only';
end $$;
create trigger audit_no_change before update or delete or truncate on audit_events
  for each statement execute function audit_is_append_only();

-- Content-addressed: the bytes lie in the file store under their SHA-256, a row here is one use of them by one tenant.
create table files (
  tenant_id uuid not null references organizations,
  id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  media_type text not null,
  name text not null,
  added_by uuid,
  added_at timestamptz not null,
  primary key (tenant_id, id)
);
create index files_by_content on files (tenant_id, sha256);
