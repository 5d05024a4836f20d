import {
  QUALIFICATION_CATEGORIES,
  type QualificationCategory,
  STUDY_FORMS,
  type StudyForm,
} from '../people/teacher-facts.ts';
import { KINSHIPS, type Kinship } from './import-row.ts';

/** A word list of a column: what it prints, and what it understands, in small letters with е for ё. */
type Word<Value> = { readonly value: Value; readonly title: string; readonly means: RegExp };

const CATEGORIES: readonly Word<QualificationCategory>[] = [
  { value: 'highest', title: 'высшая', means: /^(?:высш|вкк|вк$|в$)/ },
  { value: 'first', title: 'первая', means: /^(?:перв|1|i\b|i$|пкк|1кк)/ },
  { value: 'conformity', title: 'соответствие', means: /^(?:соотв|сзд)/ },
  { value: 'none', title: 'нет', means: /^(?:нет|без|не имеет|б\/?к|отсут)/ },
];

const FORMS: readonly Word<StudyForm>[] = [
  { value: 'mixed', title: 'очно-заочная', means: /^(?:очно|вечер)[ -]*(?:заоч|$)/ },
  { value: 'extramural', title: 'заочная', means: /^заоч/ },
  { value: 'family', title: 'семейное образование', means: /семейн/ },
  { value: 'selfEducation', title: 'самообразование', means: /самообраз/ },
  { value: 'fullTime', title: 'очная', means: /^(?:очн|дневн)/ },
];

const KINS: readonly Word<Kinship>[] = [
  { value: 'adoptiveParent', title: 'усыновитель', means: /усынов|удочер/ },
  { value: 'fosterParent', title: 'приёмный родитель', means: /прием|патронат/ },
  { value: 'guardian', title: 'опекун', means: /опек/ },
  { value: 'trustee', title: 'попечитель', means: /попечит/ },
  { value: 'mother', title: 'мать', means: /^(?:мать|мама|матер)/ },
  { value: 'father', title: 'отец', means: /^(?:отец|папа|отца)/ },
  { value: 'other', title: 'иной представитель', means: /^(?:ино|друг|представит|законн|родител)/ },
];

export const readCategory = reader(CATEGORIES);
export const readStudyForm = reader(FORMS);
export const readKinship = reader(KINS);

export const printCategory = printer(CATEGORIES, QUALIFICATION_CATEGORIES);
export const printStudyForm = printer(FORMS, STUDY_FORMS);
export const printKinship = printer(KINS, KINSHIPS);

export const CATEGORY_TITLES = CATEGORIES.map(({ title }) => title);
export const STUDY_FORM_TITLES = FORMS.map(({ title }) => title);
export const KINSHIP_TITLES = KINS.map(({ title }) => title);

function reader<Value>(words: readonly Word<Value>[]): (cell: string) => Value | undefined {
  return (cell) => {
    const key = cell.normalize('NFC').trim().toLowerCase().replaceAll('ё', 'е');
    return words.find(({ means }) => means.test(key))?.value;
  };
}

function printer<Value extends string>(
  words: readonly Word<Value>[],
  values: readonly Value[],
): (value: Value) => string {
  const titles = new Map(words.map(({ value, title }) => [value, title]));
  // Each value has its word, or the template would print what it cannot read.
  for (const value of values) if (!titles.has(value)) throw new RangeError(`no word for ${value}`);
  return (value) => titles.get(value) ?? value;
}
