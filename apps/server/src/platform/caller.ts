import type { Role } from '@nastavnik/domain/access/roles';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';

/** A signed-in member of one organisation, as known at this request. Rights are read afresh for each request. */
export type Caller = {
  readonly userId: string;
  readonly tenantId: string;
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** RULE-33: a role of this person asks for a second factor, and there is none. */
  readonly secondFactorNeeded: boolean;
  /** The administrator who looks through this person's eyes; null for everybody who is oneself. */
  readonly seenBy: { readonly personId: string; readonly name: string; readonly endsAt: Date } | null;
  /** The organisation is the one that set the server up. */
  readonly host: boolean;
  /** The calendar day in the organisation's zone. */
  readonly today: PlainDate;
  readonly now: Date;
};
