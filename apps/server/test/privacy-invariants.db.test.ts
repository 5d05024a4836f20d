import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aFamily, type Client, type ConsentSchool, consentSchool } from './consents.ts';
import { useServer } from './school.ts';

/**
 * LIFECYCLE §5.1 and §5.4 against the whole application: whatever is tried, in whatever order, the database never holds
 * what must not be. The ordinary run takes a fixed handful of stories; `INVARIANTS_RUNS=200` takes as many random ones.
 */
const RUNS = Number(process.env['INVARIANTS_RUNS'] ?? 0);
const START = '2024-10-15';
const server = useServer({ at: `${START}T09:00:00+03:00` });

type Who = 'child' | 'mentor';
/** Children on either side of the birthdays that change the signers, and a colleague who mentors. */
type Story = {
  readonly at: ConsentSchool;
  readonly formId: string;
  readonly people: Readonly<Record<Who, string>>;
  readonly signers: Readonly<Record<Who, readonly Client[]>>;
  day: Date;
};
type Command = fc.AsyncCommand<object, Story>;

const happened = { request: 0, card: 0, bank: 0, withdrawal: 0, refused: 0 };

class Step implements Command {
  readonly name: string;
  readonly work: (story: Story) => Promise<void>;
  constructor(name: string, work: (story: Story) => Promise<void>) {
    this.name = name;
    this.work = work;
  }
  check(): boolean {
    return true;
  }
  async run(_model: object, story: Story): Promise<void> {
    const before = await held(story);
    await this.work(story);
    await holdsStill(story, before);
  }
  toString(): string {
    return this.name;
  }
}

/** A refusal is an answer; a defect is not. */
async function told(answer: ReturnType<Client['post']>): Promise<{ status: number; body: string }> {
  const { statusCode, body } = await answer;
  expect(statusCode, body).toBeLessThan(500);
  if (statusCode >= 400) happened.refused += 1;
  return { status: statusCode, body };
}

const rows = <Row>(story: Story, columns: string, from: string): Promise<Row[]> =>
  story.at.write(async (tx) => {
    const result = await sql<Row>`
      select ${sql.raw(columns)} from ${sql.raw(from)} where tenant_id = ${story.at.place.tenantId}`.execute(tx);
    return result.rows;
  });

const IN_BANK = ['inBank', 'selected', 'waiting', 'assigned', 'active', 'suspended'];
const day = (story: Story) => story.day.toISOString().slice(0, 10);

type Participation = { id: string; person_id: string; state: string };
const participations = (story: Story) => rows<Participation>(story, 'id, person_id, state', 'participants');
const latest = async (story: Story, who: Who) =>
  (await participations(story)).find(({ person_id }) => person_id === story.people[who]);

const HELD_BY_PERSON = [
  ['request', 'participant_id as owner, id', 'mentee_requests'],
  ['card', 'person_id as owner, person_id as id', 'competence_cards'],
] as const;

async function held(story: Story): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    HELD_BY_PERSON.map(([kind, columns, from]) =>
      rows<{ owner: string; id: string }>(story, columns, from).then((all) => all.map(({ id }) => `${kind} ${id}`)),
    ),
  );
  return new Set(found.flat());
}

async function holdsStill(story: Story, before: ReadonlySet<string>): Promise<void> {
  const standing = await participations(story);
  const consents = await consentsOf(story);
  const personOf = new Map(standing.map(({ id, person_id }) => [id, person_id]));
  // §5.1: whatever has come into being came to a person with G-PD.
  for (const [kind, columns, from] of HELD_BY_PERSON) {
    for (const { owner, id } of await rows<{ owner: string; id: string }>(story, columns, from)) {
      if (before.has(`${kind} ${id}`)) continue;
      happened[kind] += 1;
      expect(hasGpd(story, consents, personOf.get(owner) ?? owner), `a ${kind} without G-PD`).toBe(true);
    }
  }
  // §5.4 in its form of today: whose processing consent was taken back stands in no bank the same day.
  for (const personId of Object.values(story.people)) {
    const own = consents.filter((each) => each.person_id === personId);
    const isTakenBack = own.some(({ state }) => state === 'withdrawn' || state === 'invalidated');
    if (!isTakenBack || own.some(({ state }) => state === 'valid')) continue;
    const still = standing.filter(({ person_id, state }) => person_id === personId && IN_BANK.includes(state));
    expect(still, 'a withdrawn consent leaves somebody in the bank').toEqual([]);
  }
}

