import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSignature } from './a-signature.testing.ts';
import { checkSignatureForm } from './qualified-signature.ts';

const pem = (bytes: Uint8Array, name: string) =>
  new TextEncoder().encode(
    `-----BEGIN ${name}-----\n${Buffer.from(bytes).toString('base64').replace(/.{64}/gu, '$&\n')}\n-----END ${name}-----\n`,
  );

test('a container is read: who signed by the certificate, and when by the signer’s word; its authenticity is not checked', () => {
  expect(checkSignatureForm(aSignature())).toEqual({
    authenticity: 'notChecked',
    encoding: 'der',
    warnings: [],
    signers: [
      {
        name: 'Рябинина Анна Сергеевна',
        snils: '11223344595',
        inn: null,
        organization: null,
        issuer: 'Удостоверяющий центр «Пример»',
        serialNumber: (20251010).toString(16).padStart(8, '0'),
        certificateFrom: '2025-01-01T00:00:00.000Z',
        certificateTo: '2026-04-01T00:00:00.000Z',
        signedAt: '2025-10-10T09:30:00.000Z',
        algorithm: '1.2.643.7.1.1.3.2',
        isGost: true,
      },
    ],
  });
});

test.each([
  ['PEM', pem(aSignature(), 'PKCS7'), 'pem'],
  ['PEM of another name', pem(aSignature(), 'CMS'), 'pem'],
  ['bare base64', new TextEncoder().encode(Buffer.from(aSignature()).toString('base64')), 'base64'],
] as const)('the same container as %s', (_how, file, encoding) => {
  expect(checkSignatureForm(file)).toMatchObject({ encoding, signers: [{ snils: '11223344595' }] });
});

test.each([
  ['the signed document inside it', aSignature({ content: new Uint8Array(20) }), 'signature.not-detached'],
  ['no signer', aSignature({ signers: 0 }), 'signature.no-signer'],
  ['no certificate', aSignature({ withCertificate: false }), 'signature.no-certificate'],
  ['no signature in it', aSignature({ signature: new Uint8Array() }), 'signature.empty-signature'],
  ['something after its end', Uint8Array.of(...aSignature(), 0), 'signature.not-a-container'],
  ['nothing', new Uint8Array(), 'signature.not-a-container'],
  ['a scan instead', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'signature.not-a-container'],
  ['a text instead', new TextEncoder().encode('Согласна. Рябинина'), 'signature.not-a-container'],
  ['another kind of ASN.1', Uint8Array.of(0x30, 0x81, 0x03, 0x02, 0x01, 0x05), 'signature.not-signed-data'],
  ['three megabytes', new Uint8Array(3 * 1024 * 1024).fill(0x30), 'signature.too-large'],
] as const)('with %s it is refused', (_what, file, fault) => {
  expect(checkSignatureForm(file)).toBe(fault);
});

test('what is odd and no fault is told of', () => {
  expect(checkSignatureForm(aSignature({ signedAt: null }))).toMatchObject({ warnings: ['signature.no-signing-time'] });
  expect(checkSignatureForm(aSignature({ signedAt: new Date('2027-01-01T00:00:00Z') }))).toMatchObject({
    warnings: ['signature.certificate-not-valid-then'],
  });
  expect(checkSignatureForm(aSignature({ signers: 2 }))).toMatchObject({ warnings: ['signature.several-signers'] });
  expect(checkSignatureForm(aSignature({ algorithm: '1.2.840.113549.1.1.11' }))).toMatchObject({
    warnings: ['signature.algorithm-not-gost'],
    signers: [{ isGost: false }],
  });
});

test('whatever the bytes are, the answer is a form or a code; a container cut off anywhere is none', () => {
  const whole = aSignature();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(checkSignatureForm(bytes)).toMatch(/^signature\./u);
    }),
  );
  fc.assert(
    fc.property(fc.nat({ max: whole.length - 1 }), (length) => {
      expect(checkSignatureForm(whole.slice(0, length))).toMatch(/^signature\./u);
    }),
  );
  fc.assert(
    fc.property(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
      const spoiled = Uint8Array.from(whole);
      spoiled[at] = byte;
      const answer = checkSignatureForm(spoiled);
      expect(typeof answer === 'string' || answer.authenticity === 'notChecked').toBe(true);
    }),
  );
});
