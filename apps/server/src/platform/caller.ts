import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Role } from '@nastavnik/domain/access/roles';

/** A signed-in member of one organisation, as known at this request. Rights are read afresh for each request. */
export type Caller = {
  readonly userId: string;
  readonly tenantId: string;
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The calendar day in the organisation's zone. */
  readonly today: PlainDate;
  readonly now: Date;
};
