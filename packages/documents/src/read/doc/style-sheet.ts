import { readSprms, SPRM, type Sprm } from './sprms.ts';
import type { WordBinary } from './word-binary.ts';

/** What a paragraph style gives to its paragraphs, with all that it inherits. */
export type DocStyle = { readonly paragraph: readonly Sprm[]; readonly bold: boolean };

const NOTHING: DocStyle = { paragraph: [], bold: false };

/** The style sheet ([MS-DOC] 2.9.271) by style number; a broken one gives nothing. */
export function readStyleSheet(word: WordBinary): (style: number) => DocStyle {
  const sheet = word.structure(1);
  try {
    const styles = written(sheet);
    const known = new Map<number, DocStyle>();
    const resolve = (index: number, depth: number): DocStyle => {
      const ready = known.get(index);
      if (ready) return ready;
      const own = styles.get(index);
      if (!own || depth > 12) return NOTHING;
      const base = resolve(own.base, depth + 1);
      const bold = own.run.findLast(({ code }) => code === SPRM.bold)?.operand[0];
      const style = {
        paragraph: [...base.paragraph, ...own.paragraph],
        bold:
          bold === undefined ? base.bold : bold === 1 || (bold === 0x81 && !base.bold) || (bold === 0x80 && base.bold),
      };
      known.set(index, style);
      return style;
    };
    return (style) => resolve(style, 0);
  } catch (error) {
    if (error instanceof RangeError) return () => NOTHING;
    throw error;
  }
}

type WrittenStyle = { readonly base: number; readonly paragraph: Sprm[]; readonly run: Sprm[] };

const PARAGRAPH_STYLE = 1;

function written(sheet: Buffer): Map<number, WrittenStyle> {
  const styles = new Map<number, WrittenStyle>();
  if (sheet.length < 6) return styles;
  const count = sheet.readUInt16LE(2);
  const fixed = sheet.readUInt16LE(4);
  let at = 2 + sheet.readUInt16LE(0);
  for (let index = 0; index < count && at + 2 <= sheet.length; index++) {
    const style = sheet.subarray(at + 2, at + 2 + sheet.readUInt16LE(at));
    at += 2 + style.length;
    if (style.length < fixed + 4) continue;
    const kind = style.readUInt16LE(2);
    if ((kind & 15) !== PARAGRAPH_STYLE) continue;
    // After the fixed part: the name with its length and a closing zero, then the properties.
    let next = fixed + 2 + style.readUInt16LE(fixed) * 2 + 2;
    const property = (): Buffer => {
      next += next % 2;
      if (next + 2 > style.length) return Buffer.alloc(0);
      const found = style.subarray(next + 2, next + 2 + style.readUInt16LE(next));
      next += 2 + found.length;
      return found;
    };
    // The properties of the paragraph begin with the number of their style.
    const paragraph = readSprms(property().subarray(2));
    styles.set(index, { base: kind >> 4, paragraph, run: readSprms(property()) });
  }
  return styles;
}
