import { beforeAll, describe, expect, test } from 'vitest';
import { aBankSchool, type BankSchool } from './banks.ts';
import { type Person, useServer } from './school.ts';

const server = useServer();
const SMELLS = 'Врач говорит о диагнозе';
let bank: BankSchool;
let mentor: Person;
let ids: Readonly<Record<'mentee' | 'mentor' | 'request' | 'power', string>>;

const REQUEST = {
  themeId: null,
  description: '',
  wishedResult: '',
  urgency: 'calm',
  preferences: { mentorAge: null, subject: null, place: 'any', times: null },
};
const NEW_REQUEST = { ...REQUEST, source: 'classTeacher', foundOn: '2024-10-14' };

beforeAll(async () => {
  bank = await aBankSchool(server);
  mentor = bank.people.colleague;
  const [mentee, asMentor] = [
    await bank.participant(bank.pupil.id),
    await bank.participant(mentor.id, { role: 'mentor', state: 'active' }),
  ];
  const { body } = await bank.as(bank.people.teacher, `POST /participants/${mentee}/requests`, NEW_REQUEST);
  const { id: power } = await bank.write((tx) =>
    tx
      .selectFrom('representations')
      .select('id')
      .where('tenant_id', '=', bank.tenantId)
      .where('child_id', '=', bank.pupil.id)
      .executeTakeFirstOrThrow(),
  );
  ids = { mentee, mentor: asMentor, request: body.id, power };
});

type Text = {
  readonly what: string;
  readonly by: () => Person;
  readonly at: () => string;
  readonly body: (text: string) => object;
};

/** Everything about a person that is typed in words of one's own, once. The last ones end what those before need. */
const TEXTS: readonly Text[] = [
  ...(['description', 'wishedResult'] as const).map((field) => ({
    what: `the ${field} of a request`,
    by: () => bank.people.teacher,
    at: () => `POST /participants/${ids.mentee}/requests`,
    body: (text: string) => ({ ...NEW_REQUEST, [field]: text }),
  })),
  ...(['mentorAge', 'subject', 'times'] as const).map((field) => ({
    what: `the wish «${field}» of a request`,
    by: () => bank.people.teacher,
    at: () => `POST /participants/${ids.mentee}/requests`,
    body: (text: string) => ({ ...NEW_REQUEST, preferences: { ...REQUEST.preferences, [field]: text } }),
  })),
  {
    what: 'a request that is changed',
    by: () => bank.people.teacher,
    at: () => `PUT /mentee-requests/${ids.request}`,
    body: (description) => ({ ...REQUEST, description, version: 1 }),
  },
  {
    what: 'the recommendation of the support tag',
    by: () => bank.people.teacher,
    at: () => `PUT /persons/${bank.pupil.id}/support-tag`,
    body: (recommendation) => ({ recommendation }),
  },
  {
    what: 'the note of an interview',
    by: () => bank.people.curator,
    at: () => `POST /participants/${ids.mentor}/interviews`,
    body: (note) => ({ heldOn: '2024-10-14', outcome: 'recommended', note }),
  },
  {
    what: 'an achievement',
    by: () => mentor,
    at: () => `POST /mentors/${mentor.id}/achievements`,
    body: (title) => ({ field: 'Спорт', title, achievedOn: null, proof: null }),
  },
  {
    what: 'the waiver of a training',
    by: () => bank.people.director,
    at: () => `POST /mentors/${mentor.id}/training-waiver`,
    body: (reason) => ({ reason }),
  },
  {
    what: 'the note of an interest',
    by: () => bank.people.other,
    at: () => 'PUT /my/interest',
    body: (note) => ({ note }),
  },
  {
    what: 'the objection of the other parent',
    by: () => bank.people.teacher,
    at: () => `PUT /representations/${ids.power}/objection`,
    body: (note) => ({ objection: { on: '2024-10-14', note } }),
  },
  {
    what: 'the director’s decision on it',
    by: () => bank.people.director,
    at: () => `POST /persons/${bank.pupil.id}/objection-decision`,
    body: (decision) => ({ representationId: ids.power, publish: false, decision }),
  },
  {
    what: 'the end of a representation',
    by: () => bank.people.curator,
    at: () => `POST /representations/${ids.power}/end`,
    body: (reason) => ({ on: '2030-10-14', reason }),
  },
  {
    what: 'the ground of an exclusion, of many at once too',
    by: () => bank.people.director,
    at: () => 'POST /participants/commands',
    body: (ground) => ({
      ids: [ids.mentor],
      command: { command: 'exclude', orderNumber: '7', orderDate: '2024-10-14', ground },
    }),
  },
];

describe('words of special categories in free texts (RULE-11)', () => {
  test.each(TEXTS)('$what: the writer is asked, and may say that there are none', async ({ by, at, body }) => {
    const asked = await bank.as(by(), at(), body(SMELLS));
    expect(asked).toMatchObject({
      status: 422,
      body: { code: 'text.special-data', details: { words: ['диагнозе'] } },
    });
    const confirmed = await bank.as(by(), at(), { ...body(SMELLS), evenSo: true });
    expect(confirmed.body.code ?? 'taken').not.toBe('text.special-data');
  });

  test('the mentor sees neither the tag nor why', async () => {
    await bank.as(bank.people.teacher, `PUT /persons/${bank.pupil.id}/support-tag`, {
      recommendation: 'Короткие задания',
    });
    const own = await bank.as<{ needsSupport?: unknown }>(bank.people.teacher, `GET /participants/${ids.mentee}`);
    expect(own.body).toMatchObject({ needsSupport: true, supportRecommendation: 'Короткие задания' });
    expect((await bank.as(mentor, `GET /participants/${ids.mentee}`)).status).toBe(403);
    expect((await bank.as(mentor, 'GET /bank/mentees')).status).toBe(403);
  });
});
