create table roadmap_imports (
  tenant_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  -- Null for text from the clipboard, which is kept as a file of its own.
  file_id uuid not null,
  state text not null check (state in ('received', 'reading', 'read', 'failed', 'applied', 'discarded')),
  failure text,
  source jsonb,
  draft jsonb,
  period_start date,
  period_end date,
  -- Meaning of the columns as corrected by a person; null as the reader found them.
  columns jsonb,
  settled jsonb not null default '[]',
  roadmap_id uuid,
  version integer not null default 1,
  received_by uuid not null,
  received_at timestamptz not null,
  expires_on date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references files (tenant_id, id),
  check ((state = 'failed') = (failure is not null))
);

create table roadmaps (
  tenant_id uuid not null references organizations,
  id uuid not null,
  cycle_id uuid not null,
  -- All editions of one roadmap share the lineage.
  lineage_id uuid not null,
  edition integer not null default 1,
  title text not null,
  state text not null check (state in ('draft', 'underReview', 'returned', 'agreed', 'approved', 'inForce', 'superseded', 'closed', 'archived')),
  amends uuid,
  superseded_by uuid,
  amendment_reason text,
  return_comment text,
  organizations jsonb not null default '[]',
  sections jsonb not null default '[]',
  columns jsonb not null default '[]',
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, cycle_id) references program_cycles (tenant_id, id)
);
-- LIFECYCLE §5.8: exactly one version per lineage is in force.
create unique index one_edition_in_force on roadmaps (tenant_id, lineage_id) where state = 'inForce';

create table roadmap_stages (
  tenant_id uuid not null,
  id uuid not null,
  roadmap_id uuid not null,
  position integer not null,
  number text,
  title text not null,
  notes jsonb not null default '[]',
  primary key (tenant_id, id),
  foreign key (tenant_id, roadmap_id) references roadmaps (tenant_id, id)
);
create index stages_by_roadmap on roadmap_stages (tenant_id, roadmap_id, position);

create table roadmap_items (
  tenant_id uuid not null,
  id uuid not null,
  roadmap_id uuid not null,
  stage_id uuid not null,
  -- The same item through the editions of its roadmap.
  lineage_id uuid not null,
  position integer not null,
  number text,
  title text not null,
  measure text,
  points jsonb not null default '[]',
  -- Id of the catalogue of activities («A6»), if known.
  activity_kind text,
  deadline_text text,
  responsible_text text,
  result_text text,
  condition_text text,
  -- A conditional item sleeps until woken.
  awake boolean not null default true,
  state text not null check (state in ('planned', 'inProgress', 'reported', 'done', 'overdue', 'postponed', 'cancelled', 'notRequired')),
  state_reason text,
  -- Marked when the item differs from the edition that this one amends.
  changed text check (changed in ('added', 'changed', 'moved')),
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, roadmap_id) references roadmaps (tenant_id, id),
  foreign key (tenant_id, stage_id) references roadmap_stages (tenant_id, id)
);
create index items_by_roadmap on roadmap_items (tenant_id, roadmap_id, position);
create index items_by_words on roadmap_items using gin (to_tsvector('russian', title || ' ' || coalesce(measure, '') || ' ' || coalesce(result_text, '')));

create table item_parties (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('person', 'post', 'body', 'organization')),
  name text,
  post text,
  -- Who the words mean, where somebody said so; else they are resolved by post and name each day.
  person_id uuid,
  body_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references roadmap_items (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references people (tenant_id, id),
  foreign key (tenant_id, body_id) references bodies (tenant_id, id)
);
create index parties_by_item on item_parties (tenant_id, item_id, position);

create table item_occurrences (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  -- Stable name of the occurrence within its deadline: the same key survives a re-reading of the words.
  key text not null,
  kind text not null check (kind in ('fixed', 'continuous', 'onDemand', 'external')),
  starts_on date,
  due_on date,
  original_due_on date,
  state text not null check (state in ('planned', 'inProgress', 'reported', 'done', 'overdue', 'postponed', 'cancelled', 'notRequired')),
  state_reason text,
  done_on date,
  note text,
  reported_by uuid,
  confirmed_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, item_id, key),
  foreign key (tenant_id, item_id) references roadmap_items (tenant_id, id) on delete cascade,
  check ((state in ('reported', 'done')) = (done_on is not null))
);
create index occurrences_by_due on item_occurrences (tenant_id, due_on) where state in ('planned', 'inProgress', 'overdue', 'postponed');

create table evidence (
  tenant_id uuid not null,
  id uuid not null,
  occurrence_id uuid not null,
  kind text not null check (kind in ('file', 'link', 'document')),
  title text not null,
  url text,
  file_id uuid,
  document_number text,
  document_date date,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, occurrence_id) references item_occurrences (tenant_id, id) on delete cascade,
  foreign key (tenant_id, file_id) references files (tenant_id, id),
  check ((kind = 'file') = (file_id is not null)),
  check ((kind = 'link') = (url is not null)),
  check ((kind = 'document') = (document_number is not null and document_date is not null))
);
create index evidence_by_occurrence on evidence (tenant_id, occurrence_id);

create table roadmap_approvals (
  tenant_id uuid not null,
  id uuid not null,
  roadmap_id uuid not null,
  kind text not null check (kind in ('approved', 'agreed', 'adopted')),
  body text,
  person text,
  post text,
  date date,
  document_kind text check (document_kind in ('order', 'minutes')),
  document_number text,
  document_date date,
  decision text,
  authority text,
  file_id uuid,
  -- Read from the school's own file rather than given here.
  imported boolean not null default false,
  recorded_by uuid,
  recorded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, roadmap_id) references roadmaps (tenant_id, id) on delete cascade,
  foreign key (tenant_id, file_id) references files (tenant_id, id)
);

create table roadmap_snapshots (
  tenant_id uuid not null,
  id uuid not null,
  roadmap_id uuid not null,
  taken_at timestamptz not null,
  cause text not null check (cause in ('approved', 'closed')),
  content jsonb not null,
  sha256 text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, roadmap_id) references roadmaps (tenant_id, id)
);

-- What a school hands to its authority to be agreed: a copy without evidence, states or people's cards.
-- The only rows that two tenants see: the school that asked and the authority that was asked.
create table agreement_requests (
  tenant_id uuid not null references organizations,
  id uuid not null,
  authority_tenant_id uuid not null,
  roadmap_id uuid not null,
  organization_name text not null,
  title text not null,
  content jsonb not null,
  state text not null check (state in ('asked', 'agreed', 'returned', 'withdrawn')),
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_on date,
  person text,
  post text,
  comment text,
  -- The school has put the decision into its roadmap.
  taken_over boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, roadmap_id) references roadmaps (tenant_id, id)
);
create unique index one_open_request on agreement_requests (tenant_id, roadmap_id) where state = 'asked';
create index requests_of_authority on agreement_requests (authority_tenant_id, state);
