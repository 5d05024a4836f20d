-- Banks go page by page in the order of names: the index gives a page without sorting everybody.
create index people_in_bank_order on people (tenant_id, search_name, id);
-- Who is in no bank any more: few, and subtracted from the number of participants that another index counts alone.
create index people_gone on people (tenant_id, id)
  where erased_at is not null or merged_into is not null or blocked_at is not null;
