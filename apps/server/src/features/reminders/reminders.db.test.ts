import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { aDraft, aPlanInForce } from '../../../test/plans.ts';
import { aSchool, ask, type School, useServer } from '../../../test/school.ts';
import { openMailer } from '../../platform/mail/mailer.ts';

/** A real mail server that keeps what it is sent, and refuses addresses that begin with «nobody». */
const received: string[] = [];
let refuse = false;
let onLetter: () => Promise<void> = () => Promise.resolve();
const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo(address, _session, done) {
    if (address.address.startsWith('nobody'))
      return done(Object.assign(new Error('no such user'), { responseCode: 550 }));
    return refuse ? done(Object.assign(new Error('try later'), { responseCode: 451 })) : done();
  },
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    const finish = async () => {
      received.push(Buffer.concat(chunks).toString());
      await onLetter();
      done();
    };
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => void finish());
  },
});
const listening = Promise.withResolvers<number>();
sink.listen(0, '127.0.0.1', () => listening.resolve((sink.server.address() as { port: number }).port));
const port = await listening.promise;

const server = useServer({
  at: '2024-11-20T09:00:00Z',
  mailer: () => openMailer(`smtp://127.0.0.1:${port}`, 'school@example.org'),
});

beforeEach(() => {
  received.length = 0;
  refuse = false;
  onLetter = () => Promise.resolve();
  server.clock.moveTo('2024-11-20T09:00:00Z');
});
afterAll(async () => {
  await new Promise<void>((resolve) => sink.close(resolve));
});

const STAFF = {
  curator: { name: 'Лугова Ирина Юрьевна', roles: ['curator'], email: 'curator@school.example' },
  director: { name: 'Бережной Олег Павлович', roles: ['director'] },
  teacher: { name: 'Перова Анна Сергеевна', roles: ['staff'], email: 'teacher@school.example' },
} as const;

/** Tests share a database; letters of one school are told by its curator's notices. */
async function aSchoolWith(
  items: readonly { title: string; deadline: string; responsible?: string }[],
): Promise<School> {
  const school = await aSchool(server, STAFF);
  await aPlanInForce(server, school, items);
  await server.runJobs();
  received.length = 0;
  return school;
}

const notices = async (school: School, who: string) =>
  (
    await ask<{ notices: { kind: string; subject: string; body: string }[] }>(
      server,
      school.people[who],
      'GET /notices',
    )
  ).body.notices;

const lettersAbout = (title: string) => received.filter((letter) => decoded(letter).includes(title));
function decoded(letter: string): string {
  const text = letter.slice(letter.indexOf('\r\n\r\n'));
  return /base64/i.test(letter) ? Buffer.from(text, 'base64').toString() : letter;
}

