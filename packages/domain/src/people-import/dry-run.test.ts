import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '../calendar/plain-date.ts';
import { parseClassName, printClassName } from '../people/class-names.ts';
import type { KnownPerson } from '../people/duplicate.ts';
import { aName, daysFrom, fullNames } from '../people/people.testing.ts';
import { templateColumns } from './column-words.ts';
import { dryRun, isApplicable, type Known, type NumberedRow } from './dry-run.ts';
import type { ImportKind } from './import-columns.ts';
import type { EmployeeRow, ImportValues, KnownRow, PupilRow, RepresentativeRow } from './import-row.ts';
import { printRow } from './print-row.ts';
import { readRow } from './read-row.ts';

/** PEOPLE_ROWS=5000 tries a list of five thousand. */
const ROWS = Number(process.env['PEOPLE_ROWS'] ?? 1_000);
const TODAY = plainDate('2026-09-14');
const classOf = (text: string) => parseClassName(text) ?? { grade: 1, letter: '' };
const aPupil = (more: Partial<PupilRow> = {}): PupilRow => ({
  name: aName('Лещёва', 'Анна', 'Петровна'),
  birthDate: plainDate('2013-03-08'),
  className: classOf('7А'),
  snils: null,
  studyForm: null,
  ...more,
});
const anEmployee = (more: Partial<EmployeeRow> = {}): EmployeeRow => ({
  name: aName('Горев', 'Пётр', 'Ильич'),
  birthDate: null,
  snils: null,
  email: null,
  phone: null,
  post: null,
  subjects: [],
  experienceYears: null,
  category: null,
  association: null,
  startedOn: null,
  ...more,
});
const aMother = (more: Partial<RepresentativeRow> = {}): RepresentativeRow => ({
  name: aName('Лещёва', 'Мария', 'Ивановна'),
  kinship: 'mother',
  authority: null,
  email: null,
  phone: '+79001234567',
  childName: aName('Лещёва', 'Анна', 'Петровна'),
  childClass: null,
  childBirthDate: null,
  ...more,
});
const rows = <Kind extends ImportKind>(...values: ImportValues[Kind][]): NumberedRow<Kind>[] =>
  values.map((each, at) => ({ row: at + 2, read: { values: each, remarks: [] } }));
const trial = <Kind extends ImportKind>(kind: Kind, values: ImportValues[Kind][], known: Partial<Known<Kind>> = {}) =>
  dryRun(kind, rows<Kind>(...values), { rows: [], people: [], ...known });
const pupilPerson = (id: string, row: PupilRow): KnownPerson => ({
  id,
  ...row,
  className: printClassName(row.className),
});

describe('a file tried without writing', () => {
  test('who is not there is new, who is there the same is unchanged', () => {
    const known = [{ id: 'p1', values: aPupil() }];
    const made = trial('pupils', [aPupil(), aPupil({ name: aName('Ярцев', 'Лев') })], { rows: known });
    expect(made.rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'new']);
    expect(made.counts).toEqual({ new: 1, changed: 0, unchanged: 1, duplicateSuspected: 0, error: 0 });
    expect(isApplicable(made)).toBe(true);
  });

  test('a pupil who moved to another class is changed, and only in that', () => {
    const moved = aPupil({ className: classOf('8Б'), name: aName('ЛЕЩЕВА', 'Анна', 'Петровна') });
    expect(trial('pupils', [moved], { rows: [{ id: 'p1', values: aPupil() }] }).rows).toMatchObject([
      { outcome: 'changed', id: 'p1', changes: ['className'] },
    ]);
  });

  test('what the file leaves empty takes nothing away', () => {
    const known = [{ id: 'e1', values: anEmployee({ phone: '+79001234567', subjects: ['физика'], post: 'учитель' }) }];
    const made = trial('employees', [anEmployee({ post: 'завуч' })], { rows: known });
    expect(made.rows).toMatchObject([{ outcome: 'changed', changes: ['post'] }]);
  });

  test('a staff list without birth dates sent again asks about nobody', () => {
    const known = [{ id: 'e1', values: anEmployee() }];
    expect(trial('employees', [anEmployee()], { rows: known }).rows).toMatchObject([
      { outcome: 'unchanged', id: 'e1' },
    ]);
  });

  test.each([
    ['one letter wrong', aPupil({ name: aName('Лещёва', 'Ана', 'Петровна') }), 'oneSlip'],
    ['the name turned round', aPupil({ name: aName('Анна', 'Лещева', 'Петровна') }), 'partsMoved'],
    ['another birth date in the same class', aPupil({ birthDate: plainDate('2013-03-09') }), 'sameClass'],
  ] as const)('%s: a person is asked, and nothing is merged', (_what, row, reason) => {
    const made = trial('pupils', [row], { rows: [{ id: 'p1', values: aPupil() }] });
    expect(made.rows).toMatchObject([{ outcome: 'duplicateSuspected', matches: [{ id: 'p1' }] }]);
    const [first] = made.rows;
    expect(first?.outcome === 'duplicateSuspected' && first.matches[0]?.reasons).toContain(reason);
    expect(isApplicable(made)).toBe(false);
    expect(isApplicable(made, new Set([2]))).toBe(true);
  });

  test('somebody the organisation knows in another quality is asked about', () => {
    const people = [{ id: 'x', name: aName('Горев', 'Пётр', 'Ильич'), birthDate: null, snils: null }];
    expect(trial('employees', [anEmployee()], { people }).rows).toMatchObject([{ outcome: 'duplicateSuspected' }]);
  });

  test('two rows of one file that look like one person say so of each other', () => {
    const made = trial('pupils', [aPupil(), aPupil({ name: aName('Лещёва', 'Ана', 'Петровна') })]);
    expect(made.rows).toMatchObject([
      { row: 2, outcome: 'new', remarks: [{ code: 'row.alike-in-file', row: 3 }] },
      { row: 3, outcome: 'new', remarks: [{ code: 'row.alike-in-file', row: 2 }] },
    ]);
  });

  test('a person who stands twice in the file is an error that names the other row', () => {
    const made = trial('pupils', [aPupil(), aPupil({ name: aName('Лещева', 'Анна', 'Петровна') })]);
    expect(made.rows[1]).toEqual({
      row: 3,
      remarks: [{ code: 'row.alike-in-file', row: 2 }],
      outcome: 'error',
      who: 'Лещева Анна Петровна, 7А',
      faults: [{ code: 'row.twice-in-file', row: 2 }],
    });
    expect(isApplicable(made)).toBe(false);
  });
});

