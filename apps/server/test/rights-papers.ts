import type { Ids } from './rights-ids.ts';
import { ask, FormDataBody, type Person, type School, type Server } from './school.ts';

type Both = { readonly own: Ids; readonly other: Ids };

/** Consents issued, printed, scanned; lists dropped; two cards made one: as people do it. */
export async function aPaperTrail(server: Server, school: School, { own, other }: Both): Promise<Both> {
  const { curator, officer, teacher } = school.people as Record<string, Person>;
  const must = async <Body>(who: Person | undefined, request: string, body?: unknown): Promise<Body> => {
    const answer = await ask<Body>(server, who, request, body);
    if (answer.status >= 300) throw new Error(`${request}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const issue = async (personId: string, kind: string): Promise<string> => {
    const { issued, skipped } = await must<{ issued: { consentId: string }[]; skipped: unknown }>(
      curator,
      'POST /consents/issue',
      { personIds: [personId], kinds: [kind] },
    );
    if (!issued[0]) throw new Error(`nothing was issued: ${JSON.stringify(skipped)}`);
    return issued[0].consentId;
  };
  const printed = async (consentId: string) => {
    const body = { consentIds: [consentId], format: 'pdf', purpose: 'раздать родителям' };
    return (await ask(server, curator, 'POST /consents/print', body)).bytes;
  };
  const papersOf = async (ids: Ids, by: Person) => {
    const consentId = await issue(ids['pupil']!, 'processing');
    const scanned = await issue(ids['pupil']!, 'participation');
    const file = new FormDataBody(
      { name: 'скан.pdf', bytes: await printed(scanned) },
      {
        signedOn: '2024-11-20',
        by: `${ids['pupil']},${ids['parent']}`,
        purposes: 'required',
      },
    );
    await must(curator, `POST /consents/${scanned}/scan`, file);
    const { scans } = await must<{ scans: { id: string }[] }>(curator, `GET /consents/${scanned}`);
    const pile = new FormDataBody({ name: 'пачка.pdf', bytes: await printed(consentId) });
    const { id: batchId } = await must<{ id: string }>(by, 'POST /scan-batches', pile);
    return { consentId, scanned, scanId: scans[0]!.id, batchId };
  };
  const list = async (kind: string, text: string) => {
    const file = new FormDataBody({ name: 'список.csv', bytes: new TextEncoder().encode(text) });
    return (await must<{ id: string }>(curator, `POST /list-imports/${kind}`, file)).id;
  };
  const double = async () => {
    const body = {
      familyName: 'Двойнова',
      givenName: 'Анна',
      patronymic: null,
      email: null,
      phone: null,
      birthDate: null,
    };
    const more = {
      ...body,
      snils: null,
      post: null,
      subjects: [],
      category: null,
      categoryUntil: null,
      teachingSince: null,
    };
    return (await must<{ id: string }>(curator, 'POST /employees', { ...more, evenSo: true })).id;
  };
  const [keptId, goneId, kept, twin] = [await double(), await double(), await double(), await double()];
  const merged = await must<{ id: string }>(curator, 'POST /persons/merges', { keptId, goneId });
  const templates = await must<{ templates: { id: string }[] }>(officer, 'GET /consent-templates');
  const pupils = await list('pupils', 'Фамилия;Имя;Дата рождения;Класс\nКарпов;Пётр;03.03.2011;7А');
  const employees = await list('employees', 'Фамилия;Имя\nЩукина;Мария');
  const ownPapers = await papersOf(own, teacher!);
  const otherPapers = await papersOf(other, curator!);
  await server.runJobs();
  return {
    own: {
      ...ownPapers,
      mergeId: merged.id,
      kept,
      twin,
      templateId: templates.templates[0]!.id,
      pupilsList: pupils,
      employeesList: employees,
    },
    other: otherPapers,
  };
}
