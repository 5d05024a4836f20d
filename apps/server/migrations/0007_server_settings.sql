-- What all processes of one server share and no tenant sees: the secret that signs sessions.
create table server_settings (
  key text not null primary key,
  value text not null
);
grant select, insert on server_settings to nastavnik_app;
