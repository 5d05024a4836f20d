import { describe, expect, test } from 'vitest';
import { aFamily, type Client, type ConsentSchool, consentSchool, REQUIRED, sign } from '../../../test/consents.ts';
import { aPupil } from '../../../test/pupils.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });

async function issued(at: ConsentSchool, by: Client, body: object) {
  const answer = await by.post('/api/v1/consents/issue', body);
  expect(answer.statusCode).toBe(200);
  return answer.json<{
    issued: { consentId: string; personId: string; kind: string }[];
    skipped: { personId: string; code: string }[];
  }>();
}

describe('signing in the account', () => {
  test('for a child of thirteen the mother signs alone, and the child cannot', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2011-03-05');
    const { issued: made } = await issued(at, at.teacher, { personIds: [pupil.personId], kinds: ['processing'] });
    const { consentId } = made[0]!;
    const card = (await mother.get(`/api/v1/consents/${consentId}`)).json();
    expect(card).toMatchObject({ state: 'issued', signHindrance: null, may: { sign: true, refuse: true } });
    expect(card.text).toContain('Согласие законного представителя');
    expect((await sign(pupil, consentId)).json()).toMatchObject({ code: 'consent.not-a-signer' });
    expect((await sign(mother, consentId)).json()).toMatchObject({ state: 'valid', validFrom: '2024-10-15' });
  });

  test('at fifteen one signature of two is not enough', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2009-03-05');
    const { issued: made } = await issued(at, at.curator, { personIds: [pupil.personId], kinds: ['processing'] });
    const { consentId } = made[0]!;
    expect((await sign(mother, consentId)).json()).toMatchObject({ state: 'partiallySigned' });
    const sheet = (await at.teacher.get(`/api/v1/consents/classes/${at.classId}`)).json();
    expect(sheet.rows[0].cells[0]).toMatchObject({ state: 'oneOfTwo', waitsFor: ['Лосев Анна Игоревна'] });
    expect(sheet.rows[0].step).toMatchObject({ code: 'partlySigned', next: 'remind' });
    expect((await sign(pupil, consentId, [...REQUIRED, 'questioning'])).json()).toMatchObject({
      state: 'valid',
      // What two allow is what both have ticked.
      purposes: REQUIRED,
    });
  });

  test('another text than the one shown is not signed, and an obligatory line left empty is no consent', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2011-03-05');
    const { issued: made } = await issued(at, at.teacher, { personIds: [pupil.personId], kinds: ['processing'] });
    const url = `/api/v1/consents/${made[0]!.consentId}/sign`;
    expect((await mother.post(url, { documentHash: 'f'.repeat(64), purposes: REQUIRED })).json()).toMatchObject({
      code: 'consent.document-changed',
    });
    expect((await sign(mother, made[0]!.consentId, ['matching'])).json()).toMatchObject({
      code: 'consent.purposes-missing',
    });
  });

  test('without address and paper of identity the account is closed; entered, the text is a new one', async () => {
    const at = await consentSchool(server);
    const [pupil, mother] = [await at.guest('Рысев', '2011-03-05'), await at.guest('Рысева')];
    await at.enrol(pupil.personId);
    await at.representation(mother.personId, pupil.personId);
    const { issued: made } = await issued(at, at.teacher, { personIds: [pupil.personId], kinds: ['processing'] });
    const url = `/api/v1/consents/${made[0]!.consentId}`;
    const before = (await mother.get(url)).json();
    expect(before).toMatchObject({ signHindrance: 'consent.papers-missing', may: { sign: false } });
    expect((await sign(mother, made[0]!.consentId)).json()).toMatchObject({ code: 'consent.papers-missing' });
    const paper = { kind: 'passport', number: '41 00 000001', issuedOn: null, issuer: null, address: 'Приозёрск' };
    expect((await mother.put(`/api/v1/persons/${mother.personId}/identity`, paper)).statusCode).toBe(204);
    const birth = { ...paper, kind: 'birthCertificate' };
    expect((await mother.put(`/api/v1/persons/${pupil.personId}/identity`, birth)).statusCode).toBe(204);
    const after = (await mother.get(url)).json();
    expect(after.documentHash).not.toBe(before.documentHash);
    expect((await sign(mother, made[0]!.consentId)).json()).toMatchObject({ state: 'valid' });
  });

  test('a pupil of fifteen signs first, without the mother’s passport; hers, typed later, moves no signature', async () => {
    const at = await consentSchool(server);
    const [pupil, mother] = [await at.guest('Зимин', '2009-03-05'), await at.guest('Зимина')];
    await at.enrol(pupil.personId);
    await at.representation(mother.personId, pupil.personId);
    const { issued: made } = await issued(at, at.curator, { personIds: [pupil.personId], kinds: ['processing'] });
    const { consentId } = made[0]!;
    const url = `/api/v1/consents/${consentId}`;
    const paper = (number: string) => ({
      kind: 'passport',
      number,
      issuedOn: null,
      issuer: null,
      address: 'Приозёрск',
    });
    const type = (who: Client, number: string) => who.put(`/api/v1/persons/${who.personId}/identity`, paper(number));
    const seenBy = async (who: Client) => (await who.get(url)).json();

    expect(await seenBy(pupil)).toMatchObject({ signHindrance: 'consent.papers-missing' });
    await type(pupil, '41 00 000001');
    const first = await seenBy(pupil);
    expect(first).toMatchObject({ signHindrance: null, may: { sign: true } });
    expect((await sign(pupil, consentId)).json()).toMatchObject({ state: 'partiallySigned' });

    // What the pupil has signed stays, whatever is typed afterwards.
    await type(pupil, '41 00 999999');
    expect((await seenBy(pupil)).text).toBe((await seenBy(mother)).text);
    expect((await seenBy(mother)).text).toContain('41 00 000001');
    expect(await seenBy(mother)).toMatchObject({
      signHindrance: 'consent.papers-missing',
      documentHash: first.documentHash,
    });
    await type(mother, '41 00 000002');
    const last = await seenBy(mother);
    expect(last.documentHash).not.toBe(first.documentHash);
    expect(last.text).toContain('41 00 000002');
    expect(last.text).not.toContain('41 00 999999');
    const old = await mother.post(`${url}/sign`, { documentHash: first.documentHash, purposes: REQUIRED });
    expect(old.json()).toMatchObject({ code: 'consent.document-changed' });
    expect((await sign(mother, consentId)).json()).toMatchObject({ state: 'valid' });
  });

  test('«не согласен» ends the asking; in a crowd nobody asks again, by name the person may be asked', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2011-03-05');
    const { issued: made } = await issued(at, at.teacher, { personIds: [pupil.personId], kinds: ['processing'] });
    expect((await mother.post(`/api/v1/consents/${made[0]!.consentId}/refuse`)).json()).toMatchObject({
      state: 'refused',
    });
    await aPupil(at.place, 'Бобров Пётр Ильич', at.classId);
    const crowd = await issued(at, at.teacher, { classId: at.classId, kinds: ['processing'] });
    expect(crowd.skipped).toContainEqual(
      expect.objectContaining({ personId: pupil.personId, code: 'consent.refused-earlier' }),
    );
    const alone = await issued(at, at.teacher, { personIds: [pupil.personId], kinds: ['processing'] });
    expect(alone.issued).toHaveLength(1);
  });

  test('a refusal of processing lays aside what was asked for beside it: nobody waits for it or reminds of it', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2009-03-05');
    await at.participation(pupil.personId, { formId: await at.form() });
    const { issued: made } = await issued(at, at.curator, { personIds: [pupil.personId], kinds: [] });
    const [processing, participation] = ['processing', 'participation'].map(
      (kind) => made.find((each) => each.kind === kind)!.consentId,
    );
    const read = async (id: string | undefined) => (await mother.get(`/api/v1/consents/${id}`)).json();
    // From 14 on the document speaks to the pupil, its summary to whoever reads it.
    expect((await read(processing)).summary).toContain('вашего ребёнка');
    expect((await pupil.get(`/api/v1/consents/${processing}`)).json().summary).toContain('Тебя зовут');
    await mother.post(`/api/v1/consents/${processing}/refuse`);
    expect(await read(participation)).toMatchObject({
      state: 'superseded',
      endReason: 'notNeeded',
      may: { sign: false },
    });
    expect((await mother.get('/api/v1/consents/mine')).json().toSign).toEqual([]);
    const { rows } = (await at.teacher.get(`/api/v1/consents/classes/${at.classId}`)).json();
    expect(rows[0].cells).toMatchObject([
      { state: 'refused', waitsFor: [] },
      { state: 'notNeeded', waitsFor: [] },
      { state: 'notAsked' },
    ]);
    const reminded = await at.teacher.post('/api/v1/consents/remind', { consentIds: [participation] });
    expect(reminded.json()).toMatchObject({ code: 'consent.nobody' });
  });

  test('fifty telephones at once: every signature counts once', async () => {
    const at = await consentSchool(server);
    const mother = await at.guest('Зайцева');
    await at.papers(mother.personId);
    const consents: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const child = await aPupil(at.place, `Зайцев Иван${index} Ильич`, at.classId);
      await at.representation(mother.personId, child);
      await at.papers(child);
      const { issued: made } = await issued(at, at.teacher, { personIds: [child], kinds: ['processing'] });
      consents.push(made[0]!.consentId);
    }
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => sign(mother, consents[index % consents.length]!)),
    );
    const codes = answers.map((answer) => answer.statusCode);
    expect(codes.filter((code) => code === 200)).toHaveLength(5);
    expect(codes.filter((code) => code === 409)).toHaveLength(45);
    const { rows } = await at.write(async (tx) => ({
      rows: await tx
        .selectFrom('audit_events')
        .select('object_id')
        .where('tenant_id', '=', at.place.tenantId)
        .where('type', '=', 'consent.signed')
        .execute(),
    }));
    expect(rows.map((row) => row.object_id).toSorted()).toEqual(consents.toSorted());
  });
});
