-- What the rules of a consent need beside the first tables.
alter table consents
  -- The row of the signing table by which it was issued (PRIVACY §1).
  add column signing_group text check (signing_group in (
    'underFourteen', 'fourteenToSeventeen', 'emancipated', 'adult', 'employee', 'underGuardianship'
  )),
  -- SHA-256 of the document: what was shown is what is signed.
  add column document_hash text,
  -- Somebody's name is another one today; the document stays (RULE-13 asks for nothing here).
  add column name_changed boolean not null default false;

alter table consent_signers
  add column position integer not null default 0,
  -- As it stands on the document.
  add column printed_name text not null default '',
  -- The day on which the signature came in; `signed_on` is the day that stands under it.
  add column filed_on date,
  add column refused_on date,
  -- Purposes ticked by this signer; what all have ticked is what is allowed.
  add column ticks jsonb;

-- The director's decision on the other parent's objection (RULE-08).
alter table representations
  add column objection_settled_on date,
  add column objection_settled_by uuid,
  add column objection_decision text;

-- The pages of the batch are read in a process apart and counted as they come.
alter table scan_batches
  add column done_pages integer not null default 0,
  add column total_pages integer;

alter table destruction_runs add unique (tenant_id, number);

-- From here on the cycle is numbers without persons (RULE-39).
alter table program_cycles
  add column depersonalised_at timestamptz,
  add column depersonalised_by uuid;
