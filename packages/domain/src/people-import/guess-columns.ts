import { parseClassName } from '../people/class-names.ts';
import { isGivenName, looksLikePatronymic } from '../people/given-names.ts';
import { nameKey } from '../people/normalise-name.ts';
import { readSnils } from '../people/snils.ts';
import { COLUMNS, CORRECTION_TITLE, headerKey } from './column-words.ts';
import type { ColumnGuess, ColumnMapping, ImportField, ImportKind, RememberedMapping } from './import-columns.ts';
import { readDayCell } from './read-day-cell.ts';

const ROWS_LOOKED_AT = 40;
const HEADER_SEARCHED = 20;

/**
 * Which row is the header: the one among the first twenty in which most cells name a column of this kind; `undefined` for
 * a sheet without one, which then begins with people.
 */
export function findHeader(kind: ImportKind, rows: readonly (readonly string[])[]): number | undefined {
  let best: { at: number; named: number } | undefined;
  rows.slice(0, HEADER_SEARCHED).forEach((cells, at) => {
    const fields = new Set(cells.flatMap((cell) => fieldOfHeader(kind, cell)?.field ?? []));
    if (fields.size > (best?.named ?? 0)) best = { at, named: fields.size };
  });
  // One word alone may be a title; a list of one or two columns has no more than that.
  const needed = Math.min(2, COLUMNS[kind].length);
  return best && best.named >= needed ? best.at : undefined;
}

/**
 * What each column holds: by the mapping confirmed before, by the words of its header, by what its cells look like. Every
 * field is given to one column at most, the surest; the person confirms or changes.
 * @param rows the rows below the header
 */
export function guessColumns(
  kind: ImportKind,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  remembered: RememberedMapping = [],
): readonly ColumnGuess[] {
  const width = Math.max(header.length, ...rows.slice(0, ROWS_LOOKED_AT).map((row) => row.length));
  const known = new Map(remembered.map((entry) => [headerKey(entry.header), entry.field]));
  const guesses = Array.from({ length: width }, (_, column): ColumnGuess => {
    const text = header[column] ?? '';
    const key = headerKey(text);
    if (key === headerKey(CORRECTION_TITLE)) return { column, header: text, field: null, confidence: 1, why: 'header' };
    const before = key === '' ? undefined : known.get(key);
    if (before !== undefined && (before === null || COLUMNS[kind].some(({ field }) => field === before))) {
      return { column, header: text, field: before, confidence: 1, why: 'remembered' };
    }
    const byHeader = fieldOfHeader(kind, text);
    if (byHeader) return { column, header: text, ...byHeader, why: 'header' };
    const byContent = fieldOfContent(
      kind,
      rows.slice(0, ROWS_LOOKED_AT).map((row) => row[column] ?? ''),
    );
    if (byContent) return { column, header: text, ...byContent, why: 'content' };
    return { column, header: text, field: null, confidence: 0, why: 'none' };
  });
  return onceEach(guesses);
}

/** The mapping that the guesses give; doubtful columns are left for the person. */
export function mappingOf(guesses: readonly ColumnGuess[]): ColumnMapping {
  return Object.fromEntries(guesses.map(({ column, field, confidence }) => [column, confidence < 0.5 ? null : field]));
}

/** What is remembered of a confirmed mapping: headers, not positions, so that another order finds it again. */
export function rememberMapping(header: readonly string[], mapping: ColumnMapping): RememberedMapping {
  return header.flatMap((text, column) =>
    headerKey(text) === '' ? [] : [{ header: headerKey(text), field: mapping[column] ?? null }],
  );
}

/** Required columns that nobody holds; a column with the whole name holds its parts. */
export function missingColumns(kind: ImportKind, mapping: ColumnMapping): readonly ImportField[] {
  const held = new Set(Object.values(mapping));
  return COLUMNS[kind]
    .filter(({ required, field }) => required && !held.has(field) && !(held.has('fullName') && isNamePart(field)))
    .map(({ field }) => field);
}

function isNamePart(field: ImportField): boolean {
  return field === 'familyName' || field === 'givenName' || field === 'patronymic';
}

type Found = { readonly field: ImportField; readonly confidence: number };

function fieldOfHeader(kind: ImportKind, header: string): Found | undefined {
  const key = headerKey(header);
  if (key === '' || key.length > 100) return undefined;
  let best: Found | undefined;
  for (const { field, title, words } of COLUMNS[kind]) {
    const at = words.findIndex((word) => word.test(key));
    const confidence = headerKey(title) === key ? 1 : at < 0 ? 0 : at === 0 ? 0.95 : 0.8;
    if (confidence > (best?.confidence ?? 0)) best = { field, confidence };
  }
  return best;
}

/** Share of filled cells that look like a field, made into a confidence that never beats a header. */
function fieldOfContent(kind: ImportKind, cells: readonly string[]): Found | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return undefined;
  let best: Found | undefined;
  for (const [field, looks] of LOOKS) {
    if (!COLUMNS[kind].some((each) => each.field === field)) continue;
    const share = filled.filter((cell) => looks(cell.trim())).length / filled.length;
    const confidence = Math.round(share * 70) / 100;
    if (share >= 0.6 && confidence > (best?.confidence ?? 0)) best = { field, confidence };
  }
  return best;
}

const LOOKS: readonly (readonly [ImportField, (cell: string) => boolean])[] = [
  ['email', (cell) => /^\S+@\S+\.\S+$/.test(cell)],
  ['snils', (cell) => /\d{3}\D?\d{3}\D?\d{3}\D?\d{2}$/.test(cell) && 'snils' in readSnils(cell)],
  ['phone', (cell) => /^[+(]?[78]?[\s()-]*9\d{2}[\d\s()-]{7,}$/.test(cell)],
  ['birthDate', (cell) => /\d/.test(cell) && !/^\d{1,4}$/.test(cell) && typeof readDayCell(cell, null) === 'object'],
  ['className', (cell) => /\D/.test(cell) && parseClassName(cell) !== undefined],
  [
    'fullName',
    (cell) => cell.split(/\s+/).length > 2 && cell.split(/\s+/).some((word) => looksLikePatronymic(nameKey(word))),
  ],
  ['patronymic', (cell) => !/\s/.test(cell) && looksLikePatronymic(nameKey(cell))],
  ['givenName', (cell) => !/\s/.test(cell) && isGivenName(nameKey(cell))],
];

/** The surest column keeps the field, the first of equals; whole names give way to columns of parts. */
function onceEach(guesses: readonly ColumnGuess[]): readonly ColumnGuess[] {
  const owners = new Map<ImportField, ColumnGuess>();
  for (const guess of guesses) {
    if (guess.field === null) continue;
    const owner = owners.get(guess.field);
    if (!owner || guess.confidence > owner.confidence) owners.set(guess.field, guess);
  }
  const inParts = owners.has('familyName') && owners.has('givenName');
  return guesses.map((guess) =>
    guess.field === null || (owners.get(guess.field) === guess && !(inParts && guess.field === 'fullName'))
      ? guess
      : { ...guess, field: null, confidence: 0, why: 'none' },
  );
}
