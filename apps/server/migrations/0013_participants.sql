-- Forms of mentoring are data: the shipped ones and the school's own. Which are on is decided by a meeting (A10).
create table mentoring_forms (
  tenant_id uuid not null references organizations,
  id uuid not null,
  -- Of a shipped form its code; null for the school's own.
  code text,
  name text not null,
  definition jsonb not null,
  enabled boolean not null default false,
  version integer not null default 1,
  primary key (tenant_id, id)
);
create unique index mentoring_form_names on mentoring_forms (tenant_id, lower(name));
create unique index mentoring_form_codes on mentoring_forms (tenant_id, code) where code is not null;

create table form_decisions (
  tenant_id uuid not null,
  id uuid not null,
  form_id uuid not null,
  enabled boolean not null,
  decided_on date not null,
  -- «протокол № 2»
  document text not null,
  note text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, form_id) references mentoring_forms (tenant_id, id)
);

-- One record per person, role and cycle (LIFECYCLE 4.3).
create table participants (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  cycle_id uuid not null,
  form_id uuid,
  state text not null check (state in (
    'nominated', 'invited', 'consentPending', 'inBank', 'selected', 'assigned', 'active', 'completed',
    'waiting', 'refused', 'rejected', 'withdrawn', 'suspended', 'excluded'
  )),
  state_since date not null,
  selected_on date,
  suspended_until date,
  source text not null check (source in ('classTeacher', 'association', 'office', 'self', 'partner', 'event', 'lastYear')),
  nominated_by uuid,
  -- A participation carried over from last year waits for «актуализация».
  confirmed_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, role, cycle_id),
  foreign key (tenant_id, person_id) references people (tenant_id, id),
  foreign key (tenant_id, cycle_id) references program_cycles (tenant_id, id),
  foreign key (tenant_id, form_id) references mentoring_forms (tenant_id, id)
);
create index participants_by_state on participants (tenant_id, cycle_id, role, state);

-- Every change of state with the day it counts from: the register of any past date is read from here.
create table participant_changes (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  on_day date not null,
  at timestamptz not null,
  command text not null,
  from_state text,
  to_state text not null,
  form_id uuid,
  reason text,
  actor_person_id uuid,
  actor_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participants (tenant_id, id)
);
create index participant_changes_by_participant on participant_changes (tenant_id, participant_id, on_day, at);

-- Read by few; apart from the participant, so that no list of participants carries it by accident.
create table support_tags (
  tenant_id uuid not null,
  person_id uuid not null,
  set_by uuid not null,
  set_at timestamptz not null,
  -- Recommendations for the mentor's work, never a diagnosis (RULE-11).
  recommendation text,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);

-- «Мне это интересно», without a role yet (A18).
create table interests (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  cycle_id uuid not null,
  note text,
  declared_at timestamptz not null,
  taken_up_at timestamptz,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id),
  foreign key (tenant_id, cycle_id) references program_cycles (tenant_id, id)
);
create unique index one_open_interest on interests (tenant_id, person_id, cycle_id)
  where taken_up_at is null and withdrawn_at is null;

-- An event whose visitors sign up by a QR on the wall (B3, C2).
create table sign_up_events (
  tenant_id uuid not null references organizations,
  id uuid not null,
  title text not null,
  held_on date not null,
  place text,
  role text not null check (role in ('mentor', 'mentee')),
  code_hash text not null,
  -- The code is on a poster anyway; the office may print the poster again.
  code text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  created_by uuid not null,
  primary key (tenant_id, id)
);
create unique index sign_up_codes on sign_up_events (tenant_id, code_hash);

-- Only what RULE-03 allows before a consent.
create table sign_ups (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  full_name text not null,
  place text,
  adult_contact text,
  created_at timestamptz not null,
  state text not null check (state in ('new', 'taken', 'refused')),
  participant_id uuid,
  decided_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id) references sign_up_events (tenant_id, id),
  foreign key (tenant_id, participant_id) references participants (tenant_id, id)
);

create table request_themes (
  tenant_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  audience text not null check (audience in ('pupil', 'employee', 'student', 'any')),
  position integer not null,
  archived_at timestamptz,
  primary key (tenant_id, id)
);
create unique index request_theme_names on request_themes (tenant_id, lower(name)) where archived_at is null;

