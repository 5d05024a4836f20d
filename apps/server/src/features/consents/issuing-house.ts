import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { MentoringForm } from '@nastavnik/domain/participants/mentoring-form';
import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  installShipped,
  type Operator,
  operatorLacks,
  operatorOf,
  type StoredTemplate,
  templatesInUse,
} from '../consent-templates/door.ts';
import { formsById } from '../mentoring-forms/door.ts';
import { allowedPlaces } from '../resources/door.ts';
import { lockRegister } from './save-consent.queries.ts';

/** Everything of the school that stands on its consents, gathered once for many of them. */
export type IssuingHouse = {
  readonly today: PlainDate;
  readonly operator: Operator;
  readonly templates: readonly StoredTemplate[];
  /** Addresses where something may be disseminated (RULE-24). */
  readonly places: readonly string[];
  readonly forms: ReadonlyMap<string, MentoringForm>;
  readonly cycle: { readonly id: string; readonly title: string; readonly endedOn: PlainDate } | null;
};

/** Locks the register of consents until the end of the transaction. @throws operator.incomplete (RULE-04) */
export async function issuingHouse(tx: Writing, actor: Actor & { readonly today: PlainDate }): Promise<IssuingHouse> {
  const operator = await operatorOf(tx, actor.tenantId);
  const lacks = operatorLacks(operator);
  if (lacks.length > 0) throw new Refusal('operator.incomplete', { lacks });
  await lockRegister(tx, actor.tenantId);
  await installShipped(tx, actor.tenantId, actor.now);
  const forms = await formsById(tx, actor.tenantId);
  return {
    today: actor.today,
    operator,
    templates: await templatesInUse(tx, actor.tenantId),
    places: (await allowedPlaces(tx, actor.tenantId)).map(({ address }) => address),
    forms: new Map([...forms].map(([id, { form }]) => [id, form])),
    cycle: await cycleOn(tx, actor.tenantId, actor.today),
  };
}

/** The cycle of the day, or the next to begin; without one a consent has no end of its own yet. */
async function cycleOn(tx: Writing, tenantId: string, today: PlainDate): Promise<IssuingHouse['cycle']> {
  const row = await tx
    .selectFrom('program_cycles')
    .select(['id', 'title', 'ended_on'])
    .where('tenant_id', '=', tenantId)
    .where('ended_on', '>=', today)
    .orderBy('started_on')
    .orderBy('id')
    .executeTakeFirst();
  return row ? { id: row.id, title: row.title, endedOn: row.ended_on } : null;
}
