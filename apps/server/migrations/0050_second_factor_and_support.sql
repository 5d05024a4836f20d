-- RULE-33: director, curator and the officer of data protection come to people's data with a second factor.
alter table organizations add column require_second_factor boolean not null default true;

-- The administrator looks at the screen of another person to help: for a short time, without changing anything, and
-- everything seen so stands in the history under the administrator's own name.
create table impersonations (
  tenant_id uuid not null references organizations,
  id uuid not null,
  session_id text not null,
  administrator_id uuid not null,
  person_id uuid not null,
  reason text not null,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, administrator_id) references people (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index impersonations_by_session on impersonations (tenant_id, session_id) where ended_at is null;

-- `recovery`: the person has an account already, and the code lets a new password be chosen.
alter table invitations add column purpose text not null default 'first' check (purpose in ('first', 'recovery'));

-- Whether an account opens another organisation too, and no more than that.
create or replace function works_elsewhere(account text, own uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from memberships m where m.user_id = account and m.tenant_id <> own)
$$;
