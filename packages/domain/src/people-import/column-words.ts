import type { ImportField, ImportKind } from './import-columns.ts';

/** A column of a kind of import. */
export type ColumnSpec = {
  readonly field: ImportField;
  /** As the template heads it. */
  readonly title: string;
  readonly required: boolean;
  /** What headers in schools' own sheets look like, in the form of `headerKey`; the surest first. */
  readonly words: readonly RegExp[];
};

const spec = (field: ImportField, title: string, required: boolean, ...words: readonly RegExp[]): ColumnSpec => ({
  field,
  title,
  required,
  words,
});

/** Whose name it is when it is not the person's own. */
const OTHERS = '(?!.*(?:ребен|учени|обучающ|учащ|воспитан|родител|матери|отца|представит|классн|руковод|кл рук))';
const CHILD = '(?:ребен\\S*|учени\\S*|обучающ\\S*|учащ\\S*|воспитан\\S*)';
const own = (words: string): RegExp => new RegExp(`^${OTHERS}(?:${words})`);
const ofChild = (words: string): RegExp => new RegExp(`^(?:${words}).*${CHILD}|^${CHILD} (?:${words})`);

const FULL = 'ф ?и ?о(?= |$)|фамилия имя|фамилия и имя|полное имя|сотрудник|работник|педагог(?= |$)|учитель$|фио';
const names = (required: boolean, more = ''): readonly ColumnSpec[] => [
  spec('familyName', 'Фамилия', required, own('фамилия$'), own('фамилия(?! имя| и имя)')),
  spec('givenName', 'Имя', required, own('имя$'), own('имя')),
  spec('patronymic', 'Отчество', false, own('отчество')),
  spec('fullName', 'ФИО', false, own(FULL), ...(more === '' ? [] : [new RegExp(more)])),
];
const contacts: readonly ColumnSpec[] = [
  spec(
    'phone',
    'Телефон',
    false,
    /^(?!.*(ребен|обучающ))(?:(?:мобильный |сотовый |контактный )?телефон|тел(?= |$)|моб)/,
  ),
  spec('email', 'Электронная почта', false, /^(?:e ?mail|емейл|имейл|эл\S* (?:почта|адрес)|почта|адрес эл)/),
];
const snils = spec('snils', 'СНИЛС', false, /^(?:снилс|номер снилс|страхов\S* (?:номер|свид))/);
const birth = '(?:дата рожд|д р$|др$|день рожд|родил|год рождения|дата р)';
const birthDate = (required: boolean): ColumnSpec => spec('birthDate', 'Дата рождения', required, own(birth));
const className = (...words: readonly RegExp[]): ColumnSpec =>
  spec('className', 'Класс', true, /^класс(?! ?рук)(?!н)/, /^(?:литера|параллель|учебный класс|группа)/, ...words);

/** Columns by kind, in the order of the template; the template leaves out `fullName`, which stands for three of them. */
export const COLUMNS: Record<ImportKind, readonly ColumnSpec[]> = {
  employees: [
    ...names(true),
    birthDate(false),
    snils,
    spec('post', 'Должность', false, /^(?:занимаемая )?должност/, /^специальность$/),
    spec('subjects', 'Предметы', false, /^(?:преподаваем\S* )?(?:предмет|дисциплин)/),
    spec(
      'experienceYears',
      'Педагогический стаж, полных лет',
      false,
      /^(?:педагогический |пед )стаж/,
      /^(?:общий )?стаж/,
    ),
    spec('category', 'Категория', false, /^(?:квалификационная )?категор/, /^кв\S* кат/),
    spec('association', 'Методическое объединение', false, /^(?:шмо|мо(?= |$)|методическ\S* объединен|методобъединен)/),
    spec('startedOn', 'Работает с', false, /^(?:работает с|дата (?:приема|начала)|принят)/),
    ...contacts,
  ],
  pupils: [
    ...names(true, `^${CHILD}$|^(?:фио|ф и о) ${CHILD}`),
    spec('birthDate', 'Дата рождения', true, own(birth), ofChild(birth)),
    className(),
    snils,
    spec('studyForm', 'Форма обучения', false, /^форма (?:обучен|получен)/),
  ],
  representatives: [
    ...names(true, '^(?:родител|законн|представител|мать|отец)|(?:фио|ф и о).*(?:родител|представит)'),
    spec('kinship', 'Кем приходится ребёнку', false, /^(?:кем приходится|степень родства|родство|статус|кто)/),
    spec('authority', 'Документ о полномочиях', false, /^(?:документ|основание|полномоч|свидетельство)/),
    ...contacts,
    spec('childName', 'ФИО ребёнка', true, ofChild('ф ?и ?о|фамилия|фио|имя'), new RegExp(`^${CHILD}$`)),
    spec('childClass', 'Класс ребёнка', false, /^класс(?!н)/),
    spec('childBirthDate', 'Дата рождения ребёнка', false, ofChild(birth), own(birth)),
  ],
  classes: [
    className(),
    spec(
      'classTeacher',
      'Классный руководитель',
      false,
      /(?:классн\S* руковод|кл рук|классрук|воспитатель)/,
      own(FULL),
    ),
  ],
  contingent: [
    spec('age', 'Возраст, полных лет', true, /^(?:возраст|лет|полных лет)/),
    spec(
      'count',
      'Количество обучающихся',
      true,
      /^(?:кол\S* ?во|количество|численность|число|всего|обучающихся|человек|чел)/,
    ),
  ],
};

/** The column of the file of errors that says what is wrong: never read as data when the file comes back. */
export const CORRECTION_TITLE = 'Что исправить';

/** Headers of the template, in order. */
export function templateColumns(kind: ImportKind): readonly ColumnSpec[] {
  return COLUMNS[kind].filter(({ field }) => field !== 'fullName');
}

/** A header in the form in which headers are compared and remembered. */
export function headerKey(header: string): string {
  return header
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 120);
}
