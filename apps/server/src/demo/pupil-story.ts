import type { ParticipantCommandBody } from '@nastavnik/contracts/participants';
import type { Role } from '@nastavnik/domain/access/roles';
import { saveIdentity } from '../features/consents/identity.ts';
import { issueConsents } from '../features/consents/issue-consents.ts';
import { refuseInAccount } from '../features/consents/refuse-consent.ts';
import { signInAccount, templateOf } from '../features/consents/sign-consent.ts';
import { withdrawInAccount } from '../features/consents/withdraw-consent.ts';
import { commandParticipant } from '../features/participants/command-participant.ts';
import { nominateOne, participantsById } from '../features/participants/door.ts';
import { commandRequest, openRequest } from '../features/requests/write-request.ts';
import type { Caller } from '../platform/caller.ts';
import type { Writing } from '../platform/db/transactions.ts';
import type { DemoClass, DemoPupil, DemoStep } from './demo-families.ts';
import type { Settled } from './live-demo-year.ts';

/** What stands around a story: who acts, on which day of the school year, and what they choose from. */
export type Year = {
  readonly callers: Settled['callers'];
  readonly on: (caller: Caller, days: number) => Caller;
  /** So many days ago, but not before that day of the school year: what sets a term running has to be fresh. */
  readonly lately: (caller: Caller, daysAgo: number, notBefore: number) => Caller;
  readonly formId: string;
  readonly themeId: (name: string) => string;
  readonly caller: (personId: string, name: string, roles: readonly Role[]) => Caller;
};
export type Family = { readonly pupil: DemoPupil; readonly pupilId: string; readonly motherId: string };

const SIGNED: readonly DemoStep[] = ['inBank', 'withRequest', 'mentors', 'withdrawn'];

/** From the class teacher's word to where the family stands today. */
export async function pupilStory(tx: Writing, year: Year, { teacher }: DemoClass, family: Family): Promise<void> {
  const { pupil, pupilId } = family;
  if (pupil.step === 'listed') return;
  const { formId, on } = year;
  const curator = year.callers['curator']!;
  const role = pupil.step === 'mentors' ? 'mentor' : 'mentee';
  const record = await nominateOne(tx, on(year.callers[teacher]!, 20), { personId: pupilId, role, formId });
  if (pupil.step === 'nominated') return;
  await give(tx, on(curator, 22), record, { command: 'invite' });
  await give(tx, on(curator, 23), record, { command: 'requestConsents' });
  await papers(tx, on(curator, 23), family);
  const { issued } = await issueConsents(tx, on(curator, 24), {
    personIds: [pupilId],
    classId: null,
    kinds: [],
    formId,
  });
  const consents = issued.map(({ consentId }) => consentId);
  const signers = {
    [pupilId]: on(year.caller(pupilId, pupil.name, ['mentee']), 27),
    [family.motherId]: on(year.caller(family.motherId, pupil.mother, ['legalRepresentative']), 28),
  };
  const [first, second] = consents;
  // One paper is whole, of the other a signature is awaited.
  if (first && second && pupil.step === 'partlySigned') {
    await sign(tx, signers, first, 2);
    await sign(tx, signers, second, 1);
  }
  const mother = signers[family.motherId]!;
  if (first && pupil.step === 'refused') await refuseInAccount(tx, year.lately(mother, 12, 28), first);
  if (!SIGNED.includes(pupil.step)) return;
  for (const consent of consents) await sign(tx, signers, consent, 2);
  await give(tx, on(curator, 30), record, { command: 'enterBank' });
  if (pupil.step === 'withRequest') await request(tx, year, { teacher, record, signers, family });
  if (first && pupil.step === 'withdrawn') await withdrawInAccount(tx, year.lately(mother, 9, 30), first);
}

export async function give(
  tx: Writing,
  caller: Caller,
  record: string,
  command: ParticipantCommandBody,
): Promise<void> {
  const [row] = await participantsById(tx, caller.tenantId, [record]);
  await commandParticipant(tx, caller, record, { version: row!.version, command, evenSo: false });
}

async function papers(tx: Writing, curator: Caller, { pupil, pupilId, motherId }: Family): Promise<void> {
  const address = `г. Приозёрск, ул. Лесная, д. ${pupil.name.length}`;
  for (const personId of [pupilId, motherId]) {
    const number = `87 00 ${personId.slice(-6)}`;
    await saveIdentity(tx, curator, personId, { kind: 'passport', number, issuedOn: null, issuer: null, address });
  }
}

/** So many of the signers read the text and sign it in their accounts, with all its lines ticked. */
export async function sign(
  tx: Writing,
  callers: Readonly<Record<string, Caller>>,
  consentId: string,
  most: number,
): Promise<void> {
  const { tenantId } = Object.values(callers)[0]!;
  const rows = await tx
    .selectFrom('consent_signers')
    .innerJoin('consents', (join) =>
      join.onRef('consents.tenant_id', '=', 'consent_signers.tenant_id').onRef('consents.id', '=', 'consent_id'),
    )
    .select(['consent_signers.person_id', 'consents.document_hash'])
    .where('consent_signers.tenant_id', '=', tenantId)
    .where('consent_id', '=', consentId)
    .orderBy('consent_signers.person_id')
    .execute();
  for (const row of rows.slice(0, most)) {
    const caller = callers[row.person_id]!;
    const purposes = (await templateOf(tx, caller, consentId)).purposes.map(({ code }) => code);
    await signInAccount(tx, caller, consentId, { documentHash: row.document_hash ?? '', purposes });
  }
}

const NEEDS = {
  project: {
    theme: 'Учебный или исследовательский проект',
    description: 'Хочет подготовить проект по биологии и не знает, с чего начать',
    wishedResult: 'Выступить с проектом на школьной конференции',
    urgency: 'calm',
  },
  algebra: {
    theme: 'Помощь по предмету',
    description: 'Трудно даётся алгебра после перехода из другой школы',
    wishedResult: 'Уверенно решать задачи своего класса',
    urgency: 'soon',
  },
} as const;

async function request(
  tx: Writing,
  { on, callers, themeId }: Year,
  story: { teacher: string; record: string; signers: Readonly<Record<string, Caller>>; family: Family },
): Promise<void> {
  const [teacher, mother] = [callers[story.teacher]!, story.signers[story.family.motherId]!];
  const { theme, description, wishedResult, urgency } = NEEDS[story.family.pupil.need ?? 'project'];
  const id = await openRequest(tx, on(teacher, 34), story.record, {
    source: 'classTeacher',
    foundOn: on(teacher, 33).today,
    themeId: themeId(theme),
    description,
    wishedResult,
    urgency,
    preferences: { mentorAge: null, subject: null, place: 'atSchool', times: 'после уроков' },
    evenSo: false,
  });
  await commandRequest(tx, on(mother, 36), id, { version: 1, command: { command: 'submit' }, evenSo: false });
  await commandRequest(tx, on(callers['curator']!, 38), id, {
    version: 2,
    command: { command: 'accept' },
    evenSo: false,
  });
}
