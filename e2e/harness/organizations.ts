import { type APIRequestContext, type Page, request } from 'playwright-core';
import type { Application } from './application.ts';

export const PASSWORD = 'лось пьёт чай';

export type Person = {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly personId: string;
};

export type OrganizationSeed = {
  readonly name: string;
  readonly kind?: 'school' | 'kindergarten' | 'college' | 'additionalEducation' | 'municipality';
  /** Key → who: «Фамилия Имя Отчество», post, roles. The first is the administrator as well. */
  readonly people: Readonly<Record<string, { name: string; post: string; roles: readonly string[]; email?: string }>>;
};

export type Organization = {
  readonly url: string;
  readonly people: Readonly<Record<string, Person>>;
  /** The API in the name of one of the people: for what is not the journey's subject. */
  as(key: string): Promise<APIRequestContext>;
  /** Signs the person in through the sign-in page. */
  signIn(page: Page, key: string): Promise<void>;
};

export type Host = { readonly application: Application; organization(seed: OrganizationSeed): Promise<Organization> };

let counter = 0;

/** Sets the server up through its API, to be the place of organisations of all journeys. */
export async function openHost(application: Application): Promise<Host> {
  const admin = await request.newContext({ baseURL: application.url, extraHTTPHeaders: { origin: application.url } });
  await done(
    admin.post('/api/v1/setup', {
      data: {
        organization: {
          fullName: 'Центр обслуживания школ',
          shortName: 'Центр',
          secondName: null,
          secondLanguage: null,
          municipality: 'Заречный округ',
          kind: 'municipality',
          timeZone: 'Europe/Moscow',
        },
        administrator: {
          familyName: 'Серверный',
          givenName: 'Пётр',
          patronymic: null,
          post: 'Инженер',
          login: 'host.admin',
          email: null,
          password: PASSWORD,
          alsoRoles: [],
        },
      },
    }),
  );
  return { application, organization: (seed) => found(application, admin, seed) };
}

async function found(
  application: Application,
  admin: APIRequestContext,
  seed: OrganizationSeed,
): Promise<Organization> {
  const people: Record<string, Person> = {};
  const [first, ...others] = Object.entries(seed.people);
  if (!first) throw new Error('an organisation needs somebody');
  const { link } = await done<{ link: string }>(
    admin.post('/api/v1/server/organizations', {
      data: {
        fullName: `Муниципальное учреждение «${seed.name}»`,
        shortName: seed.name,
        municipality: 'Заречный округ',
        kind: seed.kind ?? 'school',
        timeZone: 'Europe/Moscow',
        administrator: {
          ...namesOf(first[1].name),
          post: first[1].post,
          email: first[1].email ?? null,
          alsoRoles: first[1].roles,
        },
      },
    }),
  );
  people[first[0]] = await accept(application, link, first[1].name);
  const administrator = await signedIn(application, people[first[0]]!);
  for (const [key, who] of others) {
    const { id } = await done<{ id: string }>(
      administrator.post('/api/v1/people', {
        data: { ...namesOf(who.name), email: who.email ?? null, phone: null, post: who.post, evenSo: true },
      }),
    );
    for (const role of who.roles.filter((each) => each !== 'staff')) {
      await done(administrator.post(`/api/v1/people/${id}/roles`, { data: { role, scope: null, startedOn: null } }));
    }
    const invitation = await done<{ link: string }>(administrator.post(`/api/v1/people/${id}/invitation`));
    people[key] = { ...(await accept(application, invitation.link, who.name)), personId: id };
  }
  return {
    url: application.url,
    people,
    as: (key) => signedIn(application, people[key]!),
    signIn: (page, key) => signInByPage(page, people[key]!),
  };
}

async function accept(application: Application, link: string, name: string): Promise<Person> {
  counter += 1;
  const login = `journey${counter}`;
  const guest = await request.newContext({ baseURL: application.url, extraHTTPHeaders: { origin: application.url } });
  await done(
    guest.post('/api/v1/invitations/accept', { data: { token: link.split('#')[1], login, password: PASSWORD } }),
  );
  const session = await done<{ active: { personId: string } }>(guest.get('/api/v1/session'));
  return { login, password: PASSWORD, name, personId: session.active.personId };
}

export async function signedIn(application: { url: string }, person: Person): Promise<APIRequestContext> {
  const context = await request.newContext({ baseURL: application.url, extraHTTPHeaders: { origin: application.url } });
  await done(
    context.post('/api/auth/sign-in/username', { data: { username: person.login, password: person.password } }),
  );
  return context;
}

export async function signInByPage(page: Page, person: Pick<Person, 'login' | 'password'>): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Логин или электронная почта').fill(person.login);
  await page.getByLabel('Пароль', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** The JSON of an answer; a refusal ends the journey with its words. */
export async function done<T = unknown>(answer: Promise<import('playwright-core').APIResponse>): Promise<T> {
  const response = await answer;
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

function namesOf(name: string): { familyName: string; givenName: string; patronymic: string | null } {
  const [familyName = '', givenName = '', patronymic] = name.split(' ');
  return { familyName, givenName, patronymic: patronymic ?? null };
}
