import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { aBankSchool, type BankSchool } from '../../../test/banks.ts';
import { type Person, useServer } from '../../../test/school.ts';
import type { MenteeRow, MentorRow } from './bank.queries.ts';

const server = useServer();
let bank: BankSchool;
const records: string[] = [];

const FAMILIES = ['Воробьёв', 'Карпов', 'Щукин', 'Ёлкин', 'Ершов', 'Яшин', 'Абрамов'];
const NAMES = FAMILIES.map((family) => `${family} Олег Ильич`);

beforeAll(async () => {
  bank = await aBankSchool(server);
  for (const [at, name] of NAMES.entries()) {
    const child = await bank.child(name, at < 4 ? bank.class7a : bank.class7b);
    records.push(await bank.participant(child, { on: `2024-10-0${1 + (at % 3)}`, consents: at !== 6 }));
  }
  await bank.participant(bank.people.colleague.id, { role: 'mentor' });
});

type Page<Row> = {
  rows: Row[];
  next: string | null;
  total: number | null;
  may: { nominate: boolean; export: boolean; command: boolean };
};
const page = async (query = '', who: Person = bank.people.curator) =>
  (await bank.as<Page<MenteeRow>>(who, `GET /bank/mentees${query}`)).body;
const found = async (query: string, who?: Person) => (await page(query, who)).rows.map((row) => row.person.name);
const search = (words: string) => found(`?search=${encodeURIComponent(words)}`);

describe('pages of a bank', () => {
  test.each(['name', 'since', 'urgency'])(
    'in the order of %s reach the end without loss and without doubles',
    async (sort) => {
      const seen: string[] = [];
      let after = '';
      do {
        const { rows, next, total } = await page(`?sort=${sort}&limit=2${after}`);
        expect(total).toBe(after === '' ? NAMES.length : null);
        seen.push(...rows.map((row) => row.id));
        after = next === null ? '' : `&after=${encodeURIComponent(next)}`;
      } while (after !== '' && seen.length < 50);
      expect(seen).toHaveLength(NAMES.length);
      expect(new Set(seen)).toEqual(new Set(records));
    },
  );

  test('stand in the order of the Russian alphabet, ё beside е', async () => {
    expect(await found('?sort=name')).toEqual(
      ['Абрамов', 'Воробьёв', 'Ёлкин', 'Ершов', 'Карпов', 'Щукин', 'Яшин'].map((family) => `${family} Олег Ильич`),
    );
  });

  test('begin nowhere but where a page ended', async () => {
    for (const after of ['что-то', Buffer.from('["a","b"]').toString('base64url')]) {
      const answer = await bank.as(bank.people.curator, `GET /bank/mentees?after=${encodeURIComponent(after)}`);
      expect(answer.status).toBe(400);
    }
  });
});

describe('the search', () => {
  test('forgives ё, a slip and the order of words, and knows % for a sign', async () => {
    expect(await search('воробьев')).toEqual(['Воробьёв Олег Ильич']);
    expect(await search('варобьев')).toEqual(['Воробьёв Олег Ильич']);
    expect(await search('олег щукин')).toEqual(['Щукин Олег Ильич']);
    expect(await search('щук')).toEqual(['Щукин Олег Ильич']);
    expect(await search('%')).toEqual([]);
    expect(await search('_')).toEqual([]);
    expect(await search('бегемотов')).toEqual([]);
  });
});

