-- Pages that are filed leave the pile: the file holds what still waits, and goes with the last of it. `sha256` stays that
-- of the file as it was brought, by which the same pile is known again.
alter table scan_batches
  alter column file_id drop not null,
  add column name text not null default '';
update scan_batches b set name = f.name from files f where f.tenant_id = b.tenant_id and f.id = b.file_id;
alter table scan_batches add check (file_id is not null or state = 'filed');
