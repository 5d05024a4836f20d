import { aSignature } from '@nastavnik/documents/consents/a-signature.testing';
import { describe, expect, test } from 'vitest';
import { aFamily, type ConsentSchool, consentSchool, issueOneFor } from '../../../test/consents.ts';
import { FormDataBody, useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });
const SCAN = new TextEncoder().encode('%PDF-1.4 скан');

/** Issued to a mother whose document was looked at; then the mark is found to be a mistake and taken back. */
async function issuedAndDoubted(at: ConsentSchool) {
  const family = await aFamily(at, '2011-03-05');
  const consentId = await issueOneFor(at, family.pupil.personId);
  const doubt = (change: { verified_by: string | null; document_kind?: string | null }) =>
    at.write((tx) =>
      tx
        .updateTable('representations')
        .set({ verified_on: null, ...change })
        .where('tenant_id', '=', at.place.tenantId)
        .where('id', '=', family.power)
        .execute(),
    );
  await doubt({ verified_by: null });
  return { ...family, consentId, doubt };
}

describe('the power of a representative is checked before a signature counts (RULE-08)', () => {
  test('by kind, document and who looked: in the account, on paper and by a qualified signature alike', async () => {
    const at = await consentSchool(server);
    const { mother, power, consentId } = await issuedAndDoubted(at);
    const url = `/api/v1/consents/${consentId}`;
    const fields = { by: mother.personId, signedOn: '2024-10-15', purposes: 'required' };
    const onPaper = () => at.teacher.post(`${url}/scan`, new FormDataBody({ name: 'скан.pdf', bytes: SCAN }, fields));
    const qualified = () =>
      at.teacher.post(
        `${url}/qualified-signature`,
        new FormDataBody({ name: 'подпись.sig', bytes: aSignature() }, fields),
      );
    const inAccount = () => mother.post(`${url}/sign`, { documentHash: 'a'.repeat(64), purposes: [] });
    // Until the paper was seen the mother is nobody to the child: the page says why, and nothing of hers is taken.
    expect((await inAccount()).json()).toMatchObject({ status: 403, code: 'access.denied' });
    for (const way of [() => mother.get(url), onPaper, qualified]) {
      const answer = await way();
      expect(answer.json()).toMatchObject({ status: 422, code: 'consent.representative-unverified' });
    }
    const stored = await at.write((tx) =>
      tx
        .selectFrom('consent_signers')
        .select('signed_on')
        .where('tenant_id', '=', at.place.tenantId)
        .where('consent_id', '=', consentId)
        .execute(),
    );
    expect(stored).toEqual([{ signed_on: null }]);

    expect((await mother.post(`/api/v1/representations/${power}/verify`)).statusCode).toBe(403);
    expect((await at.teacher.post(`/api/v1/representations/${power}/verify`)).statusCode).toBe(200);
    expect((await onPaper()).json()).toMatchObject({ consent: { state: 'valid' } });
  });

  test('without its document nobody can check it, and before it is checked no paper is given out', async () => {
    const at = await consentSchool(server);
    const { pupil, power, doubt } = await issuedAndDoubted(at);
    await doubt({ verified_by: null, document_kind: null });
    expect((await at.teacher.post(`/api/v1/representations/${power}/verify`)).json()).toMatchObject({
      code: 'representation.document-missing',
    });
    const issue = { personIds: [pupil.personId], kinds: ['dissemination'] };
    expect((await at.curator.post('/api/v1/consents/issue', issue)).json()).toMatchObject({
      issued: [],
      skipped: [{ code: 'consent.representative-unverified' }],
    });
  });
});
