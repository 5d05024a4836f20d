/**
 * The characters a TrueType font can draw, read from its `cmap` table (formats 4 and 12, which every font of ours has).
 * Offsets and field names are those of the OpenType specification.
 */
export function charactersOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const characters = new Set<number>();
  for (let record = 0; record < view.getUint16(cmap + 2); record += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + record * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) addSegments(view, subtable, characters);
    if (format === 12) addGroups(view, subtable, characters);
  }
  return characters;
}

function tableOffset(view: DataView, tag: string): number {
  for (let table = 0; table < view.getUint16(4); table += 1) {
    const record = 12 + table * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}

function addSegments(view: DataView, subtable: number, into: Set<number>): void {
  const doubled = view.getUint16(subtable + 6);
  for (let at = 0; at < doubled; at += 2) {
    const end = view.getUint16(subtable + 14 + at);
    const start = view.getUint16(subtable + 16 + doubled + at);
    for (let code = start; code <= end && code < 0xffff; code += 1) into.add(code);
  }
}

function addGroups(view: DataView, subtable: number, into: Set<number>): void {
  const groups = view.getUint32(subtable + 12);
  for (let group = 0; group < groups; group += 1) {
    const at = subtable + 16 + group * 12;
    for (let code = view.getUint32(at); code <= view.getUint32(at + 4); code += 1) into.add(code);
  }
}
