import type { classSheetAnswer, peopleSheetAnswer } from '@nastavnik/contracts/consents';
import { can, type Tie } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Consent } from '@nastavnik/domain/consents/consent';
import type { ConsentKind } from '@nastavnik/domain/consents/consent-kinds';
import { holdsOn } from '@nastavnik/domain/consents/coverage';
import { renewalsOf } from '@nastavnik/domain/consents/renewals';
import { requiredSigners } from '@nastavnik/domain/consents/required-signers';
import { age } from '@nastavnik/domain/people/age';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { operatorLacks, operatorOf } from '../consent-templates/door.ts';
import { classNamed, peopleBesideClasses, pupilsOfClass } from './classes.queries.ts';
import { registerNumber, type StoredConsent } from './consent.queries.ts';
import { isMinorToday, mayRead } from './consent.view.ts';
import { coverageFor, type KnownPerson, knowPeople, named, needsOf } from './consent-facts.ts';
import { stepOf } from './next-step.ts';

type Answer = z.infer<typeof classSheetAnswer>;
type Cell = Answer['rows'][number]['cells'][number];

type Sheet = z.infer<typeof peopleSheetAnswer>;

const OF_PUPILS: readonly ConsentKind[] = ['processing', 'participation', 'dissemination'];
const OF_OTHERS: readonly ConsentKind[] = ['processing', 'mentoringDuty', 'employeeThirdParty', 'dissemination'];

/** «Согласия класса»: who has returned which paper, and what comes next for each. A view of every minor's card. */
export async function seeClassSheet(tx: Writing, caller: Caller, classId: string): Promise<Answer> {
  const name = await classNamed(tx, caller.tenantId, classId);
  const personIds = await pupilsOfClass(tx, caller, classId);
  const ties = await tiesTo(tx, caller, personIds);
  const maySee = (personId: string) => can(caller, 'consent.see', ties.get(personId) ?? []);
  if (personIds.length === 0 ? !can(caller, 'consent.see') : !personIds.every(maySee)) {
    throw new Refusal('access.denied', { action: 'consent.see' });
  }
  return { class: { id: classId, name }, ...(await sheetOf(tx, caller, { personIds, ties, kinds: OF_PUPILS })) };
}

/** The same of those who take part and sit in no class: employees, students, people of partners. */
export async function seePeopleSheet(tx: Writing, caller: Caller): Promise<Sheet> {
  const reach = can(caller, 'consents.register')
    ? 'everybody'
    : can(caller, 'consent.issue', ['employee'])
      ? 'employees'
      : undefined;
  if (!reach) throw new Refusal('access.denied', { action: 'consents.register' });
  const personIds = await peopleBesideClasses(tx, caller, reach);
  return sheetOf(tx, caller, { personIds, ties: await tiesTo(tx, caller, personIds), kinds: OF_OTHERS });
}

type Asked = {
  readonly personIds: readonly string[];
  readonly ties: ReadonlyMap<string, readonly Tie[]>;
  readonly kinds: readonly ConsentKind[];
};

async function sheetOf(tx: Writing, caller: Caller, { personIds, ties, kinds }: Asked): Promise<Sheet> {
  const known = await knowPeople(tx, caller.tenantId, personIds, caller.today);
  const rows: Sheet['rows'] = [];
  for (const personId of personIds) {
    const person = known.get(personId)!;
    if (isMinorToday(person.subject, caller)) await recordCardView(tx, caller, personId, 'consents');
    rows.push(rowOf(caller, person, { kinds, ties: ties.get(personId) ?? [] }));
  }
  const may = (action: 'consent.issue' | 'consent.read' | 'consent.file') =>
    personIds.length > 0 && personIds.every((id) => can(caller, action, ties.get(id) ?? []));
  return {
    kinds: [...kinds],
    rows,
    operatorLacks: operatorLacks(await operatorOf(tx, caller.tenantId)),
    may: {
      issue: may('consent.issue'),
      print: may('consent.read'),
      file: may('consent.file'),
      remind: may('consent.issue'),
    },
  };
}

type Shown = { readonly kinds: readonly ConsentKind[]; readonly ties: readonly Tie[] };

function rowOf(caller: Caller, person: KnownPerson, { kinds, ties }: Shown): Answer['rows'][number] {
  const { today } = caller;
  const { subject } = person;
  const { birthDate, personId } = subject.facts;
  const missing = needsOf(person, today).flatMap((need) => coverageFor(person, need, today).missing);
  return {
    person: { id: personId, name: subject.name, place: subject.place },
    age: birthDate === null ? null : age(birthDate, today),
    participant: person.forms.length > 0,
    cells: kinds.map((kind) => cellOf(caller, person, { kind, ties })),
    step: missing[0] ? stepOf(named(missing[0], subject)) : null,
  };
}

/** Of several papers of a kind the one that matters: on its way to replace, else in force, else the last. */
function cellOf(
  caller: Caller,
  person: KnownPerson,
  { kind, ties }: { readonly kind: ConsentKind; readonly ties: readonly Tie[] },
): Cell {
  const { today } = caller;
  const { subject, consents } = person;
  const ofKind = consents.filter(({ consent }) => consent.kind === kind);
  const rank = ({ consent }: StoredConsent) =>
    ['valid', 'partiallySigned', 'issued', 'draft'].indexOf(consent.state) + 1 || 9;
  const told = ofKind.toSorted((one, other) => rank(one) - rank(other))[0];
  if (!told) {
    const needed = requiredSigners(kind, subject.facts, today);
    const state = typeof needed === 'string' && needed !== 'signers.birth-date-missing' ? 'notNeeded' : 'notAsked';
    const nothing = { consentId: null, number: null, validTo: null, waitsFor: [], remindedAt: null };
    return { kind, state, ...nothing, may: { read: false } };
  }
  const { consent } = told;
  return {
    kind,
    state: wordOf(person, told, today),
    consentId: consent.id,
    number: registerNumber(told),
    validTo: consent.state === 'valid' ? consent.validTo : null,
    waitsFor: (isWaiting(consent) ? consent.signers : [])
      .filter(({ assentOnly, signature }) => !assentOnly && signature === null)
      .map(({ printedName }) => printedName),
    remindedAt: told.remindedAt?.toISOString() ?? null,
    may: { read: mayRead(caller, told, ties) },
  };
}

function isWaiting({ state }: Consent): boolean {
  return state === 'draft' || state === 'issued' || state === 'partiallySigned';
}

function wordOf(person: KnownPerson, { consent, printedAt }: StoredConsent, today: PlainDate): Cell['state'] {
  switch (consent.state) {
    case 'draft':
    case 'issued':
      return printedAt ? 'printed' : 'issued';
    case 'partiallySigned':
      return 'oneOfTwo';
    case 'valid':
      return validWord(person, consent, today);
    case 'refused':
      return 'refused';
    case 'withdrawn':
    case 'invalidated':
      return 'withdrawn';
    case 'expired':
      return 'expired';
    case 'superseded':
      return consent.endReason === 'notNeeded' ? 'notNeeded' : 'expired';
  }
}

function validWord({ subject }: KnownPerson, consent: Consent, today: PlainDate): Cell['state'] {
  const facts = { subject: subject.facts, representations: subject.representations };
  if (!holdsOn(consent, facts, today)) return 'expired';
  const isDue = renewalsOf(consent, facts, today).some(
    ({ action, standing }) => action === 'newDocument' && standing !== 'upcoming',
  );
  return isDue || consent.needsRenewalBy !== null ? 'needsRenewal' : 'valid';
}
