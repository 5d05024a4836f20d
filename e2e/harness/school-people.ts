import { TOTP, URI } from 'otpauth';
import type { APIRequestContext, Page } from 'playwright-core';
import { done, PASSWORD, type Person } from './organizations.ts';

/** What makes the people of a school through its API, for journeys whose subject comes after. */

/** Switches the second step on, as pages of people ask of curator, director and data protection officer; the session stays signed in. */
export async function switchSecondFactorOn(api: APIRequestContext, password = PASSWORD): Promise<TOTP> {
  const { totpURI } = await done<{ totpURI: string }>(api.post('/api/auth/two-factor/enable', { data: { password } }));
  const phone = URI.parse(totpURI) as TOTP;
  await done(api.post('/api/auth/two-factor/verify-totp', { data: { code: phone.generate() } }));
  return phone;
}

/** The same for a page that is signed in already; its next screens open people's data. */
export async function openPeople(page: Page, password = PASSWORD): Promise<TOTP> {
  const origin = new URL(page.url()).origin;
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`/api/auth/two-factor${path}`, { data, headers: { origin } });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
    return (await answer.json()) as { totpURI: string };
  };
  const { totpURI } = await post('/enable', { password });
  const phone = URI.parse(totpURI) as TOTP;
  await post('/verify-totp', { code: phone.generate() });
  return phone;
}

/** Signs in by the page whoever has the second step on already. */
export async function signInWithCode(page: Page, person: Person, phone: TOTP): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Логин или электронная почта').fill(person.login);
  await page.getByLabel('Пароль', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.getByLabel('Код из приложения').fill(phone.generate());
  await page.getByRole('button', { name: 'Подтвердить' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

export type ClassSeed = { readonly grade: number; readonly letter: string; readonly schoolYear: number };

/** A class; with `teacherId`, its class teacher from the first of September. */
export async function makeClass(api: APIRequestContext, seed: ClassSeed, teacherId?: string): Promise<string> {
  const { id } = await done<{ id: string }>(api.post('/api/v1/classes', { data: seed }));
  if (teacherId) {
    const body = { personId: teacherId, startedOn: `${seed.schoolYear}-09-01` };
    await done(api.post(`/api/v1/classes/${id}/teachers`, { data: body }));
  }
  return id;
}

export type PupilSeed = {
  /** «Фамилия Имя Отчество» */
  readonly name: string;
  readonly birthDate: string;
  readonly classId: string;
  readonly enrolledOn: string;
};

export async function makePupil(api: APIRequestContext, seed: PupilSeed): Promise<string> {
  const { name, ...rest } = seed;
  const data = { ...partsOf(name), email: null, phone: null, snils: null, ...rest, evenSo: true };
  return (await done<{ id: string }>(api.post('/api/v1/pupils', { data }))).id;
}

export type ParentSeed = {
  readonly name: string;
  readonly childId: string;
  readonly kind: 'mother' | 'father' | 'adoptiveParent' | 'guardian' | 'trustee';
  readonly startedOn: string;
  /** Whether somebody has looked at the document of authority. */
  readonly verified?: boolean;
};

/** A parent of the child, with a birth certificate as document. Answers the ids of the person and of the representation. */
export async function makeParent(
  api: APIRequestContext,
  seed: ParentSeed,
): Promise<{ personId: string; representationId: string }> {
  const { id: representationId } = await done<{ id: string }>(
    api.post(`/api/v1/persons/${seed.childId}/representatives`, {
      data: {
        who: { is: 'new', ...partsOf(seed.name), email: null, phone: null, birthDate: null, evenSo: true },
        kind: seed.kind,
        document: { kind: 'Свидетельство о рождении', number: 'I-АБ 100200', date: null },
        startedOn: seed.startedOn,
      },
    }),
  );
  if (seed.verified ?? true) await done(api.post(`/api/v1/representations/${representationId}/verify`));
  const card = await done<{ representatives: { id: string; person: { id: string } }[] }>(
    api.get(`/api/v1/persons/${seed.childId}`),
  );
  const own = card.representatives.find((each) => each.id === representationId);
  if (!own) throw new Error('the new representative does not stand on the card of the child');
  return { personId: own.person.id, representationId };
}

/** The one-time code of a person as the class sheet prints it. */
export async function accessCode(
  api: APIRequestContext,
  personId: string,
): Promise<{ code: string; link: string; login: string }> {
  const { codes } = await done<{ codes: { code: string; link: string; login: string }[] }>(
    api.post('/api/v1/access-codes', { data: { personIds: [personId] } }),
  );
  const [first] = codes;
  if (!first) throw new Error('no code was given');
  return first;
}

/** Comes in by a code through the API; afterwards the person signs in with this login and `PASSWORD`. */
export async function comeInByCode(guest: APIRequestContext, given: { code: string; login: string }): Promise<void> {
  const data = { token: given.code, login: given.login, password: PASSWORD };
  await done(guest.post('/api/v1/invitations/accept', { data }));
}

function partsOf(name: string): { familyName: string; givenName: string; patronymic: string | null } {
  const [familyName = '', givenName = '', patronymic] = name.split(' ');
  return { familyName, givenName, patronymic: patronymic ?? null };
}
