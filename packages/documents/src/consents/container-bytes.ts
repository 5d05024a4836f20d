/** How the container lies in its file: as it is, as PEM with its head line, or as bare base64 (what «.sig» often is). */
export type ContainerEncoding = 'der' | 'pem' | 'base64';

const PEM = /-----BEGIN (?:PKCS7|CMS|PKCS #7 SIGNED DATA|SIGNATURE)-----([\s\S]*?)-----END/u;
/** The tag of a SEQUENCE, with which every container begins. */
const SEQUENCE = 0x30;

/** The bytes of the container; undefined where the file holds none. */
export function containerBytes(file: Uint8Array): { bytes: Uint8Array; encoding: ContainerEncoding } | undefined {
  if (file[0] === SEQUENCE && (file[1] ?? 0) >= 0x80) return { bytes: file, encoding: 'der' };
  const text = new TextDecoder('latin1').decode(file).replace(/^ï»¿/u, '');
  const framed = PEM.exec(text)?.[1];
  const bytes = decoded(framed ?? text);
  return bytes && { bytes, encoding: framed === undefined ? 'base64' : 'pem' };
}

function decoded(text: string): Uint8Array | undefined {
  const bare = text.replace(/\s+/gu, '');
  if (bare === '' || !/^[A-Za-z0-9+/]+={0,2}$/u.test(bare)) return undefined;
  const bytes = Buffer.from(bare, 'base64');
  return bytes[0] === SEQUENCE ? new Uint8Array(bytes) : undefined;
}
