/** The text of bytes whose encoding nobody told, and how sure we are. */
export type DecodedText = {
  readonly text: string;
  readonly encoding: TextEncodingName;
  /** No mark said so: the encoding follows from which letters come out. */
  readonly guessed: boolean;
};

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'koi8-r' | 'ibm866';

/**
 * Decodes UTF-8, UTF-16 (with or without a byte-order mark) and the old Russian encodings. Bytes that are valid UTF-8
 * are UTF-8; otherwise the encoding wins in which the letters look most like Russian.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, guessed: false };
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, guessed: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', guessed: false };
  } catch {
    return oldRussian(bytes);
  }
}

export function markedEncoding(bytes: Uint8Array): TextEncodingName | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 without a mark: Russian text has 0x04, spaces and digits have 0x00 in every second byte. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.min(bytes.length >> 1, 500);
  if (pairs < 4 || bytes.length % 2 === 1) return undefined;
  const high = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (bytes[i] === 0 || bytes[i] === 4) high[i % 2] = (high[i % 2] ?? 0) + 1;
  if ((high[1] ?? 0) > pairs * 0.9) return 'utf-16le';
  return (high[0] ?? 0) > pairs * 0.9 ? 'utf-16be' : undefined;
}

function oldRussian(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, 64 * 1024);
  const scored = (['windows-1251', 'koi8-r', 'ibm866'] as const).map((encoding) => ({
    encoding,
    score: likenessToRussian(new TextDecoder(encoding).decode(sample)),
  }));
  // UTF-8 with a few broken bytes (a file cut in the middle of a letter) is still UTF-8.
  const broken = new TextDecoder('utf-8').decode(sample);
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const encoding = likenessToRussian(broken) > best.score ? 'utf-8' : best.encoding;
  return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed: true };
}

/**
 * Frequent letters count for, rare signs against; so does a capital after a small letter, by which KOI8-R read as
 * windows-1251 betrays itself (its letters come out with the case turned round).
 */
function likenessToRussian(text: string): number {
  let score = 0;
  let before = '';
  for (const letter of text) {
    if (FREQUENT.has(letter)) score += 2;
    else if (/[а-яё]/.test(letter)) score += 1;
    else if (/[А-ЯЁ]/.test(letter)) score += /[а-яё]/.test(before) ? -2 : 0.5;
    else if (letter > '\u007f' && !TYPOGRAPHY.has(letter)) score -= 2;
    before = letter;
  }
  return score / (text.length + 1);
}

const FREQUENT = new Set('оеаинтсрвлк');
const TYPOGRAPHY = new Set('«»–—№„“”…•\u00a0');
