-- Sign-in attacks are slowed per login and per address. Keys are hashes: a table of failures must not list logins.
create table auth.sign_in_failures (
  key text not null primary key,
  count integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
grant select, insert, update, delete on auth.sign_in_failures to nastavnik_app;
