import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { LightMyRequestResponse } from 'fastify';
import { type Writing, writing } from '../src/platform/db/transactions.ts';
import { newId } from '../src/platform/ids.ts';
import { aClass, aCycle, type Place } from './pupils.ts';
import { aSchool, FormDataBody, type Person, type Server } from './school.ts';

/** Requests in the name of one person. */
export type Client = {
  readonly personId: string;
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, body?: unknown): Promise<LightMyRequestResponse>;
  put(url: string, body?: unknown): Promise<LightMyRequestResponse>;
};

/** A school whose papers may be issued: operator filled in, a cycle, class 7А with its teacher, an office. */
export type ConsentSchool = {
  readonly place: Place;
  readonly curator: Client;
  readonly director: Client;
  readonly officer: Client;
  readonly teacher: Client;
  /** A teacher without a class, who mentors. */
  readonly mentor: Client;
  readonly classId: string;
  readonly cycleId: string;
  /** Somebody who can sign in: a pupil or a parent, no employee. */
  guest(familyName: string, birthDate?: string): Promise<Client>;
  enrol(pupil: string, classId?: string): Promise<void>;
  representation(representative: string, child: string, more?: RepresentationSeed): Promise<string>;
  participation(personId: string, more?: { state?: string; role?: string; formId?: string | null }): Promise<string>;
  form(name?: string): Promise<string>;
  papers(...personIds: string[]): Promise<void>;
  write<T>(work: (tx: Writing) => Promise<T>): Promise<T>;
};

type RepresentationSeed = { kind?: string; verified?: boolean; endedOn?: string; objectedOn?: string };

const SINCE = '2024-09-01' as PlainDate;

const GUESTS = 8;

export async function consentSchool(
  server: Server,
  name = 'Школа № 5',
  { guests: howMany = GUESTS }: { readonly guests?: number } = {},
): Promise<ConsentSchool> {
  const now = server.clock.now();
  const guests = Array.from({ length: howMany }, (_, index) => [
    `guest${index}`,
    { name: 'Гость Анна Игоревна', roles: [] },
  ]);
  const { tenantId, people } = await aSchool(
    server,
    {
      curator: { name: 'Лугова Ирина Юрьевна', roles: ['curator'] },
      director: { name: 'Бережной Олег Павлович', roles: ['director'] },
      officer: { name: 'Ильина Вера Львовна', roles: ['dataProtectionOfficer'] },
      teacher: { name: 'Перова Анна Сергеевна', roles: [], post: 'Учитель' },
      mentor: { name: 'Дубов Егор Ильич', roles: ['mentor'], post: 'Учитель' },
      ...Object.fromEntries(guests),
    },
    { name },
  );
  const clients = Object.values(people).map((person) => clientOf(server, person));
  const [curator, director, officer, teacher, mentor, ...pool] = clients as [
    Client,
    Client,
    Client,
    Client,
    Client,
    ...Client[],
  ];
  const place: Place = { database: server.db, tenantId, now };
  const write = <T>(work: (tx: Writing) => Promise<T>) => writing(server.db.pool, { tenantId }, work);
  const classId = await aClass(place, 7, 'А', teacher.personId);
  const cycleId = await aCycle(place);
  await write((tx) =>
    tx
      .updateTable('organizations')
      .set({ address: 'Приозёрск, ул. Лесная, 1', inn: '4712000000', ogrn: '1024700000000' })
      .where('tenant_id', '=', tenantId)
      .execute(),
  );
  const row = { tenant_id: tenantId };
  return {
    place,
    curator,
    director,
    officer,
    teacher,
    mentor,
    classId,
    cycleId,
    write,
    async guest(familyName, birthDate) {
      const client = pool.shift();
      if (!client) throw new Error(`this school has ${howMany} guests`);
      await write(async (tx) => {
        await tx
          .deleteFrom('employees')
          .where('tenant_id', '=', tenantId)
          .where('person_id', '=', client.personId)
          .execute();
        await tx
          .updateTable('people')
          .set({ family_name: familyName, birth_date: (birthDate ?? null) as PlainDate | null })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', client.personId)
          .execute();
      });
      return client;
    },
    async enrol(pupil, into = classId) {
      await write(async (tx) => {
        await tx
          .insertInto('pupils')
          .values({ ...row, person_id: pupil })
          .execute();
        await tx
          .insertInto('class_places')
          .values({ ...row, id: newId(now), class_id: into, person_id: pupil, started_on: SINCE })
          .execute();
      });
    },
    async representation(representative, child, more = {}) {
      const id = newId(now);
      await write((tx) =>
        tx
          .insertInto('representations')
          .values({
            ...row,
            id,
            representative_id: representative,
            child_id: child,
            kind: more.kind ?? 'mother',
            document_kind: 'свидетельство о рождении',
            document_number: 'I-АА 123456',
            ...((more.verified ?? true) ? { verified_by: teacher.personId, verified_on: SINCE } : {}),
            started_on: SINCE,
            ended_on: (more.endedOn ?? null) as PlainDate | null,
            objected_on: (more.objectedOn ?? null) as PlainDate | null,
          })
          .execute(),
      );
      return id;
    },
    async participation(personId, more = {}) {
      const id = newId(now);
      await write((tx) =>
        tx
          .insertInto('participants')
          .values({
            ...row,
            id,
            person_id: personId,
            role: more.role ?? 'mentee',
            cycle_id: cycleId,
            form_id: more.formId ?? null,
            state: more.state ?? 'consentPending',
            state_since: SINCE,
            source: 'classTeacher',
            created_at: now,
          })
          .execute(),
      );
      return id;
    },
    async form(formName = 'ученик – ученик') {
      const id = newId(now);
      const side = {
        standings: ['pupil'],
        teachersOnly: false,
        minAge: null,
        consents: ['processing', 'participation'],
      };
      const definition = { mentor: side, mentee: side, documents: [], questionnaires: [], rules: [], roleModels: [] };
      await write((tx) =>
        tx
          .insertInto('mentoring_forms')
          .values({ ...row, id, name: formName, definition: JSON.stringify(definition), enabled: true })
          .execute(),
      );
      return id;
    },
    async papers(...personIds) {
      await write((tx) =>
        tx
          .insertInto('identity_documents')
          .values(
            personIds.map((person_id) => ({
              ...row,
              person_id,
              kind: 'passport',
              number: '41 00 000000',
              address: 'Приозёрск, ул. Лесная, 5',
            })),
          )
          .execute(),
      );
    },
  };
}