describe('reminders of terms', () => {
  test('come seven days before, the day before, and once the term has passed: to the responsible, here and by mail', async () => {
    const school = await aSchoolWith([{ title: 'Первый пункт', deadline: 'до 27.11.2024' }]);
    const days = { '2024-11-20': 'weekBefore', '2024-11-26': 'dayBefore', '2024-11-28': 'late' };
    for (const [day, kind] of Object.entries(days)) {
      server.clock.moveTo(`${day}T09:00:00Z`);
      await server.run('remind-of-terms');
      await server.runJobs();
      expect((await notices(school, 'teacher'))[0]).toMatchObject({ kind });
    }
    expect(lettersAbout('Первый пункт')).toHaveLength(3);
    expect(received[0]).toMatch(/To: teacher@school\.example/);
    expect(received[0]).toMatch(/Message-ID: <[0-9a-f-]{36}@nastavnik\.invalid>/i);
  });

  test('a sweep that runs twice, and a day later, tells nothing twice', async () => {
    const school = await aSchoolWith([{ title: 'Второй пункт', deadline: 'до 27.11.2024' }]);
    for (const moment of ['2024-11-20T09:00:00Z', '2024-11-20T10:00:00Z', '2024-11-21T09:00:00Z']) {
      server.clock.moveTo(moment);
      await Promise.all([server.run('remind-of-terms'), server.run('remind-of-terms')]);
      await server.runJobs();
    }
    expect(await notices(school, 'teacher')).toHaveLength(1);
    expect(lettersAbout('Второй пункт')).toHaveLength(1);
  });

  test('what waits for confirmation and the digest of Monday come to the curator', async () => {
    const school = await aSchoolWith([
      { title: 'Третий пункт', deadline: 'до 25.12.2024' },
      { title: 'Поздний пункт', deadline: 'сентябрь' },
    ]);
    const { body } = await ask<{ roadmaps: { id: string }[] }>(server, school.people['curator'], 'GET /roadmaps');
    const plan = await ask<{ items: { occurrences: { id: string }[] }[] }>(
      server,
      school.people['curator'],
      `GET /roadmaps/${body.roadmaps[0]!.id}`,
    );
    const id = plan.body.items[0]!.occurrences[0]!.id;
    await ask(server, school.people['teacher'], `POST /occurrences/${id}/evidence`, {
      kind: 'document',
      title: 'Акт',
      number: '1',
      date: '2024-11-19',
    });
    await ask(server, school.people['teacher'], `POST /occurrences/${id}/report-done`, {
      doneOn: '2024-11-19',
      note: null,
    });
    server.clock.moveTo('2024-11-25T09:00:00Z');
    await server.run('remind-of-terms');
    const found = await notices(school, 'curator');
    expect(found.map((notice) => notice.kind).toSorted()).toEqual(['confirmationWaiting', 'weeklyDigest']);
    expect(found.find((notice) => notice.kind === 'weeklyDigest')?.body).toContain(
      'просрочено: 1, на этой неделе: 0, ждут подтверждения: 1',
    );
  });

  test('a roadmap handed in is told to the director, a returned one to the curator', async () => {
    const school = await aSchool(server, STAFF);
    const draft = await aDraft(server, school, [{ title: 'Пункт' }]);
    await ask(server, school.people['curator'], `POST /roadmaps/${draft.id}/submit`);
    await ask(server, school.people['director'], `POST /roadmaps/${draft.id}/return`, { comment: 'Мало' });
    await server.runJobs();
    expect((await notices(school, 'director')).map((notice) => notice.kind)).toEqual(['agreementAsked']);
    expect((await notices(school, 'curator')).map((notice) => notice.kind)).toEqual(['returned']);
  });
});

describe('letters', () => {
  test('two workers with the same letter send it once', async () => {
    const school = await aSchoolWith([{ title: 'Пункт двоих', deadline: 'до 27.11.2024' }]);
    await server.run('remind-of-terms');
    const [delivery] = await deliveryOf(school);
    const arrived = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    onLetter = () => {
      arrived.resolve();
      return goOn.promise;
    };
    const payload = { tenantId: school.tenantId, deliveryId: delivery!.id };
    const first = server.run('send-letter', payload);
    await arrived.promise;
    // The first stands in the middle of sending; the second comes and goes.
    await server.run('send-letter', payload);
    goOn.resolve();
    await first;
    expect(lettersAbout('Пункт двоих')).toHaveLength(1);
  });

  test('a letter whose sender died is sent again after a quarter of an hour, as the same letter', async () => {
    const school = await aSchoolWith([{ title: 'Брошенный пункт', deadline: 'до 27.11.2024' }]);
    await server.run('remind-of-terms');
    const [delivery] = await deliveryOf(school);
    await changeDelivery(school, { state: 'sending', begun_at: server.clock.now() });
    await server.runJobs();
    expect(lettersAbout('Брошенный пункт')).toHaveLength(0);
    server.clock.moveTo('2024-11-20T09:16:00Z');
    await server.run('send-abandoned-letters');
    await server.runJobs();
    expect(lettersAbout('Брошенный пункт')).toHaveLength(1);
    expect(lettersAbout('Брошенный пункт')[0]).toContain(delivery!.message_id);
  });

  test('a mail server that is away for a while gets the letter later; one that refuses the address is believed', async () => {
    const school = await aSchoolWith([{ title: 'Терпеливый пункт', deadline: 'до 27.11.2024' }]);
    await server.run('remind-of-terms');
    const [delivery] = await deliveryOf(school);
    const payload = { tenantId: school.tenantId, deliveryId: delivery!.id };
    refuse = true;
    await expect(server.run('send-letter', payload)).rejects.toThrow();
    refuse = false;
    await server.run('send-letter', payload);
    expect(lettersAbout('Терпеливый пункт')).toHaveLength(1);
    const log = await ask<{ deliveries: object[] }>(server, school.people['curator'], 'GET /deliveries');
    expect(log.body.deliveries.filter((each) => 'kind' in each && each.kind === 'weekBefore')).toMatchObject([
      { kind: 'weekBefore', person: 'Перова А.', state: 'sent', attempts: 2, channel: 'mail' },
    ]);

    const other = await aSchool(server, { ...STAFF, teacher: { ...STAFF.teacher, email: 'nobody@school.example' } });
    await aPlanInForce(server, other, [{ title: 'Пункт никому', deadline: 'до 27.11.2024' }]);
    await server.run('remind-of-terms');
    await server.runJobs();
    expect(await deliveryOf(other, 'weekBefore')).toMatchObject([{ state: 'failed' }]);
  });

  test('who declined an optional reminder reads it here and gets no letter; lateness cannot be declined', async () => {
    const school = await aSchoolWith([{ title: 'Тихий пункт', deadline: 'до 27.11.2024' }]);
    await ask(server, school.people['teacher'], 'PUT /reminder-preferences', { declined: ['weekBefore', 'late'] });
    await server.run('remind-of-terms');
    await server.runJobs();
    expect(await notices(school, 'teacher')).toHaveLength(1);
    expect(lettersAbout('Тихий пункт')).toHaveLength(0);
    server.clock.moveTo('2024-11-28T09:00:00Z');
    await server.run('remind-of-terms');
    await server.runJobs();
    expect(lettersAbout('Тихий пункт')).toHaveLength(1);
  });

  async function deliveryOf(school: School, kind = 'weekBefore') {
    const { writing } = await import('../../platform/db/transactions.ts');
    return writing(server.db.pool, school, (tx) =>
      tx
        .selectFrom('mail_deliveries as d')
        .innerJoin('notices as n', (join) =>
          join.onRef('n.tenant_id', '=', 'd.tenant_id').onRef('n.id', '=', 'd.notice_id'),
        )
        .select(['d.id', 'd.state', 'd.message_id'])
        .where('d.tenant_id', '=', school.tenantId)
        .where('n.kind', '=', kind)
        .execute(),
    );
  }
  async function changeDelivery(school: School, change: { state: string; begun_at: Date }) {
    const { writing } = await import('../../platform/db/transactions.ts');
    await writing(server.db.pool, school, (tx) =>
      tx.updateTable('mail_deliveries').set(change).where('tenant_id', '=', school.tenantId).execute(),
    );
  }
});

