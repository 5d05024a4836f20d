-- Names are searched within one organisation: the tenant is the first key of the index as of every other.
create extension if not exists btree_gin;
drop index people_by_search_name;
create index people_by_search_name on people using gin (tenant_id, search_name gin_trgm_ops);
-- Lists go page by page in the order of the Russian alphabet.
create index people_in_order on people
  (tenant_id, family_name collate "ru-x-icu", given_name collate "ru-x-icu", id) where merged_into is null;

-- The forms of study of 273-ФЗ art. 17. Teaching at home is given on a doctor's paper and would tell about health (RULE-11).
alter table pupils drop constraint pupils_study_form_check;
alter table pupils
  add check (study_form in ('fullTime', 'mixed', 'extramural', 'family', 'selfEducation')),
  add column leaving_reason text check (leaving_reason in ('graduated', 'afterBasic', 'otherSchool', 'familyEducation', 'other')),
  add check (leaving_reason is null or left_on is not null);

-- «педагог-наставник», «педагог-методист»: beside the highest category, never instead of it.
alter table employees
  add column extra_categories text[] not null default '{}' check (extra_categories <@ array['mentorTeacher', 'methodologistTeacher']);

alter table list_imports
  add column version integer not null default 1,
  -- Guessed and confirmed meanings of the columns, with examples, as they are shown.
  add column columns jsonb,
  add column leave_out_errors boolean not null default false,
  add column expires_on date;

-- The rows of a sheet as they stand in it, and what would happen to each. They go when the import expires: a sheet is
-- one more copy of everybody's data.
create table list_import_rows (
  tenant_id uuid not null,
  import_id uuid not null,
  -- The number in the sheet, from 1.
  row integer not null,
  cells text[] not null,
  outcome text check (outcome in ('new', 'changed', 'unchanged', 'duplicateSuspected', 'error')),
  who text not null default '',
  -- Faults, remarks, changes and matches of domain/people-import.
  findings jsonb not null default '{}',
  -- Of a suspected duplicate: `new`, `leaveOut`, or the id of the person it is.
  decision text,
  primary key (tenant_id, import_id, row),
  foreign key (tenant_id, import_id) references list_imports (tenant_id, id)
);
create index list_import_rows_by_outcome on list_import_rows (tenant_id, import_id, outcome, row);

-- A school year is rolled over once.
create table year_roll_overs (
  tenant_id uuid not null references organizations,
  from_year integer not null,
  cycle_id uuid not null,
  result jsonb not null,
  applied_by uuid not null,
  applied_at timestamptz not null,
  primary key (tenant_id, from_year),
  foreign key (tenant_id, cycle_id) references program_cycles (tenant_id, id),
  foreign key (tenant_id, applied_by) references people (tenant_id, id)
);
