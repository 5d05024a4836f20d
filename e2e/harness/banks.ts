import type { TOTP } from 'otpauth';
import type { APIRequestContext, Page } from 'playwright-core';
import type { World } from './journey.ts';
import { done, type Organization } from './organizations.ts';

/** What brings people into the banks through the API, for journeys whose subject comes after. */

const OPERATOR = {
  address: '169900, Приозёрск, ул. Садовая, 4',
  inn: '1100000000',
  ogrn: '1021100000000',
  accountSigning: true,
};

/** The paper of a grown-up, signed and brought back. */
export async function signOnPaper(api: APIRequestContext, personId: string): Promise<void> {
  await done(api.put('/api/v1/operator', { data: OPERATOR }));
  await done(
    api.put(`/api/v1/persons/${personId}/identity`, {
      data: { kind: 'passport', number: '8700 100200', issuedOn: null, issuer: null, address: 'Приозёрск' },
    }),
  );
  const { issued, skipped } = await done<{ issued: { consentId: string }[]; skipped: { code: string }[] }>(
    api.post('/api/v1/consents/issue', { data: { personIds: [personId], kinds: ['processing'] } }),
  );
  const [first] = issued;
  if (!first) throw new Error(`nothing was issued: ${skipped.map(({ code }) => code).join(', ')}`);
  await done(
    api.post(`/api/v1/consents/${first.consentId}/scan`, {
      multipart: {
        signedOn: '2024-09-10',
        by: personId,
        purposes: 'required',
        file: { name: 'Согласие.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) },
      },
    }),
  );
}

/** One empty page, as a scanner would give it. */
const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

/** Signs in with the password and, where the second step is on, with the code of the phone. */
export async function signedIn(world: World, school: Organization, key: string, phone?: TOTP): Promise<Page> {
  const page = await world.page(school.url);
  if (!phone) {
    await school.signIn(page, key);
    return page;
  }
  const person = school.people[key];
  await page.goto('/sign-in');
  await page.getByLabel('Логин или электронная почта').fill(person?.login ?? '');
  await page.getByLabel('Пароль', { exact: true }).fill(person?.password ?? '');
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.getByLabel('Код из приложения').fill(phone.generate());
  await page.getByRole('button', { name: 'Подтвердить' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}

const STEPS = ['invite', 'requestConsents', 'enterBank'] as const;

/** Proposes a grown-up whose paper is signed, and brings the record into the bank; answers its id. */
export async function bringIntoBank(
  api: APIRequestContext,
  personId: string,
  role: 'mentor' | 'mentee',
): Promise<string> {
  await signOnPaper(api, personId);
  const data = { role, formId: null, people: [{ personId }] };
  const { nominated } = await done<{ nominated: { participantId: string }[] }>(
    api.post('/api/v1/nominations', { data }),
  );
  const id = nominated[0]?.participantId ?? '';
  for (const [place, command] of STEPS.entries()) {
    const data = { version: place + 1, command: { command } };
    await done(api.post(`/api/v1/participants/${id}/commands`, { data }));
  }
  return id;
}

/** A request in its own words, left as a draft. */
export async function writeRequest(
  api: APIRequestContext,
  participantId: string,
  { theme, words, urgency = 'calm' }: { readonly theme: string; readonly words: string; readonly urgency?: string },
): Promise<string> {
  const { themes } = await done<{ themes: { id: string; name: string }[] }>(api.get('/api/v1/request-themes'));
  const data = {
    themeId: themes.find(({ name }) => name === theme)?.id,
    description: words,
    wishedResult: '',
    urgency,
    preferences: { mentorAge: null, subject: null, place: null, times: null },
    source: 'certification',
    foundOn: '2024-09-10',
  };
  const { id } = await done<{ id: string }>(api.post(`/api/v1/participants/${participantId}/requests`, { data }));
  return id;
}

/** The questionnaire, interview and certificate that a selection asks for. */
export async function makeReady(
  api: APIRequestContext,
  personId: string,
  participantId: string,
  competences: string[],
) {
  const { forms } = await done<{ forms: { id: string }[] }>(api.get('/api/v1/mentoring-forms'));
  const { version } = await done<{ version: number }>(api.get(`/api/v1/mentors/${personId}`));
  const card = {
    forms: [forms[0]?.id],
    competences,
    experienceYears: 12,
    motives: [],
    interests: [],
    menteeAges: null,
    hoursAWeek: 2,
    times: [{ weekday: 2, from: 900, to: 960 }],
    places: ['atSchool'],
    distanceKm: null,
    topicsNotToTake: '',
    trainingNeeded: '',
    capacity: 2,
    accepting: true,
  };
  await done(api.put(`/api/v1/mentors/${personId}/card`, { data: { version, card } }));
  const interview = { heldOn: '2024-09-10', outcome: 'recommended', note: null };
  await done(api.post(`/api/v1/participants/${participantId}/interviews`, { data: interview }));
  const clearance = { certificateNumber: '12', certificateDate: '2024-08-20', passed: true };
  await done(api.post(`/api/v1/mentors/${personId}/clearance`, { data: clearance }));
}
