import { randomBytes } from 'node:crypto';

/**
 * UUID version 7: rows of one time lie together in the index, and nothing relies on their order.
 * @param now the present, from the clock
 */
export function newId(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A secret for a link: 192 random bits, safe in an address. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}
