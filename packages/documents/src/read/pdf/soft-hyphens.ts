import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Operators = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

/**
 * Which pieces of text end in a soft hyphen: a typesetter has cut a word there. The library leaves these signs out of the
 * text, but they are among the letters that the page draws, in the same order. `texts` are the pieces in that order; where
 * the two do not agree letter by letter, nothing is told from there on.
 */
export function softHyphens(operators: Operators, texts: readonly string[]): Set<number> {
  const cut = new Set<number>();
  let piece = 0;
  let place = 0;
  for (const letter of lettersOf(operators)) {
    if (letter === SOFT) {
      if (place === (texts[piece] ?? '').length && place > 0) cut.add(piece);
      continue;
    }
    while (place >= (texts[piece] ?? '').length && piece < texts.length) {
      piece += 1;
      place = 0;
    }
    if (texts[piece]?.startsWith(letter, place) !== true) return cut;
    place += letter.length;
  }
  return cut;
}

const SOFT = '\u00ad';

/** What the page draws, sign by sign and without spaces, as the library writes it in its texts. */
function lettersOf(operators: Operators): string[] {
  return operators.fnArray.flatMap((operator, i) => {
    if (operator !== OPS.showText) return [];
    const [glyphs] = operators.argsArray[i] as [readonly unknown[]];
    return glyphs.flatMap((glyph) => {
      const sign = isGlyph(glyph) ? glyph.unicode : '';
      const letter = sign === SOFT ? sign : bare(sign);
      return letter === '' ? [] : [letter];
    });
  });
}

/** Without spaces and signs that are not seen. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');

const isGlyph = (value: unknown): value is { unicode: string } =>
  typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string';
