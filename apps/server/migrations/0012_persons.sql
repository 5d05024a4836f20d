-- One record per person and organisation; what the person is stands in the tables after it: employee, pupil,
-- representative, somebody from outside. A person may be several at once.
alter table people
  add column birth_date date,
  add column snils text check (snils ~ '^\d{11}$'),
  -- A decision that makes a person of 16 or 17 of full capacity; without its document it does not count.
  add column emancipated_on date,
  add column emancipation_document text,
  add column under_guardianship boolean not null default false,
  -- Whose record went into whose; the row stays for the undo and for what was signed under it.
  add column merged_into uuid,
  -- RULE-15: from here on the data lie still; RULE-16: from here on they are gone and the name is a code.
  add column blocked_at timestamptz,
  add column erased_at timestamptz,
  -- Names as they are searched: small letters, ё as е.
  add column search_name text generated always as (
    translate(lower(family_name || ' ' || given_name || coalesce(' ' || patronymic, '')), 'ё', 'е')
  ) stored,
  add check ((emancipated_on is null) = (emancipation_document is null)),
  add foreign key (tenant_id, merged_into) references people (tenant_id, id);
-- Full 18 years on a day; born on 29 February, on 1 March (PRIVACY §1).
create function is_of_age(born date, on_day date) returns boolean language sql immutable as $$
  select on_day >= case when to_char(born, 'MMDD') = '0229' then make_date(extract(year from born)::int + 18, 3, 1)
    else (born + interval '18 years')::date end
$$;
create unique index people_by_snils on people (tenant_id, snils) where merged_into is null and erased_at is null;
create index people_by_search_name on people using gin (search_name gin_trgm_ops);
create index people_by_birth on people (tenant_id, birth_date);

create table employees (
  tenant_id uuid not null,
  person_id uuid not null,
  personnel_number text,
  -- Teaching experience counts from here; years served elsewhere are in it already.
  teaching_since date,
  education text,
  subjects text[] not null default '{}',
  category text check (category in ('highest', 'first', 'conformity', 'none')),
  category_until date,
  employed_on date,
  dismissed_on date check (dismissed_on >= employed_on),
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
insert into employees (tenant_id, person_id) select tenant_id, id from people;

create table classes (
  tenant_id uuid not null references organizations,
  id uuid not null,
  -- 2025 is the school year 2025/26.
  school_year integer not null check (school_year between 2000 and 2100),
  grade integer not null check (grade between 0 and 11),
  letter text not null default '',
  -- The class of the year before that this one continues.
  previous_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, previous_id) references classes (tenant_id, id)
);
create unique index class_names on classes (tenant_id, school_year, grade, lower(letter));

create table class_teachers (
  tenant_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  person_id uuid not null,
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  primary key (tenant_id, id),
  foreign key (tenant_id, class_id) references classes (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id),
  exclude using gist (tenant_id with =, class_id with =, person_id with =, (daterange(started_on, ended_on, '[]')) with &&)
);
create index class_teachers_by_person on class_teachers (tenant_id, person_id);

create table pupils (
  tenant_id uuid not null,
  person_id uuid not null,
  study_form text not null default 'fullTime' check (study_form in ('fullTime', 'partTime', 'extramural', 'family', 'home')),
  enrolled_on date,
  left_on date check (left_on >= enrolled_on),
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);

create table class_places (
  tenant_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  person_id uuid not null,
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  primary key (tenant_id, id),
  foreign key (tenant_id, class_id) references classes (tenant_id, id),
  foreign key (tenant_id, person_id) references pupils (tenant_id, person_id),
  -- A pupil sits in one class at a time.
  exclude using gist (tenant_id with =, person_id with =, (daterange(started_on, ended_on, '[]')) with &&)
);
create index class_places_by_class on class_places (tenant_id, class_id);

-- Students and people of partners: neither employees nor pupils of this organisation.
create table outsiders (
  tenant_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('student', 'partner')),
  organization text not null,
  post text,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);

create table representations (
  tenant_id uuid not null,
  id uuid not null,
  representative_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('mother', 'father', 'adoptiveParent', 'guardian', 'trustee', 'authority')),
  -- Birth certificate, guardianship act: RULE-08 asks for the document and for who looked at it.
  document_kind text,
  document_number text,
  document_date date,
  verified_by uuid,
  verified_on date,
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  -- The other parent says no: publication stops, the director decides.
  objected_on date,
  objection_note text,
  primary key (tenant_id, id),
  check (representative_id <> child_id),
  check ((verified_by is null) = (verified_on is null)),
  check (verified_on is null or document_kind is not null),
  foreign key (tenant_id, representative_id) references people (tenant_id, id),
  foreign key (tenant_id, child_id) references people (tenant_id, id),
  foreign key (tenant_id, verified_by) references people (tenant_id, id),
  exclude using gist (
    tenant_id with =, representative_id with =, child_id with =, (daterange(started_on, ended_on, '[]')) with &&
  )
);
create index representations_by_child on representations (tenant_id, child_id);

-- Kept with the consents that need them and seen by those who check them alone.
create table identity_documents (
  tenant_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('passport', 'birthCertificate', 'foreignPassport', 'residencePermit', 'other')),
  number text not null,
  issued_on date,
  issuer text,
  address text not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);

-- Children by age on a day: counted from the pupils or typed in where the school keeps its list elsewhere.
create table contingent_counts (
  tenant_id uuid not null references organizations,
  on_day date not null,
  age integer not null check (age between 0 and 30),
  number integer not null check (number >= 0),
  primary key (tenant_id, on_day, age)
);

create table person_merges (
  tenant_id uuid not null references organizations,
  id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  -- What moved and what both records held, enough to part them again.
  trace jsonb not null,
  merged_by uuid not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, kept_id) references people (tenant_id, id),
  foreign key (tenant_id, gone_id) references people (tenant_id, id)
);

-- Lists that a school brings as a sheet: read, tried dry, then applied whole or not at all.
create table list_imports (
  tenant_id uuid not null references organizations,
  id uuid not null,
  kind text not null check (kind in ('employees', 'pupils', 'representatives', 'classes', 'contingent')),
  state text not null check (state in ('received', 'checking', 'checked', 'applying', 'applied', 'failed', 'discarded')),
  file_id uuid not null,
  mapping jsonb,
  result jsonb,
  done_rows integer not null default 0,
  total_rows integer,
  failure text,
  created_by uuid not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references files (tenant_id, id)
);

-- How the columns of a school's own sheet were understood, by the words of its header.
create table column_mappings (
  tenant_id uuid not null references organizations,
  kind text not null,
  header_key text not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (tenant_id, kind, header_key)
);
