-- Categories of teachers as mentees that somebody has marked: ids of domain/people/teacher-categories, or the school's
-- own words. What a rule can tell is not written down: it changes with the day.
create table teacher_categories (
  tenant_id uuid not null references organizations,
  person_id uuid not null,
  category text not null check (length(category) between 1 and 100),
  marked_by uuid not null,
  marked_on date not null,
  primary key (tenant_id, person_id, category),
  foreign key (tenant_id, person_id) references people (tenant_id, id),
  foreign key (tenant_id, marked_by) references people (tenant_id, id)
);
-- Full years from one day to another, as ages are counted: from 29 February they are full on 1 March.
create function full_years(since date, on_day date) returns integer language sql immutable as $$
  select extract(year from on_day)::int - extract(year from since)::int
    - case when to_char(on_day, 'MMDD') < to_char(since, 'MMDD') then 1 else 0 end
$$;
