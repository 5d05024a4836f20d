import { BitString, Integer, ObjectIdentifier, OctetString, PrintableString, UTCTime, Utf8String } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  Time,
} from 'pkijs';

const GOST_SIGNATURE = '1.2.643.7.1.1.3.2';
const GOST_DIGEST = '1.2.643.7.1.1.2.2';

export type InventedSignature = {
  readonly signedAt?: Date | null;
  readonly content?: Uint8Array;
  readonly withCertificate?: boolean;
  readonly signers?: number;
  readonly algorithm?: string;
  readonly signature?: Uint8Array;
  /** Whom the certificate names: «Рябинина Анна Сергеевна». */
  readonly name?: string;
};

/** A container of the right shape out of invented parts; its signature is no signature. */
export function aSignature(parts: InventedSignature = {}): Uint8Array {
  const { signedAt = new Date('2025-10-10T09:30:00Z'), withCertificate = true, signers = 1 } = parts;
  const certificate = aCertificate(parts.name ?? 'Рябинина Анна Сергеевна');
  const data = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: GOST_DIGEST })],
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: '1.2.840.113549.1.7.1',
      ...(parts.content ? { eContent: new OctetString({ valueHex: Uint8Array.from(parts.content).buffer }) } : {}),
    }),
    ...(withCertificate ? { certificates: [certificate] } : {}),
    signerInfos: Array.from({ length: signers }, () => aSigner(certificate, signedAt, parts)),
  });
  const info = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: data.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER(false));
}

function aSigner(certificate: Certificate, signedAt: Date | null, parts: InventedSignature): SignerInfo {
  const attributes = [
    new Attribute({
      type: '1.2.840.113549.1.9.3',
      values: [new ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })],
    }),
    ...(signedAt
      ? [new Attribute({ type: '1.2.840.113549.1.9.5', values: [new UTCTime({ valueDate: signedAt })] })]
      : []),
  ];
  return new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: GOST_DIGEST }),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
    signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: parts.algorithm ?? GOST_SIGNATURE }),
    signature: new OctetString({ valueHex: Uint8Array.from(parts.signature ?? new Uint8Array(64).fill(7)).buffer }),
  });
}

function aCertificate(name: string): Certificate {
  const [surname = '', ...givenNames] = name.split(' ');
  const algorithm = new AlgorithmIdentifier({ algorithmId: GOST_SIGNATURE });
  const certificate = new Certificate({
    version: 2,
    serialNumber: new Integer({ value: 20251010 }),
    signature: algorithm,
    issuer: aName({ '2.5.4.3': 'Удостоверяющий центр «Пример»' }),
    notBefore: new Time({ type: 0, value: new Date('2025-01-01T00:00:00Z') }),
    notAfter: new Time({ type: 0, value: new Date('2026-04-01T00:00:00Z') }),
    subject: aName({
      '2.5.4.3': name,
      '2.5.4.4': surname,
      '2.5.4.42': givenNames.join(' '),
      '1.2.643.100.3': '11223344595',
    }),
    subjectPublicKeyInfo: new PublicKeyInfo({
      algorithm: new AlgorithmIdentifier({ algorithmId: '1.2.643.7.1.1.1.1' }),
      subjectPublicKey: new BitString({ valueHex: new Uint8Array(66).fill(5).buffer }),
    }),
    signatureAlgorithm: algorithm,
    signatureValue: new BitString({ valueHex: new Uint8Array(64).fill(9).buffer }),
  });
  // Only a certificate that was read knows its own bytes.
  return Certificate.fromBER(certificate.toSchema(true).toBER(false));
}

function aName(values: Readonly<Record<string, string>>): RelativeDistinguishedNames {
  const digits = /^\d+$/u;
  return new RelativeDistinguishedNames({
    typesAndValues: Object.entries(values).map(
      ([type, value]) =>
        new AttributeTypeAndValue({
          type,
          value: digits.test(value) ? new PrintableString({ value }) : new Utf8String({ value }),
        }),
    ),
  });
}
