import type { TOTP } from 'otpauth';
import type { APIRequestContext, Page } from 'playwright-core';
import { enterPaper, issueConsent, nameOperator, signInWithSecondStep } from './consents.ts';
import type { World } from './journey.ts';
import { done, type Host, type Organization } from './organizations.ts';
import { makeClass, makeParent, makePupil, switchSecondFactorOn } from './school-people.ts';

/** A school that may ask for consents today: class 7А with its teacher, families whose papers are known. */
export type ConsentSchool = {
  readonly school: Organization;
  readonly api: APIRequestContext;
  readonly today: string;
  /** A pupil of 7А of this age. */
  child(name: string, age: number, papers?: 'known' | 'unknown'): Promise<string>;
  parent(name: string, childId: string, kind?: 'mother' | 'father', papers?: 'known' | 'unknown'): Promise<string>;
  /** The parent of one child is another's, too. */
  alsoParent(personId: string, childId: string): Promise<void>;
  issue(personId: string, kind?: string): Promise<string>;
  /** A window in which the curator has come in with both steps. */
  office(world: World): Promise<Page>;
  classRoom(world: World): Promise<Page>;
};

export async function consentSchool(host: Host, name: string, more: OrganizationPeople = {}): Promise<ConsentSchool> {
  const school = await host.organization({
    name,
    people: {
      curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
      teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
      ...more,
    },
  });
  const api = await school.as('curator');
  const phone: TOTP = await switchSecondFactorOn(api);
  await nameOperator(api);
  const { today } = await done<{ today: string }>(api.get('/api/v1/session'));
  const year = Number(today.slice(0, 4));
  const schoolYear = today.slice(5) < '08-01' ? year - 1 : year;
  const classId = await makeClass(api, { grade: 7, letter: 'А', schoolYear }, school.people['teacher']!.personId);
  let papers = 100_000;
  const known = async (personId: string, are: 'known' | 'unknown') => {
    if (are === 'unknown') return personId;
    papers += 1;
    await enterPaper(api, personId, `8700 ${papers}`);
    return personId;
  };
  return {
    school,
    api,
    today,
    child: async (called, age, are = 'known') =>
      known(
        await makePupil(api, {
          name: called,
          birthDate: `${year - age}-01-01`,
          classId,
          enrolledOn: `${schoolYear}-09-01`,
        }),
        are,
      ),
    parent: async (called, childId, kind = 'mother', are = 'known') => {
      const startedOn = `${year - 10}-01-01`;
      return known((await makeParent(api, { name: called, childId, kind, startedOn })).personId, are);
    },
    async alsoParent(personId, childId) {
      const { id } = await done<{ id: string }>(
        api.post(`/api/v1/persons/${childId}/representatives`, {
          data: {
            who: { is: 'known', personId },
            kind: 'mother',
            document: { kind: 'Свидетельство о рождении', number: 'I-АБ 100201', date: null },
            startedOn: `${year - 10}-01-01`,
          },
        }),
      );
      await done(api.post(`/api/v1/representations/${id}/verify`));
    },
    issue: (personId, kind) => issueConsent(api, personId, kind),
    async office(world) {
      const page = await world.page(school.url);
      await signInWithSecondStep(page, school.people['curator']!, phone);
      return page;
    },
    async classRoom(world) {
      const page = await world.page(school.url);
      await school.signIn(page, 'teacher');
      return page;
    },
  };
}

type OrganizationPeople = Parameters<Host['organization']>[0]['people'];