describe('representatives', () => {
  const anna = pupilPerson('p1', aPupil());
  const pavel = pupilPerson('p2', aPupil({ name: aName('Лещёв', 'Павел', 'Петрович'), className: classOf('3Б') }));
  const namesake = pupilPerson('p3', aPupil({ className: classOf('9В'), birthDate: plainDate('2011-01-01') }));

  test('the child is found by name, and told apart by class or birth date', () => {
    const pupils = [anna, namesake];
    const found = (row: RepresentativeRow) => trial('representatives', [row], { pupils }).rows[0];
    expect(found(aMother({ childClass: classOf('9В') }))).toMatchObject({ outcome: 'new', related: { childId: 'p3' } });
    expect(found(aMother({ childBirthDate: plainDate('2013-03-08') }))).toMatchObject({ related: { childId: 'p1' } });
    expect(found(aMother())).toMatchObject({ faults: [{ code: 'row.child-ambiguous', ids: ['p1', 'p3'] }] });
    expect(found(aMother({ childName: aName('Лещёва', 'Алла') }))).toMatchObject({
      faults: [{ code: 'row.child-not-found', name: 'Лещёва Алла' }],
    });
  });

  test('a mother of two is one person in two rows when her telephone says so', () => {
    const second = aMother({ childName: aName('Лещёв', 'Павел', 'Петрович') });
    const made = trial('representatives', [aMother(), second], { pupils: [anna, pavel] });
    expect(made.rows).toMatchObject([
      { outcome: 'new', related: { childId: 'p1' } },
      { outcome: 'new', related: { childId: 'p2', sameAsRow: 2 } },
    ]);
    const known: KnownRow<'representatives'>[] = [{ id: 'm', values: aMother(), related: { childId: 'p1' } }];
    expect(trial('representatives', [aMother(), second], { pupils: [anna, pavel], rows: known }).rows).toMatchObject([
      { outcome: 'unchanged', id: 'm' },
      { outcome: 'new', related: { childId: 'p2', personId: 'm' } },
    ]);
  });

  test('a parent who works at the school is asked about, not made twice', () => {
    const people = [{ id: 'e', name: aMother().name, birthDate: null, snils: null }];
    expect(trial('representatives', [aMother()], { pupils: [anna], people }).rows).toMatchObject([
      { outcome: 'duplicateSuspected', matches: [{ id: 'e' }] },
    ]);
  });
});

