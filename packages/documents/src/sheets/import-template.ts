import { CATEGORY_TITLES, KINSHIP_TITLES, STUDY_FORM_TITLES } from '@nastavnik/domain/people-import/cell-words';
import { templateColumns } from '@nastavnik/domain/people-import/column-words';
import type { ImportField, ImportKind } from '@nastavnik/domain/people-import/import-columns';
import { HEADER_STYLE, textCell, type WorkbookSheet, writeWorkbook } from './write-xlsx.ts';

const SHEET: Record<ImportKind, string> = {
  employees: 'Сотрудники',
  pupils: 'Обучающиеся',
  representatives: 'Представители',
  classes: 'Классы',
  contingent: 'Контингент',
};

const NOTES: Partial<Record<ImportField, string>> = {
  patronymic: 'Если отчества нет, оставьте пустым.',
  birthDate: 'Как 01.02.2012.',
  snils: 'Необязательно. 11 цифр, нули впереди сохраняются.',
  phone: 'Один номер, как +7 900 123-45-67.',
  email: 'Один адрес.',
  subjects: 'Через запятую.',
  experienceYears: 'Полных лет педагогического стажа; 0 — первый год.',
  category: `Одно из: ${CATEGORY_TITLES.join(', ')}.`,
  startedOn: 'С какого дня работает в организации, как 01.09.2024.',
  className: 'Как 7А или 10 тех.',
  studyForm: `Одно из: ${STUDY_FORM_TITLES.join(', ')}. Пусто — очная.`,
  kinship: `Одно из: ${KINSHIP_TITLES.join(', ')}.`,
  authority: 'Документ, по которому человек представляет ребёнка.',
  childName: 'Как в списке обучающихся.',
  childClass: 'Нужен, если детей с таким именем несколько.',
  childBirthDate: 'Нужна, если детей с таким именем несколько.',
  classTeacher: 'Как в списке сотрудников.',
  age: 'Полных лет на дату отчёта.',
};

/** Invented people, one after another. */
const EXAMPLES: Partial<Record<ImportField, readonly [string, string]>> = {
  familyName: ['Берёзкина', 'Ярцев'],
  givenName: ['Алиса', 'Матвей'],
  patronymic: ['Ильинична', ''],
  birthDate: ['08.03.2013', '29.02.2012'],
  snils: ['112-233-445 95', ''],
  post: ['учитель химии', 'педагог-психолог'],
  subjects: ['химия, биология', ''],
  experienceYears: ['0', '12'],
  category: ['нет', 'высшая'],
  association: ['МО естественных наук', ''],
  startedOn: ['01.09.2026', '15.08.2014'],
  className: ['7А', '10 тех'],
  studyForm: ['очная', ''],
  kinship: ['мать', 'опекун'],
  authority: ['свидетельство о рождении', 'постановление об опеке'],
  phone: ['+7 900 123-45-67', ''],
  email: ['berezkina@example.ru', ''],
  childName: ['Берёзкина Алиса Ильинична', 'Ярцев Матвей'],
  childClass: ['7А', ''],
  childBirthDate: ['', '29.02.2012'],
  classTeacher: ['Горева Анна Петровна', 'Кольцов Пётр Семёнович'],
  age: ['10', '11'],
  count: ['48', '51'],
};
const ADULTS: Partial<Record<ImportField, readonly [string, string]>> = { birthDate: ['14.05.2003', '29.02.1984'] };

/** Empty rows that are formatted beforehand, so that what is typed into them stays as typed. */
const READY_ROWS = 500;

/**
 * The workbook to fill: a sheet with the header and empty cells of the text format (a typed СНИЛС keeps its zeros, a
 * typed day its look), and a sheet that explains each column with examples. Reads as an empty list.
 */
export function renderImportTemplate(kind: ImportKind): Promise<Uint8Array> {
  const columns = templateColumns(kind);
  const list: WorkbookSheet = {
    name: SHEET[kind],
    widths: columns.map(({ title }) => Math.max(14, Math.min(34, title.length + 4))),
    rows: [
      columns.map(({ title }) => textCell(title, HEADER_STYLE)),
      ...Array.from({ length: READY_ROWS }, () => columns.map(() => textCell(''))),
    ],
    sticky: 1,
  };
  const notes: WorkbookSheet = {
    name: 'Как заполнять',
    widths: [32, 16, 60, 30, 30],
    rows: [
      ['Столбец', 'Обязательно', 'Пояснение', 'Пример 1', 'Пример 2'].map((title) => textCell(title, HEADER_STYLE)),
      ...columns.map(({ field, title, required }) =>
        [
          title,
          required ? 'да' : 'нет',
          NOTES[field] ?? '',
          ...((kind === 'employees' && ADULTS[field]) || EXAMPLES[field] || ['', '']),
        ].map((text) => textCell(text, { wrap: true })),
      ),
      [],
      ...ADVICE.map((text) => [textCell(text)]),
    ],
    sticky: 1,
  };
  return writeWorkbook(`Шаблон: ${SHEET[kind]}`, [list, notes]);
}

const ADVICE: readonly string[] = [
  'Порядок столбцов любой, лишние столбцы можно оставить: они не загружаются.',
  'Пустая ячейка ничего не стирает: в карточке остаётся то, что было.',
  'Диагнозы, сведения о здоровье, национальности и вере не указывайте.',
];