describe('filters', () => {
  test('narrow by class, state, day of consent and request', async () => {
    const { curator } = bank.people;
    expect(await found(`?classId=${bank.class7b}`)).toEqual([
      'Абрамов Олег Ильич',
      'Ершов Олег Ильич',
      'Яшин Олег Ильич',
    ]);
    expect(await found('?states=nominated,invited')).toEqual([]);
    expect(await found('?withoutConsent=true')).toEqual(['Абрамов Олег Ильич']);
    const { themes } = (await bank.as<{ themes: { id: string }[] }>(curator, 'GET /request-themes')).body;
    const request = {
      source: 'classTeacher',
      foundOn: '2024-11-01',
      themeId: themes[0]!.id,
      description: 'Помочь',
      wishedResult: '',
      urgency: 'urgent',
      preferences: { mentorAge: null, subject: null, place: null, times: null },
    };
    await bank.as(bank.people.teacher, `POST /participants/${records[1]}/requests`, request);
    expect(await found(`?themeId=${themes[0]!.id}&urgency=urgent`)).toEqual(['Карпов Олег Ильич']);
    expect(await found('?urgency=calm')).toEqual([]);
    expect((await found('?sort=urgency'))[0]).toBe('Карпов Олег Ильич');
  });

  test('by the tag of support are for those who may know of it; others are refused, in an export too', async () => {
    const { teacher, group, director, psychologist, other } = bank.people;
    const child = await personOf(records[0]!);
    const tag = { recommendation: null };
    expect((await bank.as(other, `PUT /persons/${child}/support-tag`, tag)).status).toBe(403);
    expect((await bank.as(teacher, `PUT /persons/${child}/support-tag`, tag)).status).toBe(204);
    expect(await found('?needsSupport=true')).toEqual(['Воробьёв Олег Ильич']);
    expect(await found('?needsSupport=true', teacher)).toEqual(['Воробьёв Олег Ильич']);
    expect(await found('?needsSupport=true', other)).toEqual([]);
    expect(await found('', psychologist)).toEqual(['Воробьёв Олег Ильич']);
    for (const who of [group, director]) {
      expect((await bank.as(who, 'GET /bank/mentees?needsSupport=false')).status).toBe(403);
      expect((await page('', who)).rows.some((row) => 'needsSupport' in row)).toBe(false);
    }
    const body = { ...EXPORT, filter: { needsSupport: 'true' } };
    expect((await bank.as(director, 'POST /bank/export', body)).status).toBe(403);
  });

  test('of a saved one are each person’s own', async () => {
    const { curator, teacher } = bank.people;
    const mine = { place: 'mentees', name: 'Без согласия', filter: { withoutConsent: 'true' } };
    const first = await bank.as(curator, 'POST /saved-filters', mine);
    const again = await bank.as(curator, 'POST /saved-filters', { ...mine, name: 'БЕЗ СОГЛАСИЯ', filter: {} });
    expect(again.body.id).toBe(first.body.id);
    const saved = async (who: Person) => (await bank.as<{ filters: object[] }>(who, 'GET /saved-filters')).body.filters;
    expect(await saved(curator)).toMatchObject([{ name: 'Без согласия', filter: {} }]);
    expect(await saved(teacher)).toEqual([]);
    expect((await bank.as(teacher, `DELETE /saved-filters/${first.body.id}`)).body.code).toBe('filter.not-found');
    expect((await bank.as(curator, `DELETE /saved-filters/${first.body.id}`)).status).toBe(204);
  });
});

async function personOf(participantId: string): Promise<string> {
  const row = await bank.write((tx) =>
    tx.selectFrom('participants').select('person_id').where('id', '=', participantId).executeTakeFirstOrThrow(),
  );
  return row.person_id;
}

describe('who sees a bank', () => {
  test('a class teacher the own class; after a change of classes the other one, at the next request', async () => {
    const { teacher } = bank.people;
    const ofA = ['Воробьёв', 'Ёлкин', 'Карпов', 'Щукин'].map((family) => `${family} Олег Ильич`);
    expect(await found('', teacher)).toEqual(ofA);
    const lead = (ended: string | null) =>
      bank.write((tx) =>
        sql`update class_teachers set ended_on = ${ended}::date where tenant_id = ${bank.tenantId}
          and person_id = ${teacher.id}`.execute(tx),
      );
    await lead('2024-11-19');
    expect((await bank.as(teacher, 'GET /bank/mentees')).status).toBe(403);
    await lead(null);
    expect(await found('', teacher)).toEqual(ofA);
  });

  test('the personnel officer the mentors who work here and no pupil; a teacher, a pupil and a parent nobody', async () => {
    await bank.participant(bank.pupil.id, { role: 'mentor' });
    const mentors = async (who: Person) =>
      (await bank.as<Page<MentorRow>>(who, 'GET /bank/mentors')).body.rows.map((row) => row.person.name);
    expect(await mentors(bank.people.group)).toEqual(['Дубов Егор Ильич', 'Лосев Пётр Ильич']);
    expect(await mentors(bank.people.personnel)).toEqual(['Дубов Егор Ильич']);
    expect((await bank.as(bank.people.personnel, 'GET /bank/mentees')).status).toBe(403);
    for (const who of [bank.people.colleague, bank.pupil, bank.mother]) {
      expect((await bank.as(who, 'GET /bank/mentees')).status).toBe(403);
    }
  });

  test('another school sees its own', async () => {
    const elsewhere = await aBankSchool(server, 'Школа № 6');
    const { body } = await elsewhere.as<Page<MenteeRow>>(elsewhere.people.curator, 'GET /bank/mentees');
    expect(body).toMatchObject({ rows: [], total: 0, next: null });
  });

  test('whoever has withdrawn, was erased or merged stands in no bank', async () => {
    const gone = { merged_into: bank.pupil.id, erased_at: new Date(), blocked_at: new Date() };
    for (const [column, value] of Object.entries(gone)) {
      const child = await bank.child('Невидимов Олег Ильич');
      await bank.participant(child);
      await bank.write((tx) =>
        tx
          .updateTable('people')
          .set({ [column]: value })
          .where('id', '=', child)
          .execute(),
      );
    }
    expect(await search('невидимов')).toEqual([]);
  });
});

