import type { issueConsentsAnswer, issueConsentsBody } from '@nastavnik/contracts/consents';
import { can } from '@nastavnik/domain/access/can';
import type { ConsentKind } from '@nastavnik/domain/consents/consent-kinds';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { enabledForm } from '../mentoring-forms/door.ts';
import { personSummaries, standRefusal, takeForm } from '../participants/door.ts';
import { pupilsOfClass } from './classes.queries.ts';
import { knowPeople } from './consent-facts.ts';
import { issueOne } from './issue-one.ts';
import { type IssuingHouse, issuingHouse } from './issuing-house.ts';
import { type Participation, participationsOfPeople, wantedDocuments } from './wanted-documents.ts';

type Answer = z.infer<typeof issueConsentsAnswer>;

/**
 * Consents for a class or a choice of people: each person and kind by itself, one document each (RULE-02); whoever cannot
 * be asked is told of with the reason.
 * @throws operator.incomplete while the school's own ★ fields are empty; person.not-found, access.denied for any of them
 */
export async function issueConsents(
  tx: Writing,
  caller: Caller,
  body: z.infer<typeof issueConsentsBody>,
): Promise<Answer> {
  const ofClass = body.classId === null ? [] : await pupilsOfClass(tx, caller, body.classId);
  const personIds = [...new Set([...body.personIds, ...ofClass])];
  if (personIds.length === 0) throw new Refusal('consent.nobody');
  await permitEach(tx, caller, personIds);
  const house = await issuingHouse(tx, caller);
  const known = await knowPeople(tx, caller.tenantId, personIds, caller.today);
  const participations = Map.groupBy(
    await participationsOfPeople(tx, caller.tenantId, personIds),
    ({ personId }) => personId,
  );
  const chosen = body.formId === null ? null : await enabledForm(tx, caller.tenantId, body.formId);
  const summaries = await personSummaries(tx, caller, personIds);
  const answer: Answer = { issued: [], skipped: [] };
  for (const personId of personIds) {
    const person = known.get(personId)!;
    const theirs = participations.get(personId) ?? [];
    for (const wanted of wantedOf(body, person.subject.facts, theirs, house, caller)) {
      const isChosenNow = wanted.kind === 'participation' && chosen !== null && wanted.formId === body.formId;
      const unfit = isChosenNow && standRefusal(chosen, wanted.role, summaries.get(personId)!, caller.today);
      if (unfit) {
        answer.skipped.push(skipped(personId, person.subject.name, wanted.kind, unfit));
        continue;
      }
      const made = await issueOne(tx, caller, house, person, {
        ...wanted,
        // Somebody who said no is asked again only by name, never in a crowd (RULE-10).
        askAgain: personIds.length === 1,
        ...(body.representativeId ? { representativeId: body.representativeId } : {}),
      });
      if ('refused' in made) {
        answer.skipped.push({
          ...skipped(personId, person.subject.name, wanted.kind, made.refused),
          ...(made.templateId ? { templateId: made.templateId } : {}),
        });
      } else {
        answer.issued.push({ consentId: made.consentId, personId, kind: wanted.kind });
        if (isChosenNow && wanted.formId) await takeForm(tx, caller, personId, wanted.role, wanted.formId);
      }
    }
  }
  return answer;
}

async function permitEach(tx: Writing, caller: Caller, personIds: readonly string[]): Promise<void> {
  const ties = await tiesTo(tx, caller, personIds);
  for (const personId of personIds) {
    const own = ties.get(personId);
    if (!own) throw new Refusal('person.not-found');
    if (!can(caller, 'consent.issue', own)) throw new Refusal('access.denied', { action: 'consent.issue' });
  }
}

function wantedOf(
  body: z.infer<typeof issueConsentsBody>,
  subject: Parameters<typeof wantedDocuments>[0],
  participations: readonly Participation[],
  house: IssuingHouse,
  caller: Caller,
) {
  const wanted = wantedDocuments(subject, participations, house.forms, caller.today);
  if (body.kinds.length === 0) return wanted.filter(({ before, required }) => before === 'bank' && required);
  return body.kinds
    .map(
      (kind) =>
        wanted.find((each) => each.kind === kind) ?? {
          kind,
          formId: kind === 'participation' ? body.formId : null,
          role: 'mentee' as const,
        },
    )
    .map((each) => (each.kind === 'participation' ? { ...each, formId: each.formId ?? body.formId } : each));
}

function skipped(personId: string, name: string, kind: ConsentKind, code: string): Answer['skipped'][number] {
  return { personId, name, kind, code };
}
