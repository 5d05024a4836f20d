import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { DemandKind } from '@nastavnik/domain/consents/demands';
import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

export type DemandRow = {
  readonly id: string;
  readonly kind: DemandKind;
  readonly person_id: string;
  readonly person_name: string;
  readonly asked_by: string | null;
  readonly asked_name: string | null;
  readonly received_on: PlainDate;
  readonly due_on: PlainDate;
  readonly text: string;
  readonly extended_reason: string | null;
  readonly done_on: PlainDate | null;
  readonly answer: string | null;
  readonly consent_number: string | null;
};

const NAME = (alias: string) =>
  sql.raw(`${alias}.family_name || ' ' || ${alias}.given_name || coalesce(' ' || ${alias}.patronymic, '')`);

/** Demands under a condition over `subject_demands d`, the most urgent first. */
export async function demandRows(
  tx: Reading,
  tenantId: string,
  condition: RawBuilder<unknown>,
  lock = false,
): Promise<DemandRow[]> {
  const { rows } = await sql<DemandRow>`
    select d.id, d.kind, d.person_id, ${NAME('p')} as person_name, d.asked_by, ${NAME('a')} as asked_name, d.received_on,
      d.due_on, d.text, d.extended_reason, d.done_on, d.answer, 'С-' || c.number || '/' || c.year as consent_number
    from subject_demands d
    join people p on p.tenant_id = d.tenant_id and p.id = d.person_id
    left join people a on a.tenant_id = d.tenant_id and a.id = d.asked_by
    left join consents c on c.tenant_id = d.tenant_id and c.id = d.consent_id
    where d.tenant_id = ${tenantId} and ${condition}
    order by d.done_on is not null, d.due_on, d.id limit 500 ${lock ? sql`for update of d` : sql``}`.execute(tx);
  return rows;
}
