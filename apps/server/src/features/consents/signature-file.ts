/** CMS SignedData, 1.2.840.113549.1.7.2, as it stands in DER. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');

export async function looksSigned(bytes: Uint8Array): Promise<boolean> {
  return bytes[0] === 0x30 && Buffer.from(bytes.subarray(0, 64)).includes(SIGNED_DATA);
}