type Held = {
  person_id: string;
  state: string;
  valid_from: string | null;
  valid_to: string | null;
  needs_renewal_by: string | null;
  signed: number;
  birth_date: string | null;
};
const consentsOf = (story: Story) =>
  rows<Held>(
    story,
    `person_id, state, valid_from, valid_to, needs_renewal_by,
     (select birth_date from people p where p.tenant_id = consents.tenant_id and p.id = person_id) as birth_date,
     (select count(*)::int from consent_signers s where s.tenant_id = consents.tenant_id and s.consent_id = consents.id
       and not s.assent_only and s.signed_on is not null) as signed`,
    `(select * from consents where kind = 'processing') consents`,
  );

/** G-PD said a second time, from the rows alone: signed by one, from 14 to 17 by two, and not over. */
function hasGpd(story: Story, consents: readonly Held[], personId: string): boolean {
  return consents.some((each) => {
    if (each.person_id !== personId || each.state !== 'valid') return false;
    const lasts = [each.valid_to, each.needs_renewal_by].every((last) => last === null || last >= day(story));
    const years = each.birth_date === null ? 40 : ageOn(each.birth_date, each.valid_from ?? day(story));
    return lasts && each.signed >= (years >= 14 && years < 18 ? 2 : 1);
  });
}

function ageOn(birth: string, on: string): number {
  return Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) < birth.slice(5) ? 1 : 0);
}

async function give(story: Story, by: Client, who: Who, command: object): Promise<void> {
  const record = await latest(story, who);
  if (!record) return;
  const answer = await told(by.post('/api/v1/participants/commands', { ids: [record.id], command }));
  if (
    answer.status < 300 &&
    answer.body.includes(`"done":["${record.id}`) &&
    JSON.stringify(command).includes('enterBank')
  )
    happened.bank += 1;
}

async function signAll(story: Story, who: Who, signers: readonly Client[]): Promise<void> {
  const waiting = await story.at.curator.get(`/api/v1/consents?personId=${story.people[who]}`);
  const open = waiting
    .json<{ consents: { id: string; state: string }[] }>()
    .consents.filter(({ state }) => state === 'issued' || state === 'partiallySigned');
  for (const { id } of open) {
    for (const by of signers) {
      const card = (await by.get(`/api/v1/consents/${id}`)).json<{
        documentHash: string;
        document?: { template: { purposes: { code: string; required: boolean }[] } };
      }>();
      const purposes =
        card.document?.template.purposes.filter(({ required }) => required).map(({ code }) => code) ?? [];
      await told(by.post(`/api/v1/consents/${id}/sign`, { documentHash: card.documentHash, purposes }));
    }
  }
}

async function endAll(story: Story, who: Who, end: (id: string) => ReturnType<Client['post']>): Promise<void> {
  const all = await rows<{ id: string; person_id: string; state: string }>(story, 'id, person_id, state', 'consents');
  for (const { id, person_id, state } of all) {
    if (person_id !== story.people[who] || state !== 'valid') continue;
    if ((await told(end(id))).status < 300) happened.withdrawal += 1;
  }
}

const NEW_REQUEST = {
  themeId: null,
  source: 'classTeacher',
  foundOn: START,
  description: 'Хочет стать инженером',
  wishedResult: '',
  urgency: 'calm',
  preferences: { mentorAge: null, subject: null, place: 'any', times: null },
};
const CARD = {
  forms: [],
  competences: ['lesson-design'],
  experienceYears: 12,
  motives: [],
  interests: [],
  menteeAges: null,
  hoursAWeek: 2,
  times: [],
  places: ['atSchool'],
  distanceKm: null,
  topicsNotToTake: '',
  trainingNeeded: '',
  capacity: 2,
  accepting: true,
};

const nominate = (who: Who) =>
  new Step(`nominate ${who}`, async (story) => {
    const role = who === 'child' ? 'mentee' : 'mentor';
    const people = [{ personId: story.people[who] }];
    await told(
      story.at.curator.post('/api/v1/nominations', { role, formId: who === 'child' ? story.formId : null, people }),
    );
  });
const move = (who: Who, command: string) =>
  new Step(`${command} ${who}`, (story) => give(story, story.at.curator, who, { command }));
const issue = (who: Who) =>
  new Step(`issue ${who}`, async (story) => {
    const asked = { personIds: [story.people[who]], kinds: ['processing', 'participation'], formId: story.formId };
    await told(story.at.curator.post('/api/v1/consents/issue', asked));
  });