describe('the texts', () => {
  test('are the school’s own, checked for placeholders, and go back to ours', async () => {
    const school = await aSchoolWith([{ title: 'Свой пункт', deadline: 'до 27.11.2024' }]);
    const put = (body: object) =>
      ask<{ code?: string; details?: object; templates?: { kind: string; changed: boolean; subject: string }[] }>(
        server,
        school.people['curator'],
        'PUT /reminder-templates/weekBefore',
        body,
      );
    expect((await put({ subject: 'Скоро', body: 'Привет, {кличка}' })).body).toMatchObject({
      code: 'reminder.template-invalid',
      details: { unknown: ['кличка'] },
    });
    const changed = await put({ subject: 'Скоро: {пункт}', body: 'Дорогая {имя}!' });
    expect(changed.body.templates?.find((each) => each.kind === 'weekBefore')).toMatchObject({ changed: true });
    await server.run('remind-of-terms');
    expect((await notices(school, 'teacher'))[0]).toMatchObject({
      subject: 'Скоро: Свой пункт',
      body: 'Дорогая Анна Сергеевна!',
    });
    const ours = await ask<{ templates: { kind: string; changed: boolean }[] }>(
      server,
      school.people['curator'],
      'DELETE /reminder-templates/weekBefore',
    );
    expect(ours.body.templates.find((each) => each.kind === 'weekBefore')).toMatchObject({ changed: false });
  });

  test('have their ladder', async () => {
    const school = await aSchool(server, STAFF);
    const text = { subject: 'x', body: 'x' };
    expect((await ask(server, undefined, 'PUT /reminder-templates/late', text)).status).toBe(401);
    expect((await ask(server, school.people['teacher'], 'PUT /reminder-templates/late', text)).status).toBe(403);
    expect((await ask(server, school.people['curator'], 'PUT /reminder-templates/never', text)).status).toBe(400);
    expect((await ask(server, school.people['teacher'], 'GET /deliveries')).status).toBe(403);
    expect((await ask(server, undefined, 'GET /notices')).status).toBe(401);
    expect((await ask(server, undefined, 'PUT /reminder-preferences', { declined: [] })).status).toBe(401);
  });
});
