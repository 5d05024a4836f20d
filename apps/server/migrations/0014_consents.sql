-- Wording and scope as data, in versions; a version in use is never changed.
create table consent_templates (
  tenant_id uuid not null references organizations,
  id uuid not null,
  kind text not null check (kind in (
    'processing', 'dissemination', 'participation', 'mentoringDuty', 'special', 'employeeThirdParty'
  )),
  audience text not null check (audience in ('adult', 'representative', 'pupil')),
  version integer not null,
  -- Purposes, data, receivers and term: when this changes, old consents do not reach what is new (RULE-13).
  scope_version integer not null,
  template jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  in_use_since timestamptz,
  retired_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, kind, audience, version)
);
create unique index one_template_in_use on consent_templates (tenant_id, kind, audience)
  where in_use_since is not null and retired_at is null;

-- One document, one act, one file (RULE-02).
create table consents (
  tenant_id uuid not null,
  id uuid not null,
  -- In the register of consents of its year.
  number integer not null,
  year integer not null,
  kind text not null,
  person_id uuid not null,
  cycle_id uuid,
  form_id uuid,
  template_id uuid not null,
  state text not null check (state in (
    'draft', 'issued', 'partiallySigned', 'valid', 'expired', 'refused', 'withdrawn', 'superseded', 'invalidated'
  )),
  -- The text as it was signed, with the names of that day.
  document jsonb not null,
  -- Of a dissemination: what may go where. Empty until the person chooses.
  choices jsonb,
  issued_on date,
  printed_at timestamptz,
  reminded_at timestamptz,
  valid_from date,
  valid_to date,
  ended_on date,
  end_reason text,
  renewal_of uuid,
  needs_renewal_by date,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, year, number),
  foreign key (tenant_id, person_id) references people (tenant_id, id),
  foreign key (tenant_id, cycle_id) references program_cycles (tenant_id, id),
  foreign key (tenant_id, form_id) references mentoring_forms (tenant_id, id),
  foreign key (tenant_id, template_id) references consent_templates (tenant_id, id),
  foreign key (tenant_id, renewal_of) references consents (tenant_id, id)
);
create index consents_by_person on consents (tenant_id, person_id, kind, state);
create index consents_by_state on consents (tenant_id, state, valid_to);
-- One live document of a kind: asking twice would leave two truths.
create unique index one_live_consent on consents (tenant_id, person_id, kind, coalesce(form_id, tenant_id))
  where state in ('draft', 'issued', 'partiallySigned', 'valid') and needs_renewal_by is null and renewal_of is null;

create table consent_signers (
  tenant_id uuid not null,
  consent_id uuid not null,
  person_id uuid not null,
  side text not null check (side in ('subject', 'representative', 'guardian', 'employer')),
  representation_id uuid,
  -- A child from 10 says «я согласен» beside the representative; the document is valid without it in law.
  assent_only boolean not null default false,
  signed_on date,
  signed_at timestamptz,
  method text check (method in ('paper', 'simpleESign', 'qualifiedESign')),
  signature_file_id uuid,
  signed_name text,
  filed_by uuid,
  filed_at timestamptz,
  refused_at timestamptz,
  primary key (tenant_id, consent_id, person_id),
  foreign key (tenant_id, consent_id) references consents (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id),
  foreign key (tenant_id, representation_id) references representations (tenant_id, id),
  foreign key (tenant_id, signature_file_id) references files (tenant_id, id)
);
create index consent_signers_by_person on consent_signers (tenant_id, person_id);

-- The file of a paper consent: the scan of all its pages. The same bytes twice are the same scan.
create table consent_scans (
  tenant_id uuid not null,
  id uuid not null,
  consent_id uuid not null,
  file_id uuid not null,
  sha256 text not null,
  batch_id uuid,
  filed_by uuid not null,
  filed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, consent_id, sha256),
  foreign key (tenant_id, consent_id) references consents (tenant_id, id),
  foreign key (tenant_id, file_id) references files (tenant_id, id)
);

-- Many papers in one PDF, parted by their QR.
create table scan_batches (
  tenant_id uuid not null references organizations,
  id uuid not null,
  file_id uuid not null,
  sha256 text not null,
  state text not null check (state in ('received', 'splitting', 'split', 'filed', 'failed')),
  result jsonb,
  failure text,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, sha256),
  foreign key (tenant_id, file_id) references files (tenant_id, id)
);

-- What a person asks of the operator, with the term the law gives (RULE-14…19, 36, 37).
create table subject_demands (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in (
    'withdrawal', 'stopProcessing', 'stopDissemination', 'information', 'correction', 'unlawful'
  )),
  received_on date not null,
  received_by uuid,
  asked_by uuid,
  consent_id uuid,
  text text not null default '',
  due_on date not null,
  extended_reason text,
  done_on date,
  done_by uuid,
  answer text,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id),
  foreign key (tenant_id, consent_id) references consents (tenant_id, id)
);
create index subject_demands_open on subject_demands (tenant_id, due_on) where done_on is null;

-- What somebody has to do by a day: renew at 14 or 18, stop an outer page, destroy.
create table duty_tasks (
  tenant_id uuid not null references organizations,
  id uuid not null,
  kind text not null,
  -- One task per cause: a sweep that runs twice finds it here.
  key text not null,
  person_id uuid,
  consent_id uuid,
  demand_id uuid,
  data jsonb not null default '{}',
  due_on date not null,
  created_at timestamptz not null,
  done_on date,
  done_by uuid,
  proof text,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
create index duty_tasks_open on duty_tasks (tenant_id, due_on) where done_on is null;

-- What must be destroyed, when, and why; the act and the log prove it (RULE-16, 38).
create table erasures (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  ground text not null check (ground in ('withdrawal', 'refusal', 'purposeReached', 'unlawful', 'demand')),
  due_on date not null,
  warned_at timestamptz,
  run_id uuid,
  cancelled_at timestamptz,
  cancel_reason text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index erasures_open on erasures (tenant_id, due_on) where run_id is null and cancelled_at is null;

create table destruction_runs (
  tenant_id uuid not null references organizations,
  id uuid not null,
  number integer not null,
  ran_at timestamptz not null,
  ran_by uuid,
  subjects integer not null,
  act_file_id uuid,
  log_file_id uuid,
  keep_until date not null,
  primary key (tenant_id, id)
);
alter table erasures add foreign key (tenant_id, run_id) references destruction_runs (tenant_id, id);

-- Full name and tax numbers that a consent names the operator by, and the notice to the supervisor (RULE-04, 41).
alter table organizations
  add column address text,
  add column inn text,
  add column ogrn text,
  add column rkn_registry_number text,
  add column policy_url text,
  add column consent_method_account boolean not null default true;
