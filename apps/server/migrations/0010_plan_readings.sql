-- What the words of a plan were read to mean, as a person confirmed it: of two meanings of «Февраль апрель» the chosen
-- one has to stay. The words themselves remain the source; a change of them is read anew.
alter table roadmap_items add column deadline_reading jsonb;
alter table roadmap_items add column result_reading jsonb;

-- Misspelt words are found by their three-letter groups.
create index items_by_likeness on roadmap_items using gin (title gin_trgm_ops);
create index people_by_likeness on people using gin ((family_name || ' ' || given_name || ' ' || coalesce(patronymic, '')) gin_trgm_ops);

-- Sweeps look for what is due in one tenant.
create index items_by_roadmap_state on roadmap_items (tenant_id, roadmap_id, state);
create index deliveries_by_state on mail_deliveries (tenant_id, state) where state in ('waiting', 'sending');
