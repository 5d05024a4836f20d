import type { PlainDate } from '../calendar/plain-date.ts';
import { age } from '../people/age.ts';
import type { ClassName } from '../people/class-name.ts';
import { compareClasses, parseClassName, printClassName, sameClass, usualAges } from '../people/class-names.ts';
import { looksLikePatronymic } from '../people/given-names.ts';
import { hasLatinLookAlikes, nameKey, tidyName } from '../people/normalise-name.ts';
import { parseFullName } from '../people/parse-full-name.ts';
import type { PersonName } from '../people/person-name.ts';
import { readSnils, type Snils } from '../people/snils.ts';
import type { ColumnMapping, ImportField } from './import-columns.ts';
import type { CellFault, CellRemark } from './import-row.ts';
import { readDayCell } from './read-day-cell.ts';

export type RowContext = {
  readonly today: PlainDate;
  /** Classes that exist; `null`: the import makes them. */
  readonly classes: readonly ClassName[] | null;
};

/** Ages, full years, at which somebody may be a pupil here: with room for adult classes of evening schools. */
const SCHOOL_AGES = { from: 5, to: 21 };
const LONGEST_TEXT = 300;
const NOTHING = /^(?:[-–—.]+|нет данных|н\/д|#н\/д)?$/i;

/** The cells of one row by field; what is wrong is gathered, so that all of it can be told at once. */
export class RowReader {
  readonly faults: CellFault[] = [];
  readonly remarks: CellRemark[] = [];
  readonly #cells = new Map<ImportField, string>();
  readonly #context: RowContext;

  constructor(cells: readonly string[], mapping: ColumnMapping, context: RowContext) {
    this.#context = context;
    for (const [column, field] of Object.entries(mapping)) {
      const text = (cells[Number(column)] ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
      if (field !== null && !NOTHING.test(text)) this.#cells.set(field, text);
    }
  }

  has(field: ImportField): boolean {
    return this.#cells.has(field);
  }

  get(field: ImportField): string {
    return this.#cells.get(field) ?? '';
  }

  missing(field: ImportField): void {
    this.faults.push({ field, code: 'cell.missing' });
  }

  text(field: ImportField): string | null {
    const text = this.get(field);
    if (text.length > LONGEST_TEXT) this.faults.push({ field, code: 'cell.too-long', limit: LONGEST_TEXT });
    return text === '' ? null : text;
  }

  /** What `read` makes of the cell, or the fault; `null` for an empty one. */
  value<Value>(field: ImportField, read: (cell: string) => Value | undefined, fault: CellFault): Value | null {
    const text = this.get(field);
    if (text === '') return null;
    const value = read(text);
    if (value === undefined) this.faults.push(fault);
    return value ?? null;
  }

  /** The person's own name, from three columns or one. */
  name(): PersonName | null {
    if (this.has('fullName') && !this.has('familyName')) return this.wholeName('fullName', false);
    const parts = (['familyName', 'givenName', 'patronymic'] as const).map((field) => this.#namePart(field));
    const [familyName = '', given = '', patronymic = ''] = parts;
    if (familyName === '') this.missing('familyName');
    if (given === '') this.missing('givenName');
    if (familyName === '' || given === '') return null;
    // «Имя, отчество» in one column.
    const [first, second] = given.split(' ');
    if (patronymic === '' && first && second && looksLikePatronymic(nameKey(second))) {
      return { familyName, givenName: first, patronymic: given.slice(first.length + 1) };
    }
    return { familyName, givenName: given, patronymic: patronymic === '' ? null : patronymic };
  }

  #namePart(field: 'familyName' | 'givenName' | 'patronymic'): string {
    const text = this.get(field);
    if (text === '') return '';
    const tidy = tidyName(text);
    if (tidy.length > 100) this.faults.push({ field, code: 'cell.too-long', limit: 100 });
    else if (!/^\p{L}[\p{L}\p{M}' -]*$/u.test(tidy)) {
      const fault = /^\p{L}\.$/u.test(tidy) ? 'name.initials' : 'name.strange-characters';
      this.faults.push({ field, code: 'cell.name', fault });
    } else if (hasLatinLookAlikes(text)) this.remarks.push({ field, code: 'cell.latin-letters-mended' });
    return tidy;
  }

  /** A whole name in one cell; `initials`: «Иванов И. И.» is enough to find somebody by. */
  wholeName(field: ImportField, initials: boolean): PersonName | null {
    const text = this.get(field);
    if (text === '') return null;
    const parsed = parseFullName(text);
    if ('fault' in parsed) {
      this.faults.push({ field, code: 'cell.name', fault: parsed.fault });
      return null;
    }
    if (parsed.initialsOnly && !initials) this.faults.push({ field, code: 'cell.name', fault: 'name.initials' });
    else if (parsed.initialsOnly) this.remarks.push({ field, code: 'cell.initials-only' });
    if (parsed.orderGuessed) this.remarks.push({ field, code: 'cell.name-order-guessed' });
    if (hasLatinLookAlikes(text)) this.remarks.push({ field, code: 'cell.latin-letters-mended' });
    return parsed.name;
  }

  day(field: ImportField): PlainDate | null {
    const text = this.get(field);
    if (text === '') return null;
    const read = readDayCell(text, this.#context.today);
    if (typeof read === 'string') {
      this.faults.push({ field, code: read === 'unreadable' ? 'cell.date-unreadable' : 'cell.date-impossible' });
      return null;
    }
    if (read.centuryGuessed) this.remarks.push({ field, code: 'cell.century-guessed', date: read.day });
    return read.day;
  }

  birthDate(field: ImportField, of: 'pupil' | 'adult'): PlainDate | null {
    const day = this.day(field);
    if (day === null) return null;
    const years = age(day, this.#context.today);
    if (day > this.#context.today) this.faults.push({ field, code: 'cell.date-in-future', date: day });
    else if (years > 110) this.faults.push({ field, code: 'cell.birth-too-early', date: day });
    else if (of === 'pupil' && (years < SCHOOL_AGES.from || years > SCHOOL_AGES.to)) {
      this.faults.push({ field, code: 'cell.age-outside-school', age: years, ...SCHOOL_AGES });
    }
    return day;
  }

  className(field: ImportField): ClassName | null {
    const name = this.value(field, parseClassName, { field, code: 'cell.class-unreadable' });
    const known = this.#context.classes;
    if (name === null || known === null) return name;
    const found = known.find((each) => sameClass(each, name));
    if (found) return found;
    const near = known.filter(({ grade }) => grade === name.grade).toSorted(compareClasses);
    this.faults.push({
      field,
      code: 'cell.class-unknown',
      className: printClassName(name),
      known: near.map(printClassName),
    });
    return name;
  }

  /** Somebody of seventeen in the fifth year is likelier a slip in one of the two cells. */
  compareAgeWithClass(birthDate: PlainDate, className: ClassName): void {
    const years = age(birthDate, this.#context.today);
    const usual = usualAges(className.grade);
    if (years >= usual.from && years <= usual.to) return;
    this.remarks.push({
      field: 'birthDate',
      code: 'cell.age-unusual-for-class',
      age: years,
      className: printClassName(className),
    });
  }

  snils(): Snils | null {
    const text = this.get('snils');
    if (text === '' || /^нет$/i.test(text)) return null;
    const read = readSnils(text);
    if ('snils' in read) return read.snils;
    this.faults.push({ field: 'snils', code: 'cell.snils', fault: read.fault });
    return null;
  }

  /** Whom the row is about, as far as it can be read. */
  who(): string {
    const name =
      this.get('fullName') || [this.get('familyName'), this.get('givenName'), this.get('patronymic')].join(' ');
    const rest = this.get('className') || this.get('classTeacher') || this.get('age') || this.get('childName');
    return [name.trim(), rest]
      .filter((part) => part !== '')
      .join(', ')
      .slice(0, 200);
  }
}
