-- The policy of processing where the school has no page of its own for it (RULE-41); null: the wording that is shipped.
alter table organizations add column policy_text text;
