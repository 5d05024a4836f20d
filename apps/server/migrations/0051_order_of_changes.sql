-- The version that the participant had after the change: two changes of one moment keep their order.
alter table participant_changes add column version integer not null default 0;
