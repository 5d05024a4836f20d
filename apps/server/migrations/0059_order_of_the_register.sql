-- The register of a past day asks for the last change of each participant before it: the index has them the newest first,
-- with the state beside, so that ten years of changes are neither sorted nor fetched.
drop index participant_changes_by_participant;
create index participant_changes_newest_first on participant_changes
  (tenant_id, participant_id, on_day desc, at desc, version desc) include (to_state);
