-- The state of an item follows from its occurrences and the day (an item is late at midnight, without anybody writing
-- it down): a column would only drift from the truth.
drop index items_by_roadmap_state;
alter table roadmap_items drop column state;

-- A delivery is begun once: who begins it says when, so that a letter whose sender died is seen.
alter table mail_deliveries add column begun_at timestamptz;