const EXPORT = {
  role: 'mentee',
  format: 'csv',
  columns: ['name', 'place', 'state'],
  filter: {},
  purpose: 'Список для педсовета',
};

describe('an export (RULE-40)', () => {
  const exported = (who: Person, more = {}) => bank.as(who, 'POST /bank/export', { ...EXPORT, ...more });

  test('is for the office, names its purpose, and carries who took it', async () => {
    expect((await exported(bank.people.teacher)).status).toBe(403);
    expect((await exported(bank.people.group)).status).toBe(403);
    expect((await exported(bank.people.curator, { purpose: '' })).status).toBe(400);
    const text = (await exported(bank.people.curator)).bytes.toString('utf8');
    for (const words of ['Воробьёв Олег Ильич;7А;в банке', 'Список для педсовета', 'Лугова']) {
      expect(text).toContain(words);
    }
  });

  test('of those chosen holds only them, and each finds it in the log; the view of every minor is written down', async () => {
    const [, , chosen] = records;
    const text = (await exported(bank.people.curator, { ids: [chosen], purpose: 'Для беседы' })).bytes.toString('utf8');
    expect(text).toContain('Щукин');
    expect(text).not.toContain('Карпов');
    const { told, seen, event } = await bank.write(async (tx) => ({
      told: await tx
        .selectFrom('disclosed_people as d')
        .innerJoin('disclosures as o', 'o.id', 'd.disclosure_id')
        .select('d.person_id')
        .where('o.purpose', '=', 'Для беседы')
        .execute(),
      seen: await tx
        .selectFrom('audit_events')
        .select('data')
        .where('type', '=', 'card.seen')
        .where('object_id', '=', await personOf(chosen!))
        .execute(),
      event: await tx.selectFrom('audit_events').select('data').where('type', '=', 'list.handed-out').execute(),
    }));
    expect(told).toEqual([{ person_id: await personOf(chosen!) }]);
    expect(seen.map((each) => each.data)).toContainEqual({ what: 'export' });
    expect(event.map((each) => each.data)).toContainEqual({ kind: 'bank', people: 1 });
    expect(JSON.stringify(event)).not.toContain('Щукин');
  });

  test('of nobody is refused; a record of another school is nobody', async () => {
    const elsewhere = await aBankSchool(server, 'Школа № 8');
    const theirs = await elsewhere.participant(elsewhere.pupil.id);
    expect((await exported(bank.people.curator, { ids: [theirs] })).body.code).toBe('export.nothing');
  });

  test('carries a formula of a name as text', async () => {
    const child = await bank.child('=HYPERLINK("http://x") Олег Ильич');
    const record = await bank.participant(child);
    const text = (await exported(bank.people.curator, { ids: [record] })).bytes.toString('utf8');
    expect(text).toContain(`"'=HYPERLINK(""http://x"") Олег Ильич"`);
    for (const format of ['xlsx', 'docx']) {
      const file = await exported(bank.people.curator, { ids: [record], format });
      expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
    }
  });
});
