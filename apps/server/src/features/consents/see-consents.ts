import type {
  consentsOfPersonAnswer,
  myConsentsAnswer,
  registerAnswer,
  registerQuery,
} from '@nastavnik/contracts/consents';
import { can } from '@nastavnik/domain/access/can';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { permitAbout, tiesTo } from '../../platform/ties.ts';
import { formsById } from '../mentoring-forms/door.ts';
import { consentsOfSigner, registerRows } from './consent.queries.ts';
import { isMinorToday, maySee, summariesOf } from './consent.view.ts';
import { coverageFor, knowPeople, named } from './consent-facts.ts';
import { stepOf } from './next-step.ts';
import { participationsOfPeople, wantedDocuments } from './wanted-documents.ts';

/** What one person needs, has and lacks. A view of a minor's card. */
export async function seeConsentsOfPerson(
  tx: Writing,
  caller: Caller,
  personId: string,
): Promise<z.infer<typeof consentsOfPersonAnswer>> {
  const ties = await permitAbout(tx, caller, 'consent.see', personId);
  const person = (await knowPeople(tx, caller.tenantId, [personId], caller.today)).get(personId)!;
  const { subject } = person;
  if (isMinorToday(subject, caller)) await recordCardView(tx, caller, personId, 'consents');
  const forms = new Map([...(await formsById(tx, caller.tenantId))].map(([id, { form }]) => [id, form]));
  const participations = await participationsOfPeople(tx, caller.tenantId, [personId]);
  const visible = person.consents.filter((stored) => maySee(caller, stored, ties));
  const summaries = await summariesOf(tx, caller, visible, new Map([[personId, subject]]));
  return {
    person: { id: personId, name: subject.name, place: subject.place },
    needed: wantedDocuments(subject.facts, participations, forms, caller.today).map((wanted) => {
      const [missing] = coverageFor(person, { kind: wanted.kind, formId: wanted.formId }, caller.today).missing;
      const same = summaries.filter(
        ({ kind, form }) => kind === wanted.kind && (wanted.formId === null || form?.id === wanted.formId),
      );
      return {
        kind: wanted.kind,
        required: wanted.required ?? false,
        before: wanted.before ?? 'bank',
        step: missing ? stepOf(named(missing, subject)) : null,
        consent: same.find(({ id }) => id === missing?.consentId) ?? same[0] ?? null,
      };
    }),
    consents: summaries,
    may: {
      issue: can(caller, 'consent.issue', ties),
      recordWithdrawal: can(caller, 'consent.recordWithdrawal', ties),
    },
  };
}

/** What waits for the caller's own signature, and what bears it: the own documents and those of the children. */
export async function seeMyConsents(tx: Reading, caller: Caller): Promise<z.infer<typeof myConsentsAnswer>> {
  const all = await consentsOfSigner(tx, caller.tenantId, caller.personId);
  const ties = await tiesTo(tx, caller, [...new Set(all.map(({ consent }) => consent.subjectId))]);
  const mine = all.filter((stored) => maySee(caller, stored, ties.get(stored.consent.subjectId) ?? []));
  const summaries = await summariesOf(tx, caller, mine);
  const waits = new Set(
    mine
      .filter(
        ({ consent }) =>
          ['issued', 'partiallySigned', 'valid'].includes(consent.state) &&
          consent.signers.some(
            ({ personId, signature, assentOnly }) =>
              personId === caller.personId && signature === null && (assentOnly || consent.state !== 'valid'),
          ),
      )
      .map(({ consent }) => consent.id),
  );
  return {
    toSign: summaries.filter(({ id }) => waits.has(id)),
    signed: summaries.filter(({ id }) => !waits.has(id)),
  };
}

/** The register of consents of a year; what has ended stands in it for the data protection officer alone (RULE-18). */
export async function seeRegister(
  tx: Reading,
  caller: Caller,
  query: z.infer<typeof registerQuery>,
): Promise<z.infer<typeof registerAnswer>> {
  permit(caller, 'consents.register');
  const rows = await registerRows(tx, caller.tenantId, {
    year: query.year ?? Number(caller.today.slice(0, 4)),
    state: query.state,
    kind: query.kind,
    search: query.search,
    after: query.after,
    limit: query.limit + 1,
    endedToo: can(caller, 'consent.seeEnded'),
  });
  const page = rows.slice(0, query.limit);
  return {
    rows: await summariesOf(tx, caller, page),
    next: rows.length > query.limit ? (page.at(-1)?.number ?? null) : null,
  };
}
