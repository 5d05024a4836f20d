import { describe, expect, test } from 'vitest';
import { aFamily, type ConsentSchool, consentSchool, issueOneFor, sign } from '../../../test/consents.ts';
import { aClass, aPerson, aPupil } from '../../../test/pupils.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });

async function childWithMother(at: ConsentSchool, name: string, birthDate = '2011-03-05') {
  const child = await aPupil(at.place, name, at.classId, birthDate);
  const mother = await aPerson(at.place, `${name.split(' ')[0]}а Вера Львовна`);
  await at.representation(mother, child);
  return { child, mother };
}

describe('the papers of a class', () => {
  test('twenty-eight consents at once: one document each, numbers in a row, one file to print, and who cannot be asked', async () => {
    const at = await consentSchool(server);
    for (let index = 0; index < 28; index += 1) await childWithMother(at, `Бобров${index} Иван Ильич`);
    const alone = await aPupil(at.place, 'Волков Пётр Ильич', at.classId);
    const unverified = await aPupil(at.place, 'Ежов Пётр Ильич', at.classId);
    await at.representation(await aPerson(at.place, 'Ежова Вера Львовна'), unverified, { verified: false });
    const ageless = await aPupil(at.place, 'Жуков Пётр Ильич', at.classId);
    await at.write((tx) => tx.updateTable('people').set({ birth_date: null }).where('id', '=', ageless).execute());

    const body = { classId: at.classId, kinds: ['processing'] };
    const answer = (await at.teacher.post('/api/v1/consents/issue', body)).json();
    expect(answer.issued).toHaveLength(28);
    expect(answer.skipped.map((each: { personId: string; code: string }) => [each.personId, each.code])).toEqual([
      [alone, 'consent.signers-missing'],
      [unverified, 'consent.representative-unverified'],
      [ageless, 'signers.birth-date-missing'],
    ]);
    // The second time nobody is asked twice.
    const again = (await at.teacher.post('/api/v1/consents/issue', body)).json();
    expect(again.issued).toEqual([]);
    expect(again.skipped.filter(({ code }: { code: string }) => code === 'consent.already-issued')).toHaveLength(28);

    const consentIds = answer.issued.map(({ consentId }: { consentId: string }) => consentId);
    const print = { consentIds, format: 'pdf', purpose: 'раздать родителям' };
    const paper = await at.teacher.post('/api/v1/consents/print', print);
    expect(paper.headers['content-type']).toBe('application/pdf');
    const sheet = (await at.teacher.get(`/api/v1/consents/classes/${at.classId}`)).json();
    expect(sheet.rows).toHaveLength(31);
    expect(sheet.rows[0].cells[0]).toMatchObject({ state: 'printed', number: 'С-1/2024' });
    expect(sheet.rows.at(-1).step).toMatchObject({ code: 'signers.birth-date-missing', next: 'recordBirthDate' });
    const told = (await at.teacher.post('/api/v1/consents/remind', { consentIds })).json();
    expect(told).toEqual({ noticed: [], onPaper: consentIds });
    expect((await at.teacher.post('/api/v1/consents/slips', { consentIds })).rawPayload.subarray(0, 5).toString()).toBe(
      '%PDF-',
    );
    const disclosed = await at.write((tx) =>
      tx
        .selectFrom('disclosures')
        .select(['kind', 'purpose', 'by_person_id'])
        .where('tenant_id', '=', at.place.tenantId)
        .execute(),
    );
    expect(disclosed).toEqual([{ kind: 'consents', purpose: 'раздать родителям', by_person_id: at.teacher.personId }]);
  });

  test('as Word too, and every print of a minor stands in the history', async () => {
    const at = await consentSchool(server);
    const { child } = await childWithMother(at, 'Бобров Иван Ильич');
    const consentIds = [await issueOneFor(at, child)];
    const answer = await at.curator.post('/api/v1/consents/print', { consentIds, format: 'docx', purpose: 'правка' });
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const seen = await at.write((tx) =>
      tx
        .selectFrom('audit_events')
        .select('data')
        .where('type', '=', 'card.seen')
        .where('object_id', '=', child)
        .execute(),
    );
    expect(seen).toContainEqual({ data: { what: 'export' } });
  });

  test('whoever has an account is reminded by a notice that names no child', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2011-03-05');
    const consentIds = [await issueOneFor(at, pupil.personId)];
    expect((await at.teacher.post('/api/v1/consents/remind', { consentIds })).json()).toEqual({
      noticed: consentIds,
      onPaper: [],
    });
    const { notices } = (await mother.get('/api/v1/notices')).json();
    expect(notices).toMatchObject([{ kind: 'consentAsked' }]);
    expect(JSON.stringify(notices)).not.toContain('Лосев');
  });

  test('a child of ten says «я согласен» to taking part beside the mother; without the form nobody is asked', async () => {
    const at = await consentSchool(server);
    const { pupil, mother } = await aFamily(at, '2014-03-05');
    const body = { personIds: [pupil.personId], kinds: ['participation'] };
    expect((await at.teacher.post('/api/v1/consents/issue', body)).json().skipped).toMatchObject([
      { code: 'consent.form-missing' },
    ]);
    await at.participation(pupil.personId, { formId: await at.form() });
    const { issued, skipped } = (await at.teacher.post('/api/v1/consents/issue', { ...body, kinds: [] })).json();
    expect(skipped).toEqual([]);
    expect(issued.map(({ kind }: { kind: string }) => kind)).toEqual(['processing', 'participation']);
    const { consentId } = issued[1];
    expect((await sign(mother, consentId, ['participation'])).json()).toMatchObject({ state: 'valid' });
    const assented = (await sign(pupil, consentId, [])).json();
    expect(assented.signers).toMatchObject([{ side: 'representative' }, { assentOnly: true, signedOn: '2024-10-15' }]);
    const needed = (await at.curator.get(`/api/v1/consents?personId=${pupil.personId}`)).json().needed;
    expect(needed).toMatchObject([
      { kind: 'processing', step: { code: 'notSigned', next: 'remind', waitsFor: ['Лосева Анна Игоревна'] } },
      { kind: 'participation', step: null },
      { kind: 'dissemination', required: false, step: { code: 'notAsked' } },
    ]);
  });

  test('a publication without places says so and names the wording to be mended', async () => {
    const at = await consentSchool(server);
    const { pupil } = await aFamily(at, '2011-03-05');
    const body = { personIds: [pupil.personId], kinds: ['dissemination'] };
    const [skipped] = (await at.curator.post('/api/v1/consents/issue', body)).json().skipped;
    expect(skipped).toMatchObject({ code: 'consent.places-missing' });
    const mended = (await at.curator.get(`/api/v1/consent-templates/${skipped.templateId}`)).json();
    expect(mended.template).toMatchObject({ kind: 'dissemination', audience: 'representative' });
  });

  test('while the school itself is not named in full nothing is issued', async () => {
    const at = await consentSchool(server);
    const { child } = await childWithMother(at, 'Бобров Иван Ильич');
    const operator = (await at.curator.get('/api/v1/operator')).json();
    const { address, accountSigning } = operator;
    const body = { address, accountSigning, inn: null, ogrn: '1024700000000' };
    expect((await at.teacher.put('/api/v1/operator', body)).statusCode).toBe(403);
    expect((await at.curator.put('/api/v1/operator', body)).json()).toMatchObject({ lacks: ['inn'] });
    const refused = await at.teacher.post('/api/v1/consents/issue', { personIds: [child], kinds: ['processing'] });
    expect(refused.json()).toMatchObject({ code: 'operator.incomplete', details: { lacks: ['inn'] } });
  });
});

