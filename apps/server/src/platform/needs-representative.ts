import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type RawBuilder, sql } from 'kysely';

/**
 * RULE-07 in a query: somebody else speaks for this person on the day. A parent's power ends at 18, and with an emancipation
 * that has its document (ГК art. 27); a court may give a grown-up a guardian.
 * @param person the alias of a row of `people`
 */
export function needsRepresentative(person: string, on: PlainDate): RawBuilder<boolean> {
  const p = (column: string) => sql.ref(column);
  return sql<boolean>`(${p(`${person}.under_guardianship`)} or (
    (${p(`${person}.birth_date`)} is null or not is_of_age(${p(`${person}.birth_date`)}, ${on}::date))
    and not coalesce(${p(`${person}.emancipated_on`)} <= ${on}::date and ${p(`${person}.emancipation_document`)} is not null, false)
  ))`;
}
