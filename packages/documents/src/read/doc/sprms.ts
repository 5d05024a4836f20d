/** One property ([MS-DOC] 2.6): its code and its operand (without the length byte). */
export type Sprm = { readonly code: number; readonly operand: Buffer };

/** Codes of the properties that reading listens to. */
export const SPRM = {
  deleted: 0x0800,
  inserted: 0x0801,
  bold: 0x0835,
  hidden: 0x083c,
  symbol: 0x6a09,
  inTable: 0x2416,
  rowEnd: 0x2417,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  tableDepth: 0x6649,
  align: 0x2461,
  alignOld: 0x2403,
  outline: 0x2640,
  listLevel: 0x260a,
  list: 0x460b,
  huge: 0x6646,
  hugeOld: 0x6645,
  tableCells: 0xd608,
  verticalMerge: 0xd62b,
} as const;

/** Properties in the order in which they apply; a list cut short gives what came before the cut. */
export function readSprms(list: Buffer): Sprm[] {
  const sprms: Sprm[] = [];
  let at = 0;
  while (at + 2 <= list.length) {
    const code = list.readUInt16LE(at);
    at += 2;
    const [skip, length] = operandSize(list, at, code);
    if (at + skip + length > list.length) break;
    sprms.push({ code, operand: list.subarray(at + skip, at + skip + length) });
    at += skip + length;
  }
  return sprms;
}

const FIXED: readonly number[] = [1, 1, 2, 4, 2, 2, 0, 3];

function operandSize(list: Buffer, at: number, code: number): readonly [skip: number, length: number] {
  const kind = code >> 13;
  if (kind !== 6) return [0, FIXED[kind] ?? 1];
  // The definition of a table may be longer than a byte can say; its length counts one byte too many.
  if (code === SPRM.tableCells) return at + 2 <= list.length ? [2, Math.max(0, list.readUInt16LE(at) - 1)] : [2, 0];
  return [1, list[at] ?? 0];
}
