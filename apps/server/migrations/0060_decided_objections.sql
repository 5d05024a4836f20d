-- RULE-08: the director decides either way. True: the objection stands, nothing of the child is published.
alter table representations add column objection_upheld boolean;
update representations set objection_upheld = false where objection_settled_on is not null;
alter table representations add check ((objection_settled_on is null) = (objection_upheld is null));