create table mentee_requests (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  theme_id uuid,
  -- Where the need was found (B1); several places of one theme are shown as one entry.
  source text not null check (source in (
    'personnelFile', 'methodWork', 'certification', 'questionnaire', 'classTeacher', 'self', 'event'
  )),
  found_on date not null,
  state text not null check (state in (
    'draft', 'submitted', 'accepted', 'inMatching', 'matched', 'closed', 'returned', 'redirected', 'cancelled'
  )),
  description text not null default '',
  wished_result text not null default '',
  urgency text not null default 'calm' check (urgency in ('calm', 'soon', 'urgent')),
  preferences jsonb not null default '{}',
  note text,
  redirected_to text check (redirected_to in ('psychologist', 'socialTeacher', 'speechTherapist', 'otherService')),
  closed_as text check (closed_as in ('solved', 'partly', 'notSolved')),
  submitted_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null default 1,
  search_text tsvector generated always as (to_tsvector('russian', description || ' ' || wished_result)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participants (tenant_id, id),
  foreign key (tenant_id, theme_id) references request_themes (tenant_id, id)
);
create index mentee_requests_by_participant on mentee_requests (tenant_id, participant_id);
create index mentee_requests_by_text on mentee_requests using gin (search_text);

-- What a mentor can do stays with the person over the years.
create table competence_cards (
  tenant_id uuid not null,
  person_id uuid not null,
  card jsonb not null,
  accepting boolean not null default true,
  max_mentees integer not null default 3 check (max_mentees between 1 and 30),
  confirmed_on date,
  version integer not null default 1,
  search_text tsvector not null default ''::tsvector,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index competence_cards_by_text on competence_cards using gin (search_text);

create table achievements (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  field text not null,
  title text not null,
  achieved_on date,
  proof_file_id uuid,
  proof_link text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id),
  foreign key (tenant_id, proof_file_id) references files (tenant_id, id)
);
create index achievements_by_person on achievements (tenant_id, person_id);

-- RULE-44: date, number, result, who looked; never the paper itself.
create table clearances (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  certificate_number text not null,
  certificate_date date not null,
  passed boolean not null,
  verified_by uuid not null,
  verified_on date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index clearances_by_person on clearances (tenant_id, person_id);

create table mentor_trainings (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  title text not null,
  organizer text,
  hours integer check (hours > 0),
  completed_on date not null,
  document_number text,
  -- The director let the person begin without training, and said why.
  waiver_reason text,
  recorded_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index mentor_trainings_by_person on mentor_trainings (tenant_id, person_id);

create table interviews (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  held_on date not null,
  interviewer_id uuid not null,
  outcome text not null check (outcome in ('recommended', 'recommendedLater', 'notRecommended')),
  note text,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participants (tenant_id, id),
  foreign key (tenant_id, interviewer_id) references people (tenant_id, id)
);

create table saved_filters (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  place text not null,
  name text not null,
  filter jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create unique index saved_filter_names on saved_filters (tenant_id, person_id, place, lower(name));

-- Every list that left the house: who took it, for what, of whom (RULE-40; the log of disclosures of «Мои данные»).
create table disclosures (
  tenant_id uuid not null references organizations,
  id uuid not null,
  at timestamptz not null,
  by_person_id uuid not null,
  by_name text not null,
  kind text not null,
  purpose text not null,
  receiver text,
  primary key (tenant_id, id)
);
create table disclosed_people (
  tenant_id uuid not null,
  disclosure_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, disclosure_id, person_id),
  foreign key (tenant_id, disclosure_id) references disclosures (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index disclosed_people_by_person on disclosed_people (tenant_id, person_id);

-- The roles a person holds: given by the office, and those that follow from what the person is. Read as the caller's
-- tenant, like the tables under it.
create view held_roles with (security_invoker = true) as
  select tenant_id, person_id, role, started_on, ended_on from role_assignments
  union all
  select tenant_id, person_id, 'classTeacher', started_on, ended_on from class_teachers
  union all
  select m.tenant_id, m.person_id, 'methodAssociationHead', m.started_on, m.ended_on
    from body_members m join bodies b on b.tenant_id = m.tenant_id and b.id = m.body_id
    where b.kind = 'methodAssociation' and b.removed_at is null and m.office = 'chair'
  union all
  -- A parent's power ends on the eve of the 18th birthday; born on 29 February, the child is of age on 1 March.
  select r.tenant_id, r.representative_id, 'legalRepresentative', r.started_on,
      case when c.under_guardianship then r.ended_on
        else least(r.ended_on, (c.birth_date + interval '18 years')::date - case when to_char(c.birth_date, 'MMDD') = '0229' then 0 else 1 end)
      end
    from representations r join people c on c.tenant_id = r.tenant_id and c.id = r.child_id
    where c.erased_at is null
  union all
  select p.tenant_id, p.person_id, p.role, p.state_since, null::date
    from participants p where p.state not in ('refused', 'rejected', 'withdrawn', 'excluded');
grant select on held_roles to nastavnik_app;