const sign = (who: Who, all: boolean) =>
  new Step(`${all ? 'all sign' : 'one signs'} for ${who}`, (story) =>
    signAll(story, who, all ? story.signers[who] : story.signers[who].slice(0, 1)),
  );
const withdraw = (who: Who) =>
  new Step(`withdraw ${who}`, (story) =>
    endAll(story, who, (id) => story.signers[who][0]!.post(`/api/v1/consents/${id}/withdraw`)),
  );
const invalidate = (who: Who) =>
  new Step(`invalidate ${who}`, (story) =>
    endAll(story, who, (id) => story.at.officer.post(`/api/v1/consents/${id}/invalidate`, { defect: 'Не та подпись' })),
  );
const request = new Step('open a request', async (story) => {
  const record = await latest(story, 'child');
  if (record) await told(story.at.teacher.post(`/api/v1/participants/${record.id}/requests`, NEW_REQUEST));
});
const card = new Step('save the card', async (story) => {
  await told(
    story.at.mentor.put(`/api/v1/mentors/${story.people.mentor}/card`, {
      version: 1,
      card: { ...CARD, forms: [story.formId] },
    }),
  );
});
const days = (count: number) =>
  new Step(`${count} days pass`, async (story) => {
    story.day = new Date(story.day.getTime() + count * 86_400_000);
    server.clock.moveTo(story.day.toISOString());
    for (const personId of Object.values(story.people)) {
      await server.run('consents.look-again', { tenantId: story.at.place.tenantId, personId });
    }
  });

/** The way into the bank stands among the steps whole, or hardly any story would come there. */
const whole = (who: Who) =>
  new Step(`the whole way of ${who}`, async (story) => {
    for (const step of [
      nominate(who),
      move(who, 'invite'),
      move(who, 'requestConsents'),
      issue(who),
      sign(who, true),
    ]) {
      await step.work(story);
    }
    await give(story, story.at.curator, who, { command: 'enterBank' });
  });

const who = fc.constantFrom<Who>('child', 'mentor');
const step = fc.oneof(
  { weight: 3, arbitrary: who.map(whole) },
  { weight: 3, arbitrary: fc.constant(request) },
  { weight: 2, arbitrary: fc.constant(card) },
  { weight: 2, arbitrary: who.map(withdraw) },
  { weight: 1, arbitrary: who.map(invalidate) },
  { weight: 1, arbitrary: who.map(nominate) },
  { weight: 1, arbitrary: who.map(issue) },
  { weight: 1, arbitrary: fc.tuple(who, fc.boolean()).map(([one, all]) => sign(one, all)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(who, fc.constantFrom('invite', 'requestConsents', 'enterBank', 'select', 'refuse', 'withdraw'))
      .map(([one, command]) => move(one, command)),
  },
  { weight: 2, arbitrary: fc.constantFrom(1, 13, 20, 400, 1500).map(days) },
);

async function aStory(birthDate: string): Promise<Story> {
  server.clock.moveTo(`${START}T09:00:00+03:00`);
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, birthDate);
  await at.papers(at.mentor.personId);
  return {
    at,
    formId: await at.form(),
    people: { child: pupil.personId, mentor: at.mentor.personId },
    signers: { child: [mother, pupil], mentor: [at.mentor] },
    day: new Date(`${START}T06:00:00Z`),
  };
}

test(
  'no request and no card without G-PD, nobody in a bank after a withdrawal, in whatever order it is tried (§5.1, §5.4)',
  async () => {
    // Thirteen for good while, fourteen in ten days, fifteen, eighteen in ten days.
    const births = fc.constantFrom('2012-03-05', '2010-10-25', '2009-03-05', '2006-10-25');
    await fc.assert(
      fc.asyncProperty(births, fc.commands([step], { size: 'max', maxCommands: 24 }), async (birth, commands) => {
        const story = await aStory(birth);
        await fc.asyncModelRun(() => ({ model: {}, real: story }), commands);
      }),
      RUNS > 0 ? { numRuns: RUNS } : { numRuns: 8, seed: 20_241_015, endOnFailure: true },
    );
    process.stdout.write(`privacy invariants: ${JSON.stringify(happened)}\n`);
    // A model that never comes to the places it guards proves nothing.
    for (const count of Object.values(happened)) expect(count).toBeGreaterThan(0);
  },
  Math.max(60_000, RUNS * 10_000),
);
