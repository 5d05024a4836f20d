import { saveIdentity } from '../features/consents/identity.ts';
import { issueConsents } from '../features/consents/issue-consents.ts';
import { saveCard } from '../features/mentors/keep-card.ts';
import { addAchievement, recordClearance, recordInterview, recordTraining } from '../features/mentors/prove.ts';
import { nominateOne } from '../features/participants/door.ts';
import type { Writing } from '../platform/db/transactions.ts';
import { give, sign, type Year } from './pupil-story.ts';

/** The teacher who mentors: from her own word to the selection, with everything that it asks for. */
export async function mentorStory(tx: Writing, year: Year): Promise<void> {
  const { on, callers, formId } = year;
  const [curator, mentor] = [callers['curator']!, callers['mentor']!];
  const interviewer = callers['psychologist'] ?? curator;
  const { personId } = mentor;
  const record = await nominateOne(tx, on(mentor, 12), { personId, role: 'mentor', formId: null });
  await give(tx, on(curator, 13), record, { command: 'invite' });
  await give(tx, on(curator, 14), record, { command: 'requestConsents' });
  const address = 'г. Приозёрск, наб. Озёрная, д. 3';
  const paper = { kind: 'passport', number: '87 05 112233', issuedOn: null, issuer: null, address } as const;
  await saveIdentity(tx, on(mentor, 14), personId, paper);
  const asked = { personIds: [personId], classId: null, kinds: [], formId: null };
  const { issued } = await issueConsents(tx, on(curator, 15), asked);
  for (const { consentId } of issued) await sign(tx, { [personId]: on(mentor, 16) }, consentId, 1);
  await give(tx, on(curator, 17), record, { command: 'enterBank' });
  await saveCard(tx, on(mentor, 18), personId, { version: 1, card: { ...CARD, forms: [formId] }, evenSo: false });
  await addAchievement(tx, on(mentor, 18), personId, {
    evenSo: false,
    field: 'Олимпиады',
    title: 'Подготовила призёров муниципальной олимпиады по математике',
    achievedOn: on(mentor, 0).today,
    proof: { kind: 'order', reference: 'приказ управления образования № 214' },
  });
  await recordInterview(tx, on(interviewer, 25), record, {
    heldOn: on(interviewer, 25).today,
    outcome: 'recommended',
    note: null,
    evenSo: false,
  });
  await recordClearance(tx, on(curator, 26), personId, {
    certificateNumber: '011/204518-Е',
    certificateDate: on(curator, 4).today,
    passed: true,
  });
  await recordTraining(tx, on(curator, 40), personId, {
    title: 'Школа наставника',
    organizer: 'Институт развития образования',
    hours: 36,
    completedOn: on(curator, 39).today,
    documentNumber: '1847',
  });
  await give(tx, on(curator, 42), record, { command: 'select' });
}

const CARD = {
  competences: ['mathematics', 'olympiad-preparation'],
  experienceYears: 14,
  motives: [],
  interests: ['шахматы', 'походы'],
  menteeAges: { from: 12, to: 17 },
  hoursAWeek: 2,
  times: [{ weekday: 3, from: 14 * 60, to: 16 * 60 }],
  places: ['atSchool' as const],
  distanceKm: null,
  topicsNotToTake: '',
  trainingNeeded: '',
  capacity: 2,
  accepting: true,
};
