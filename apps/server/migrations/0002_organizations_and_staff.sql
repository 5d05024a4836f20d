create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- A tenant is one organisation that answers for personal data. Municipality and region are tenants that stand above others.
create table organizations (
  tenant_id uuid primary key,
  full_name text not null,
  short_name text not null,
  second_name text,
  second_language text,
  municipality text not null,
  kind text not null check (kind in ('school', 'kindergarten', 'college', 'additionalEducation', 'municipality', 'region')),
  time_zone text not null default 'Europe/Moscow',
  -- The authority above on this server, or only its name where it has no account here.
  authority_tenant_id uuid,
  authority_name text,
  -- What a lower organisation types to be tied to this authority.
  authority_code text unique,
  requires_outer_agreement boolean not null default false,
  soon_days integer not null default 7 check (soon_days between 1 and 60),
  stamp_style text not null default 'combined' check (stamp_style in ('signature', 'order', 'combined')),
  created_at timestamptz not null default now(),
  check ((second_name is null) = (second_language is null))
);

create table people (
  tenant_id uuid not null references organizations,
  id uuid not null,
  family_name text not null,
  given_name text not null,
  patronymic text,
  email text,
  phone text,
  deactivated_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index people_by_name on people (tenant_id, family_name, given_name);

create table posts (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  title text not null,
  started_on date,
  ended_on date check (ended_on >= started_on),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index posts_by_person on posts (tenant_id, person_id);

create table role_assignments (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  -- What the role is narrowed to: a class, an association. Null is all that the role reaches.
  scope text,
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id),
  -- The same role twice at a time would make its end meaningless.
  exclude using gist (
    tenant_id with =, person_id with =, role with =, (coalesce(scope, '')) with =,
    (daterange(started_on, ended_on, '[]')) with &&
  )
);
create index role_assignments_by_person on role_assignments (tenant_id, person_id);

-- Who an account is in an organisation. Read across tenants only by the account itself, to offer the switch.
create table memberships (
  tenant_id uuid not null,
  user_id text not null references auth."user" ("id") on delete cascade,
  person_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id),
  unique (tenant_id, person_id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index memberships_by_user on memberships (user_id);

create table invitations (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- SHA-256 of the token; the token itself is in the link only.
  token_hash text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create unique index one_open_invitation on invitations (tenant_id, person_id) where accepted_at is null and revoked_at is null;

create table bodies (
  tenant_id uuid not null references organizations,
  id uuid not null,
  kind text not null check (kind in ('pedagogicalCouncil', 'workingGroup', 'methodAssociation', 'representativeBody', 'administration', 'other')),
  name text not null,
  order_number text,
  order_date date,
  removed_at timestamptz,
  primary key (tenant_id, id)
);
create unique index body_names on bodies (tenant_id, lower(name)) where removed_at is null;

create table body_members (
  tenant_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  person_id uuid not null,
  office text not null check (office in ('chair', 'secretary', 'member')),
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  primary key (tenant_id, id),
  foreign key (tenant_id, body_id) references bodies (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id),
  exclude using gist (
    tenant_id with =, body_id with =, person_id with =, (daterange(started_on, ended_on, '[]')) with &&
  )
);

create table program_cycles (
  tenant_id uuid not null references organizations,
  id uuid not null,
  title text not null,
  started_on date not null,
  ended_on date not null check (ended_on >= started_on),
  primary key (tenant_id, id)
);
