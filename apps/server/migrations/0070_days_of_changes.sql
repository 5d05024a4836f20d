-- A line of the history holds from its day to the eve of the day of the next line of the same participant. That day is
-- written beside it, so that the register of a past day is asked of an index and not put together from ten years.
alter table participant_changes add column until_day date;
comment on column participant_changes.until_day is
  'The day of the next line of the participant; null for the last. Kept by the trigger below, whoever writes.';

create function lines_hold_until_the_next() returns trigger language plpgsql as $$
begin
  update participant_changes c set until_day = n.next_day
  from (
    select tenant_id, id, lead(on_day) over (partition by tenant_id, participant_id order by on_day, at, version) as next_day
    from participant_changes
    where (tenant_id, participant_id) in (select tenant_id, participant_id from written)
  ) n
  where c.tenant_id = n.tenant_id and c.id = n.id and c.until_day is distinct from n.next_day;
  return null;
end $$;
create trigger lines_hold_until_the_next after insert on participant_changes
  referencing new table as written for each statement execute function lines_hold_until_the_next();

update participant_changes c set until_day = n.next_day
from (
  select tenant_id, id, lead(on_day) over (partition by tenant_id, participant_id order by on_day, at, version) as next_day
  from participant_changes
) n
where c.tenant_id = n.tenant_id and c.id = n.id and n.next_day is not null;

create index participant_changes_in_bank on participant_changes (tenant_id, on_day, until_day)
  include (participant_id, to_state)
  where to_state in ('inBank', 'selected', 'waiting', 'assigned', 'active', 'suspended');
