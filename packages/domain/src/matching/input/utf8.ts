/** Calls `byte` for each UTF-8 byte of a text; a lone surrogate is written as it stands. */
export function eachUtf8Byte(text: string, byte: (value: number) => void): void {
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code < 0x80) {
      byte(code);
      continue;
    }
    const low = text.charCodeAt(at + 1);
    if (code >= 0xd800 && code < 0xdc00 && low >= 0xdc00 && low < 0xe000) {
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
      at++;
    }
    if (code < 0x800) byte(0xc0 | (code >> 6));
    else {
      if (code < 0x10000) byte(0xe0 | (code >> 12));
      else {
        byte(0xf0 | (code >> 18));
        byte(0x80 | ((code >> 12) & 63));
      }
      byte(0x80 | ((code >> 6) & 63));
    }
    byte(0x80 | (code & 63));
  }
}

export function toUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  eachUtf8Byte(text, (value) => bytes.push(value));
  return Uint8Array.from(bytes);
}

/** The text of bytes that `toUtf8` wrote. */
export function fromUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at++]!;
    const more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    let code = more === 0 ? lead : lead & (0x3f >> more);
    for (let k = 0; k < more; k++) code = (code << 6) | (bytes[at++]! & 63);
    parts.push(String.fromCodePoint(code));
  }
  return parts.join('');
}
