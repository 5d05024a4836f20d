-- The organisation that set the server up; its administrator adds the others (a municipality with its schools).
alter table organizations add column is_host boolean not null default false;
create unique index one_host on organizations (is_host) where is_host;
update organizations set is_host = true where tenant_id = (select tenant_id from organizations order by created_at limit 1);