describe('classes and the contingent', () => {
  const employees = [
    { id: 'e1', name: aName('Горев', 'Пётр', 'Ильич'), birthDate: null, snils: null },
    { id: 'e2', name: aName('Ярцева', 'Анна', 'Львовна'), birthDate: null, snils: null },
    { id: 'e3', name: aName('Ярцева', 'Алла', 'Львовна'), birthDate: null, snils: null },
  ];
  const aClass = (text: string, teacher: string | null) => ({
    className: classOf(text),
    classTeacher: teacher === null ? null : aName(...(teacher.split(' ') as [string, string, string])),
  });

  test('a class teacher is found by initials when only one fits', () => {
    expect(trial('classes', [aClass('7А', 'Горев П. И.')], { employees }).rows).toMatchObject([
      { outcome: 'new', related: { classTeacherId: 'e1' } },
    ]);
    expect(trial('classes', [aClass('7А', 'Ярцева А. Л.')], { employees }).rows).toMatchObject([
      { outcome: 'error', faults: [{ code: 'row.class-teacher-ambiguous', ids: ['e2', 'e3'] }] },
    ]);
    expect(trial('classes', [aClass('7А', 'Никто А. Л.')], { employees }).rows).toMatchObject([
      { outcome: 'error', who: '7А', faults: [{ code: 'row.class-teacher-not-found' }] },
    ]);
  });

  test('a class with another teacher is changed, with the same one it is not', () => {
    const known = [{ id: 'c', values: aClass('7А', null), related: { classTeacherId: 'e2' } }];
    const again = (teacher: string) => trial('classes', [aClass('7А', teacher)], { employees, rows: known }).rows[0];
    expect(again('Горев Пётр Ильич')).toMatchObject({ outcome: 'changed', changes: ['classTeacher'] });
    expect(again('Ярцева Анна Львовна')).toMatchObject({ outcome: 'unchanged' });
  });

  test('an age stands once, and a new count changes it', () => {
    const known = [{ id: '15', values: { age: 15, count: 20 } }];
    expect(
      trial(
        'contingent',
        [
          { age: 15, count: 21 },
          { age: 16, count: 3 },
          { age: 16, count: 4 },
        ],
        { rows: known },
      ).rows,
    ).toMatchObject([
      { outcome: 'changed', changes: ['count'] },
      { outcome: 'new' },
      { outcome: 'error', faults: [{ code: 'row.twice-in-file', row: 3 }] },
    ]);
  });
});

describe('any file', () => {
  const pupil = fc.record({
    name: fullNames,
    birthDate: daysFrom('2012-01-01', '2012-01-04'),
    className: fc.constantFrom(classOf('7А'), classOf('7Б')),
    snils: fc.constant(null),
    studyForm: fc.constant(null),
  });

  test('what was applied is unchanged when the same file comes again', () => {
    fc.assert(
      fc.property(fc.array(pupil, { maxLength: 25 }), (all) => {
        const first = trial('pupils', all);
        const applied = first.rows.flatMap((row): KnownRow<'pupils'>[] =>
          row.outcome === 'new' ? [{ id: `p${row.row}`, values: row.values }] : [],
        );
        const again = dryRun(
          'pupils',
          first.rows.flatMap((row) =>
            row.outcome === 'new' ? [{ row: row.row, read: { values: row.values, remarks: [] } }] : [],
          ),
          { rows: applied, people: [] },
        );
        expect(again.rows.every((row) => row.outcome === 'unchanged' && row.id === `p${row.row}`)).toBe(true);
      }),
    );
  });

  test('a list is read and tried in far less than a millisecond a row', () => {
    const mapping = Object.fromEntries(templateColumns('pupils').map(({ field }, column) => [column, field]));
    const cells = Array.from({ length: ROWS }, (_, at) => printRow('pupils', invented(at)));
    const known = Array.from({ length: ROWS }, (_, at) => ({ id: `p${at}`, values: invented(at + ROWS / 2) }));
    const before = performance.now();
    const read = cells.map((row, at) => ({
      row: at + 2,
      read: readRow('pupils', row, mapping, { today: TODAY, classes: null }),
    }));
    const made = dryRun('pupils', read, { rows: known, people: [] });
    // A free machine needs a tenth of it; the bound leaves room for a busy one.
    expect(performance.now() - before).toBeLessThan(ROWS * 1.5);
    expect(made.counts).toMatchObject({ unchanged: ROWS / 2, error: 0 });
  }, 60_000);
});

/** Distinct people: the number is written in letters of the names. */
function invented(at: number): PupilRow {
  const letters = Array.from(String(at).padStart(5, '0'), (digit) => 'абвгдежзик'[Number(digit)] ?? 'а');
  return aPupil({
    name: aName(`Сём${letters.join('')}ов`, ['Иван', 'Лев', 'Пётр', 'Илья'][at % 4] ?? '', 'Ильич'),
    birthDate: addDays(plainDate('2012-01-01'), at % 700),
    className: { grade: (at % 11) + 1, letter: 'АБВГДЕЖЗИКЛМНОПР'[(at * 5) % 16] ?? 'А' },
  });
}
