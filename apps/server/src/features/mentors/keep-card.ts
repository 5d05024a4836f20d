import type { saveCardBody } from '@nastavnik/contracts/mentors';
import { cardFaults } from '@nastavnik/domain/participants/card-faults';
import { DEFAULT_COMPETENCES } from '@nastavnik/domain/participants/competences';
import { isInBank } from '@nastavnik/domain/participants/participant-states';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { demandNoSpecialData } from '../../platform/special-data.ts';
import { permitAbout } from '../../platform/ties.ts';
import { demandScope } from '../consents/door.ts';
import { formsById } from '../mentoring-forms/door.ts';
import { cardForRules, participationsOf } from '../participants/door.ts';

/** The school's own limit of load is asked when a pair is formed (G-LOAD). */
const MOST_MENTEES = 30;
const NAMES: ReadonlyMap<string, string> = new Map(DEFAULT_COMPETENCES.map(({ id, name }) => [id, name]));

/** What the card says of the person (RULE-13). */
const WRITTEN = { purpose: 'matching', dataItems: ['competences', 'preferences'], receiver: null } as const;

/** The card exists from the bank on: before a consent nothing of it may be written (RULE-01, RULE-03). */
export async function demandInBank(tx: Writing, caller: Caller, personId: string): Promise<void> {
  const rows = await participationsOf(tx, caller.tenantId, personId);
  if (!rows.some((row) => row.role === 'mentor' && isInBank(row.state))) {
    throw new Refusal('participant.consent-required');
  }
}

export async function saveCard(
  tx: Writing,
  caller: Caller,
  personId: string,
  body: z.infer<typeof saveCardBody>,
): Promise<void> {
  await permitAbout(tx, caller, 'competence.edit', personId);
  await demandInBank(tx, caller, personId);
  const row = await tx
    .selectFrom('competence_cards')
    .select('version')
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('participant.consent-required');
  if (row.version !== body.version) throw new Refusal('card.changed-meanwhile');
  await demandScope(tx, caller, personId, WRITTEN);
  const forms = [...(await formsById(tx, caller.tenantId)).keys()];
  const faults = cardFaults(cardForRules(body.card), {
    forms: new Set(forms),
    competences: new Set(NAMES.keys()),
    limit: MOST_MENTEES,
  });
  if (faults.length > 0) throw new Refusal('card.unsound', { faults });
  const { topicsNotToTake, trainingNeeded, motives, interests } = body.card;
  demandNoSpecialData([topicsNotToTake, trainingNeeded, ...motives, ...interests], body.evenSo);
  const { accepting, capacity, ...card } = body.card;
  const search = [...card.competences.map((id) => NAMES.get(id) ?? ''), ...card.interests, ...card.motives].join(' ');
  await sql`
    update competence_cards set card = ${JSON.stringify(card)}::jsonb, accepting = ${accepting}, max_mentees = ${capacity},
      version = version + 1, search_text = to_tsvector('russian', ${search})
    where tenant_id = ${caller.tenantId} and person_id = ${personId}`.execute(tx);
  await recordEvent(tx, caller, { type: 'card.changed', object: { kind: 'person', id: personId } });
}