describe('who may', () => {
  test('a class teacher works with the own class, nobody of another school is there, a mentor sees nothing', async () => {
    const [at, elsewhere] = [await consentSchool(server), await consentSchool(server, 'Школа № 9')];
    const { child } = await childWithMother(at, 'Бобров Иван Ильич');
    const consentId = await issueOneFor(at, child);
    const otherClass = await aClass(at.place, 7, 'Б');
    const stranger = await aPupil(at.place, 'Зайцев Иван Ильич', otherClass);
    const issue = (personIds: string[]) => ({ personIds, kinds: ['processing'] });
    expect((await at.teacher.post('/api/v1/consents/issue', issue([child, stranger]))).statusCode).toBe(403);
    expect((await at.teacher.post('/api/v1/consents/issue', { classId: otherClass })).statusCode).toBe(403);
    expect((await at.teacher.get(`/api/v1/consents/classes/${otherClass}`)).statusCode).toBe(403);
    expect((await at.teacher.get(`/api/v1/consents?personId=${stranger}`)).statusCode).toBe(403);
    expect((await at.teacher.get('/api/v1/consents/register')).statusCode).toBe(403);
    expect((await at.teacher.get('/api/v1/consents/coverage')).statusCode).toBe(403);
    expect((await at.director.get('/api/v1/consents/register')).json().rows).toHaveLength(1);

    for (const client of [elsewhere.curator, elsewhere.officer]) {
      expect((await client.get(`/api/v1/consents/${consentId}`)).statusCode).toBe(404);
      expect((await client.get(`/api/v1/consents?personId=${child}`)).statusCode).toBe(404);
      expect((await client.get(`/api/v1/consents/classes/${at.classId}`)).statusCode).toBe(404);
      expect((await client.post('/api/v1/consents/issue', issue([child]))).statusCode).toBe(404);
    }
    const print = { consentIds: [consentId], format: 'pdf', purpose: 'посмотреть' };
    expect((await elsewhere.curator.post('/api/v1/consents/print', print)).statusCode).toBe(404);
    for (const ask of [
      at.mentor.get(`/api/v1/consents/${consentId}`),
      at.mentor.get(`/api/v1/persons/${child}/identity`),
      at.mentor.post('/api/v1/consents/print', print),
      at.mentor.post(`/api/v1/consents/${consentId}/withdraw`),
      at.curator.post(`/api/v1/consents/${consentId}/sign`, { documentHash: 'a'.repeat(64), purposes: [] }),
      at.curator.post(`/api/v1/consents/${consentId}/refuse`),
    ]) {
      expect((await ask).statusCode).toBe(403);
    }
  });

  test('the mother of another child reads nothing of this one', async () => {
    const at = await consentSchool(server);
    const [one, other] = [await aFamily(at, '2011-03-05'), await aFamily(at, '2011-04-05')];
    const consentId = await issueOneFor(at, one.pupil.personId);
    expect((await other.mother.get(`/api/v1/consents/${consentId}`)).statusCode).toBe(403);
    expect((await sign(other.mother, consentId)).statusCode).toBe(400);
    expect(
      (
        await other.mother.put(`/api/v1/persons/${one.pupil.personId}/identity`, {
          kind: 'passport',
          number: '1',
          issuedOn: null,
          issuer: null,
          address: 'а',
        })
      ).statusCode,
    ).toBe(403);
  });
});
