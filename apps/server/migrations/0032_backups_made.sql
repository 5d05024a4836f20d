-- Backups hold everybody who was there when they were made, also those whose data have been destroyed since: the act of
-- destruction names them. A backup is of the whole server and belongs to no tenant.
create table backups_made (
  id uuid not null primary key,
  file_name text not null,
  made_at timestamptz not null,
  -- The last day on which the school keeps it, where that was said.
  kept_until date
);
grant select on backups_made to nastavnik_app;
