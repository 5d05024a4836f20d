-- «Это другой человек»: who said of two like records that they are two people, so that nobody is asked of them again.
create table people_apart (
  tenant_id uuid not null references organizations,
  one_id uuid not null,
  other_id uuid not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (tenant_id, one_id, other_id),
  foreign key (tenant_id, one_id) references people (tenant_id, id),
  foreign key (tenant_id, other_id) references people (tenant_id, id),
  foreign key (tenant_id, said_by) references people (tenant_id, id)
);
create index people_apart_by_other on people_apart (tenant_id, other_id);
