create table notices (
  tenant_id uuid not null references organizations,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  -- One notice per cause: a sweep that runs twice finds it here.
  key text not null,
  subject text not null,
  body text not null,
  roadmap_id uuid,
  item_id uuid,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, key),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);

create table mail_deliveries (
  tenant_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'declined', 'no-address')),
  attempts integer not null default 0,
  -- The Message-ID given before the first attempt, so that a repeated attempt is the same letter.
  message_id text not null,
  last_error text,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, notice_id),
  foreign key (tenant_id, notice_id) references notices (tenant_id, id)
);

create table reminder_templates (
  tenant_id uuid not null references organizations,
  kind text not null,
  subject text not null,
  body text not null,
  primary key (tenant_id, kind)
);

create table reminder_preferences (
  tenant_id uuid not null,
  person_id uuid not null,
  kind text not null,
  primary key (tenant_id, person_id, kind),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);

create table calendar_feeds (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create unique index one_feed_each on calendar_feeds (tenant_id, person_id) where revoked_at is null;
create unique index feeds_by_token on calendar_feeds (tenant_id, token_hash);
