-- What proves an achievement is a file, a link, or the number of a paper.
alter table achievements add column proof_kind text check (proof_kind in ('file', 'link', 'order', 'certificate', 'word'));
alter table achievements rename column proof_link to proof_reference;
alter table achievements add check ((proof_kind is null) = (proof_file_id is null and proof_reference is null));
