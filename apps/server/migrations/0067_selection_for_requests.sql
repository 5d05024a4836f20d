-- C4: which requests of the year a mentor is taken for. A person proposes, nobody is paired by it; taken back, the line
-- stays with its day, so that the register of a past day says what was meant then.
create table request_answers (
  tenant_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  -- The participation of the mentor in the same period.
  mentor_id uuid not null,
  -- What spoke for and against on that day, in codes: whoever asks later why reads them.
  reasons jsonb not null default '[]',
  proposed_on date not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  taken_back_on date check (taken_back_on >= proposed_on),
  taken_back_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references mentee_requests (tenant_id, id),
  foreign key (tenant_id, mentor_id) references participants (tenant_id, id),
  check ((taken_back_on is null) = (taken_back_by is null))
);
create unique index one_standing_answer on request_answers (tenant_id, request_id, mentor_id) where taken_back_on is null;
create index request_answers_by_mentor on request_answers (tenant_id, mentor_id);

-- PC1: the council of methodists recommends a candidate before the director's order names the mentor.
create table council_recommendations (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  -- As the council was called on that day.
  council text not null,
  minutes_number text not null,
  decided_on date not null,
  words text not null,
  file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participants (tenant_id, id),
  foreign key (tenant_id, file_id) references files (tenant_id, id)
);
create index council_recommendations_by_participant on council_recommendations (tenant_id, participant_id);

-- Until which day a request stood: the register of a past day names the requests of that day.
alter table mentee_requests add column ended_on date;
create index mentee_requests_by_state on mentee_requests (tenant_id, state);
