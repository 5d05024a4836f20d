-- The login that stands on the slip beside the code: no two open slips of a school name the same one.
alter table invitations add column suggested_login text;