/** A child with a mother; both can sign in, and their papers are known. */
export async function aFamily(
  at: ConsentSchool,
  birthDate: string,
): Promise<{ readonly pupil: Client; readonly mother: Client; readonly power: string }> {
  const [pupil, mother] = [await at.guest('Лосев', birthDate), await at.guest('Лосева')];
  await at.enrol(pupil.personId);
  const power = await at.representation(mother.personId, pupil.personId);
  await at.papers(pupil.personId, mother.personId);
  return { pupil, mother, power };
}

/** The obligatory lines of a processing consent as it is shipped. */
export const REQUIRED = ['mentoringBank', 'matching', 'personalizedProgram', 'meetings', 'monitoring'];

/** One document for one person, issued by the curator. */
export async function issueOneFor(at: ConsentSchool, personId: string, kind = 'processing'): Promise<string> {
  const answer = await at.curator.post('/api/v1/consents/issue', { personIds: [personId], kinds: [kind] });
  const { issued, skipped } = answer.json<{ issued: { consentId: string }[]; skipped: { code: string }[] }>();
  if (!issued[0]) throw new Error(`nothing was issued: ${JSON.stringify(skipped)}`);
  return issued[0].consentId;
}

/** Reads the text and signs it, as a telephone does. */
export async function sign(who: Client, consentId: string, purposes = REQUIRED): Promise<LightMyRequestResponse> {
  const card = (await who.get(`/api/v1/consents/${consentId}`)).json<{ documentHash: string }>();
  return who.post(`/api/v1/consents/${consentId}/sign`, { documentHash: card.documentHash, purposes });
}

/** Places of publication in one wording of DOC-15: without them nothing of it can be issued. */
export async function withResources(at: ConsentSchool, audience = 'pupil'): Promise<void> {
  const { templates } = (await at.curator.get('/api/v1/consent-templates')).json<{
    templates: { id: string; template: { kind: string; audience: string } }[];
  }>();
  const used = templates.find(({ template }) => template.kind === 'dissemination' && template.audience === audience)!;
  const resources = [
    { id: 'site', name: 'Сайт школы', address: 'https://school.example/mentoring', owner: 'Школа', country: 'RU' },
    { id: 'town', name: 'Сайт района', address: 'https://town.example/news', owner: 'Управление', country: 'RU' },
  ];
  for (const { id: _id, ...place } of resources) await at.curator.post('/api/v1/resources', place);
  const answer = await at.curator.put(`/api/v1/consent-templates/${used.id}`, {
    version: 1,
    template: { ...used.template, resources },
  });
  if (answer.statusCode !== 200) throw new Error(`the places were not taken: ${answer.body}`);
}

/** One empty page, as a scanner would give it; `mark` makes it another file. */
export const aScan = (mark = ''): Uint8Array =>
  Buffer.from(
    `%PDF-1.4\n%${mark}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ` +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  );

/** What is read off a paper that comes back. */
export type PaperSeed = {
  readonly by: readonly string[];
  readonly signedOn: string;
  readonly purposes?: string;
  readonly choices?: readonly { item: string; resourceId: string; condition: string | null }[];
  readonly bytes?: Uint8Array;
};

/** A signed paper is brought back with its scan. */
export async function file(who: Client, consentId: string, paper: PaperSeed): Promise<LightMyRequestResponse> {
  const { by, signedOn, purposes, choices, bytes = aScan(by.join()) } = paper;
  return who.post(
    `/api/v1/consents/${consentId}/scan`,
    new FormDataBody(
      { name: 'скан.pdf', bytes },
      {
        signedOn,
        by: by.join(','),
        ...(purposes === undefined ? {} : { purposes }),
        ...(choices === undefined ? {} : { choices: JSON.stringify(choices) }),
      },
    ),
  );
}

function clientOf(server: Server, person: Person): Client {
  const send = (method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) => {
    const form = body instanceof FormDataBody ? body : undefined;
    return server.app.inject({
      method,
      url,
      headers: { cookie: person.cookie, ...form?.headers },
      ...(body === undefined ? {} : { payload: form ? form.bytes : (body as object) }),
    });
  };
  return {
    personId: person.id,
    get: (url) => send('GET', url),
    post: (url, body) => send('POST', url, body),
    put: (url, body) => send('PUT', url, body),
  };
}
