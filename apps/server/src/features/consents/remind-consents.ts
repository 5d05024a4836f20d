import type { remindConsentsAnswer } from '@nastavnik/contracts/consents';
import { can } from '@nastavnik/domain/access/can';
import { isMinor } from '@nastavnik/domain/people/age';
import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { fill, remind, textsOf } from '../reminders/door.ts';
import { consentsById, type StoredConsent } from './consent.queries.ts';
import { accountsOf } from './consent.view.ts';

/**
 * Reminds those whose signature is awaited: with an account by a notice, once a day; without one by a slip to hand out.
 * @throws consent.not-found, access.denied for any of them
 */
export async function remindConsents(
  tx: Writing,
  deps: Pick<Deps, 'mailer' | 'publicUrl'>,
  caller: Caller,
  consentIds: readonly string[],
): Promise<z.infer<typeof remindConsentsAnswer>> {
  const waiting = await waitingConsents(tx, caller, consentIds);
  const text = (await textsOf(tx, caller.tenantId)).consentAsked;
  const accounts = await accountsOf(tx, caller.tenantId, waiting.flatMap(waitingSigners));
  const names = await givenNames(tx, caller, [...accounts]);
  const answer: z.infer<typeof remindConsentsAnswer> = { noticed: [], onPaper: [] };
  for (const stored of waiting) {
    const { id } = stored.consent;
    const reached = waitingSigners(stored).filter((personId) => accounts.has(personId));
    for (const personId of reached) {
      const link = deps.publicUrl ? `${deps.publicUrl}/sign/${id}` : '';
      await remind(tx, deps, caller, {
        personId,
        kind: 'consentAsked',
        key: `consentAsked:${id}:${caller.today}`,
        text: fill(text, { имя: names.get(personId) ?? GREETING, ссылка: link }),
        roadmapId: null,
        itemId: null,
      });
    }
    (reached.length > 0 ? answer.noticed : answer.onPaper).push(id);
  }
  await tx
    .updateTable('consents')
    .set({ reminded_at: caller.now })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', 'in', [...answer.noticed, ...answer.onPaper])
    .execute();
  for (const { consent } of waiting) {
    await recordEvent(tx, caller, { type: 'consent.reminded', object: { kind: 'consent', id: consent.id } });
  }
  return answer;
}

/** Those of the documents that wait for a signature; the caller may ask for each of them. */
export async function waitingConsents(
  tx: Reading,
  caller: Caller,
  consentIds: readonly string[],
): Promise<StoredConsent[]> {
  const ids = [...new Set(consentIds)];
  const all = await consentsById(tx, caller.tenantId, ids);
  if (all.length < ids.length) throw new Refusal('consent.not-found');
  const ties = await tiesTo(tx, caller, [...new Set(all.map(({ consent }) => consent.subjectId))]);
  for (const { consent } of all) {
    if (!can(caller, 'consent.issue', ties.get(consent.subjectId) ?? [])) {
      throw new Refusal('access.denied', { action: 'consent.issue' });
    }
  }
  const waiting = all.filter(({ consent }) => consent.state === 'issued' || consent.state === 'partiallySigned');
  if (waiting.length === 0) throw new Refusal('consent.nobody');
  return waiting;
}

export function waitingSigners({ consent }: StoredConsent): string[] {
  return consent.signers
    .filter(({ assentOnly, signature }) => !assentOnly && signature === null)
    .map(({ personId }) => personId);
}

/** RULE-40: the mail of a minor is read by others too; a letter to a child names nobody, not even the child. */
const GREETING = 'Здравствуйте';

/** Of those who are of age, as far as anybody knows. */
async function givenNames(
  tx: Reading,
  { tenantId, today }: Caller,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('people as p')
    .leftJoin('pupils as u', (join) => join.onRef('u.tenant_id', '=', 'p.tenant_id').onRef('u.person_id', '=', 'p.id'))
    .select(['p.id', 'p.given_name', 'p.patronymic', 'p.birth_date', 'u.person_id as pupil'])
    .where('p.tenant_id', '=', tenantId)
    .where('p.id', 'in', [...ids])
    .execute();
  const grown = rows.filter(({ birth_date, pupil }) => (birth_date ? !isMinor(birth_date, today) : pupil === null));
  return new Map(grown.map((row) => [row.id, [row.given_name, row.patronymic].filter(Boolean).join(' ')]));
}
