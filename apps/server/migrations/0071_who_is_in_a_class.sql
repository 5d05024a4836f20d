-- Who is in a class, or in all classes of a grade, on a day: from the index alone.
drop index class_places_by_class;
create index class_places_by_class on class_places (tenant_id, class_id) include (person_id, started_on, ended_on);
