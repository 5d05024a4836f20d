import { fromBER } from 'asn1js';
import {
  type Attribute,
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  type RelativeDistinguishedNames,
  SignedData,
  type SignerInfo,
} from 'pkijs';
import { type ContainerEncoding, containerBytes } from './container-bytes.ts';

/**
 * What a file of a detached signature (CAdES, PKCS #7) says of itself. Форма проверена, подлинность — нет: neither the
 * signature nor the chain of certificates is verified here, for the state's algorithms (ГОСТ Р 34.10) need certified means.
 */
export type SignatureForm = {
  readonly authenticity: 'notChecked';
  readonly encoding: ContainerEncoding;
  readonly signers: readonly SignatureSigner[];
  readonly warnings: readonly SignatureWarning[];
};

export type SignatureSigner = {
  readonly name: string;
  /** Of the certificate's subject: СНИЛС and ИНН as digits, null where they do not stand there. */
  readonly snils: string | null;
  readonly inn: string | null;
  readonly organization: string | null;
  readonly issuer: string;
  /** Hexadecimal, as certificates are told apart. */
  readonly serialNumber: string;
  /** ISO moments. The time is the signer's own word, not a stamp of time. */
  readonly certificateFrom: string;
  readonly certificateTo: string;
  readonly signedAt: string | null;
  /** Object identifier of the algorithm: 1.2.643.7.1.1.1.1 is ГОСТ Р 34.10-2012. */
  readonly algorithm: string;
  readonly isGost: boolean;
};

export type SignatureWarning =
  | 'signature.no-signing-time'
  | 'signature.certificate-not-valid-then'
  | 'signature.algorithm-not-gost'
  | 'signature.several-signers';

export type SignatureFault =
  | 'signature.too-large'
  | 'signature.not-a-container'
  | 'signature.not-signed-data'
  | 'signature.not-detached'
  | 'signature.no-signer'
  | 'signature.no-certificate'
  | 'signature.empty-signature';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
/** The arc of Russian standards under which ГОСТ algorithms stand. */
const GOST = '1.2.643.';
/** A signature with certificates and stamps of time is some tens of kilobytes. */
const LIMIT = 2 * 1024 * 1024;

/** The form of the container, or what it lacks. Never throws, whatever the bytes are. */
export function checkSignatureForm(file: Uint8Array): SignatureForm | SignatureFault {
  if (file.byteLength > LIMIT) return 'signature.too-large';
  const found = containerBytes(file);
  if (!found) return 'signature.not-a-container';
  try {
    return read(found.bytes, found.encoding);
  } catch {
    // The library throws where a part is not what its place asks for.
    return 'signature.not-signed-data';
  }
}

function read(bytes: Uint8Array, encoding: ContainerEncoding): SignatureForm | SignatureFault {
  const { offset, result } = fromBER(Uint8Array.from(bytes).buffer);
  if (offset === -1 || offset !== bytes.byteLength) return 'signature.not-a-container';
  const info = new ContentInfo({ schema: result });
  if (info.contentType !== SIGNED_DATA) return 'signature.not-signed-data';
  const data = new SignedData({ schema: info.content });
  if (data.encapContentInfo.eContent) return 'signature.not-detached';
  if (data.signerInfos.length === 0) return 'signature.no-signer';

  const certificates = (data.certificates ?? []).filter((each) => each instanceof Certificate);
  const signers: SignatureSigner[] = [];
  for (const signer of data.signerInfos) {
    if (signer.signature.valueBlock.valueHexView.byteLength === 0) return 'signature.empty-signature';
    const certificate = certificates.find((each) => isOf(each, signer));
    if (!certificate) return 'signature.no-certificate';
    signers.push(described(signer, certificate));
  }
  return { authenticity: 'notChecked', encoding, signers, warnings: warnings(signers) };
}

/** RFC 5652 5.3: the signer names the certificate by issuer and number, or by the key's identifier. */
function isOf(certificate: Certificate, { sid }: SignerInfo): boolean {
  if (sid instanceof IssuerAndSerialNumber) {
    return certificate.serialNumber.isEqual(sid.serialNumber) && certificate.issuer.isEqual(sid.issuer);
  }
  const identifier = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.extnValue.valueBlock
    .valueHexView;
  const wanted: unknown = sid.valueBlock?.valueHexView;
  // The extension wraps the same bytes once more, in two bytes of tag and length.
  return wanted instanceof Uint8Array && identifier !== undefined && hex(identifier.subarray(2)) === hex(wanted);
}

function described(signer: SignerInfo, certificate: Certificate): SignatureSigner {
  const { subject, issuer, notBefore, notAfter, serialNumber } = certificate;
  const person = [valueOf(subject, NAMES.surname), valueOf(subject, NAMES.givenName)].filter((part) => part !== null);
  const algorithm = signer.signatureAlgorithm.algorithmId;
  return {
    name: person.length === 2 ? person.join(' ') : (valueOf(subject, NAMES.commonName) ?? ''),
    snils: valueOf(subject, NAMES.snils),
    inn: valueOf(subject, NAMES.inn),
    organization: valueOf(subject, NAMES.organization),
    issuer: valueOf(issuer, NAMES.commonName) ?? '',
    serialNumber: hex(serialNumber.valueBlock.valueHexView),
    certificateFrom: notBefore.value.toISOString(),
    certificateTo: notAfter.value.toISOString(),
    signedAt: signingTime(signer.signedAttrs?.attributes ?? []),
    algorithm,
    isGost: algorithm.startsWith(GOST),
  };
}

const NAMES = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  organization: '2.5.4.10',
  givenName: '2.5.4.42',
  snils: '1.2.643.100.3',
  inn: '1.2.643.3.131.1.1',
} as const;

function valueOf(name: RelativeDistinguishedNames, type: string): string | null {
  const value: unknown = name.typesAndValues.find((each) => each.type === type)?.value.valueBlock.value;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function signingTime(attributes: readonly Attribute[]): string | null {
  const [value]: unknown[] = attributes.find(({ type }) => type === SIGNING_TIME)?.values ?? [];
  if (typeof value !== 'object' || value === null || !('toDate' in value) || typeof value.toDate !== 'function')
    return null;
  const moment: unknown = value.toDate();
  return moment instanceof Date && !Number.isNaN(moment.getTime()) ? moment.toISOString() : null;
}

function warnings(signers: readonly SignatureSigner[]): SignatureWarning[] {
  const found = new Set<SignatureWarning>();
  if (signers.length > 1) found.add('signature.several-signers');
  for (const { signedAt, certificateFrom, certificateTo, isGost } of signers) {
    if (!isGost) found.add('signature.algorithm-not-gost');
    if (signedAt === null) found.add('signature.no-signing-time');
    else if (signedAt < certificateFrom || signedAt > certificateTo) found.add('signature.certificate-not-valid-then');
  }
  return [...found];
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
