import { aSignature } from '@nastavnik/documents/consents/a-signature.testing';
import { expect, test } from 'vitest';
import {
  aFamily,
  type Client,
  type ConsentSchool,
  consentSchool,
  issueOneFor,
  REQUIRED,
  sign,
} from '../../../test/consents.ts';
import { FormDataBody, useServer } from '../../../test/school.ts';

const server = useServer({ at: '2025-10-10T09:00:00+03:00' });

/** The mother is called as the certificate of the invented signature says. */
async function family(at: ConsentSchool, kind = 'processing') {
  const [pupil, mother] = [await at.guest('Рябинин', '2012-03-05'), await at.guest('Рябинина')];
  await at.write((tx) =>
    tx.updateTable('people').set({ patronymic: 'Сергеевна' }).where('id', '=', mother.personId).execute(),
  );
  await at.enrol(pupil.personId);
  await at.representation(mother.personId, pupil.personId);
  await at.papers(pupil.personId, mother.personId);
  return { pupil, mother, consentId: await issueOneFor(at, pupil.personId, kind) };
}

async function attach(who: Client, consentId: string, by: string, bytes: Uint8Array = aSignature()) {
  const fields = { by, signedOn: '2025-10-10', purposes: 'required' };
  return who.post(
    `/api/v1/consents/${consentId}/qualified-signature`,
    new FormDataBody({ name: 'подпись.sig', bytes }, fields),
  );
}

test('a file of a qualified signature is put beside the consent, and read back by whoever may read the consent', async () => {
  const at = await consentSchool(server);
  const { pupil, mother, consentId } = await family(at);
  expect((await attach(at.mentor, consentId, mother.personId)).statusCode).toBe(403);
  const filed = await attach(mother, consentId, mother.personId);
  expect(filed.json()).toMatchObject({
    consent: { state: 'valid', validFrom: '2025-10-10', signers: [{ method: 'qualifiedESign' }] },
    warnings: [],
    alreadyFiled: false,
  });
  const card = (await at.curator.get(`/api/v1/consents/${consentId}`)).json();
  expect(card).toMatchObject({ purposes: REQUIRED, scans: [], signatureFiles: [mother.personId] });
  const url = `/api/v1/consents/${consentId}/signatures/${mother.personId}`;
  for (const who of [at.curator, at.teacher, at.officer, mother, pupil]) {
    const answer = await who.get(url);
    expect(answer.statusCode).toBe(200);
    expect(Buffer.compare(answer.rawPayload, aSignature())).toBe(0);
  }
  for (const who of [at.mentor, at.director]) expect((await who.get(url)).statusCode).toBe(403);
  const there = await consentSchool(server, 'Школа № 9');
  expect((await there.officer.get(url)).statusCode).toBe(404);
  expect((await at.curator.get(url.replace(mother.personId, pupil.personId))).json()).toMatchObject({
    code: 'file.not-found',
  });
  // RULE-18: what has ended is proof, for the officer and the family.
  await mother.post(`/api/v1/consents/${consentId}/withdraw`);
  const after = await Promise.all([at.curator, at.teacher, at.officer, mother].map((who) => who.get(url)));
  expect(after.map(({ statusCode }) => statusCode)).toEqual([403, 403, 200, 200]);
});

test.each([
  ['a scan', Buffer.from('%PDF-1.4'), 'signature.not-a-container'],
  ['the signed document inside it', aSignature({ content: new Uint8Array(20) }), 'signature.not-detached'],
  ['no certificate', aSignature({ withCertificate: false }), 'signature.no-certificate'],
  ['nothing signed', aSignature({ signature: new Uint8Array() }), 'signature.empty-signature'],
])('a file with %s is refused by its own words, and nothing is signed', async (_what, bytes, code) => {
  const at = await consentSchool(server);
  const { mother, consentId } = await family(at);
  const answer = await attach(at.curator, consentId, mother.personId, bytes);
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({ code });
  expect((await at.curator.get(`/api/v1/consents/${consentId}`)).json()).toMatchObject({ state: 'issued' });
});

test('somebody else’s signature is none of the mother’s; what is odd about hers is said and stops nothing', async () => {
  const at = await consentSchool(server);
  const { mother, consentId } = await family(at);
  const other = await at.guest('Оленева');
  await at.write((tx) =>
    tx.updateTable('people').set({ family_name: 'Сосновская' }).where('id', '=', mother.personId).execute(),
  );
  const odd = aSignature({ signedAt: new Date('2027-01-01T00:00:00Z'), algorithm: '1.2.840.113549.1.1.11' });
  expect((await attach(at.curator, consentId, other.personId)).json()).toMatchObject({ code: 'consent.not-a-signer' });
  // The surname on the document or the one of today: both are hers.
  expect((await attach(at.curator, consentId, mother.personId, odd)).json()).toMatchObject({
    consent: { state: 'valid', nameChanged: true },
    warnings: [
      { code: 'signature.algorithm-not-gost' },
      { code: 'signature.certificate-not-valid-then' },
      { code: 'consent.name-changed' },
    ],
  });
});

test('a file whose certificate bears another name than the signer is no signature of theirs', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2012-03-05');
  const consentId = await issueOneFor(at, pupil.personId);
  expect((await attach(at.curator, consentId, mother.personId)).json()).toMatchObject({
    code: 'signature.other-person',
  });
  expect((await at.curator.get(`/api/v1/consents/${consentId}`)).json()).toMatchObject({ state: 'issued' });
});

test.each(['special', 'employeeThirdParty', 'mentoringDuty'])(
  'a consent of the kind %s is signed on paper or by a qualified signature, never by a tick',
  async (kind) => {
    const at = await consentSchool(server);
    const { templates } = (await at.curator.get('/api/v1/consent-templates')).json();
    const used = templates.find(({ template }: { template: { kind: string } }) => template.kind === kind);
    // The partner's name is the school's own to fill in.
    const partner = { name: 'ООО «Пример»', address: 'Приозёрск, ул. Лесная, 9', gets: 'data' };
    const template = {
      ...used.template,
      receivers: kind === 'employeeThirdParty' ? [partner] : used.template.receivers,
    };
    expect((await at.curator.put(`/api/v1/consent-templates/${used.id}`, { version: 1, template })).statusCode).toBe(
      200,
    );
    await at.write((tx) =>
      tx
        .updateTable('people')
        .set({ family_name: 'Рябинина', given_name: 'Анна', patronymic: 'Сергеевна' })
        .where('id', '=', at.mentor.personId)
        .execute(),
    );
    await at.papers(at.mentor.personId);
    const formId = await at.form();
    await at.participation(at.mentor.personId, { role: 'mentor', formId });
    const consentId = await issueOneFor(at, at.mentor.personId, kind);
    const card = (await at.mentor.get(`/api/v1/consents/${consentId}`)).json();
    expect(card).toMatchObject({ signHindrance: 'consent.method-not-allowed', may: { sign: false } });
    expect(card.methods.toSorted()).toEqual(['paper', 'qualifiedESign']);
    const { purposes } = card.document.template;
    const ticked = await sign(
      at.mentor,
      consentId,
      purposes.map(({ code }: { code: string }) => code),
    );
    expect(ticked.json()).toMatchObject({ code: 'consent.method-not-allowed' });
    expect((await attach(at.mentor, consentId, at.mentor.personId)).json()).toMatchObject({
      consent: { state: 'valid' },
    });
  },
);
