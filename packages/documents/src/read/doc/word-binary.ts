import { damaged, ReadingRefusal } from '../refusal.ts';
import type { CompoundFile } from './compound-file.ts';

/** The parts of a Word 97–2003 document that reading needs ([MS-DOC]). */
export type WordBinary = {
  /** The `WordDocument` stream: the file information block, the text, the pages of properties. */
  readonly main: Buffer;
  /** The table stream that the file information block names. */
  readonly table: Buffer;
  /** The `Data` stream, where properties stand that are too large for a page. */
  readonly data: Buffer;
  /** All characters in the order of their positions (CP): body, footnotes, running heads, comments, endnotes, boxes. */
  readonly text: string;
  /** The offset in `main` (FC) of the character at a position. */
  fcOf(cp: number): number;
  /** The character positions that a stretch of `main` holds; pieces make it several. */
  cpsOf(fromFc: number, toFc: number): readonly (readonly [from: number, to: number])[];
  /** Where each story begins and ends, in character positions. */
  readonly stories: Readonly<Record<Story, readonly [from: number, to: number]>>;
  /** A structure of the table stream by its number in the file information block ([MS-DOC] 2.5.6). */
  structure(index: number): Buffer;
};

export type Story = 'body' | 'footnotes' | 'heads' | 'comments' | 'endnotes' | 'boxes' | 'headBoxes';

type Piece = { readonly from: number; readonly to: number; readonly fc: number; readonly wide: boolean };

export function openWordBinary(compound: CompoundFile): WordBinary {
  const main = compound.stream('WordDocument');
  if (!main || main.length < 0x200) throw damaged('WordDocument');
  const flags = main.readUInt16LE(0x0a);
  if (flags & 0x0100) throw new ReadingRefusal('file.encrypted');
  // Word 6 and 95 keep their text otherwise; nobody has written them for a quarter of a century.
  if (main.readUInt16LE(0) !== 0xa5ec || main.readUInt16LE(2) < 0x6a) {
    throw new ReadingRefusal('file.type-unsupported', { is: 'word-95' });
  }
  const table = compound.stream(flags & 0x0200 ? '1Table' : '0Table');
  if (!table) throw damaged('Table');

  const structure = (index: number): Buffer => {
    const at = 0x9a + index * 8;
    const from = main.readUInt32LE(at);
    return table.subarray(from, from + main.readUInt32LE(at + 4));
  };
  const pieces = readPieces(structure(33), main);
  return {
    main,
    table,
    data: compound.stream('Data') ?? Buffer.alloc(0),
    text: pieces.map((piece) => pieceText(main, piece)).join(''),
    fcOf(cp) {
      const piece = pieces.find(({ to }) => cp < to) ?? pieces[pieces.length - 1];
      return piece ? piece.fc + (cp - piece.from) * (piece.wide ? 2 : 1) : 0;
    },
    cpsOf(fromFc, toFc) {
      return pieces.flatMap((piece) => {
        const size = piece.wide ? 2 : 1;
        const from = Math.max(piece.from, piece.from + Math.ceil((fromFc - piece.fc) / size));
        const to = Math.min(piece.to, piece.from + Math.floor((toFc - piece.fc) / size));
        return from < to ? [[from, to] as const] : [];
      });
    },
    stories: storiesOf(main),
    structure,
  };
}

/** The piece table: fast saving leaves a document in pieces out of order ([MS-DOC] 2.4.1). */
function readPieces(clx: Buffer, main: Buffer): Piece[] {
  let at = 0;
  while (clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1);
  if (clx[at] !== 2) throw damaged('pieces');
  const plc = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
  const count = Math.floor((plc.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const from = plc.readUInt32LE(i * 4);
    const to = plc.readUInt32LE(i * 4 + 4);
    const packed = plc.readUInt32LE((count + 1) * 4 + i * 8 + 2);
    const wide = (packed & 0x40000000) === 0;
    const fc = wide ? packed & 0x3fffffff : (packed & 0x3fffffff) >> 1;
    if (to < from || from !== (pieces[i - 1]?.to ?? 0) || fc + (to - from) * (wide ? 2 : 1) > main.length) {
      throw damaged('pieces');
    }
    pieces.push({ from, to, fc, wide });
  }
  return pieces;
}

function pieceText(main: Buffer, { from, to, fc, wide }: Piece): string {
  if (wide) return main.toString('utf16le', fc, fc + (to - from) * 2);
  // Bytes 0x82–0x9f are those of windows-1252, the control characters below are Word's own marks.
  return new TextDecoder('windows-1252').decode(main.subarray(fc, fc + to - from));
}

function storiesOf(main: Buffer): WordBinary['stories'] {
  let at = 0;
  const story = (offset: number): readonly [number, number] => {
    const from = at;
    at += main.readUInt32LE(offset);
    return [from, at];
  };
  return {
    body: story(0x4c),
    footnotes: story(0x50),
    heads: story(0x54),
    comments: story(0x5c),
    endnotes: story(0x60),
    boxes: story(0x64),
    headBoxes: story(0x68),
  };
}
