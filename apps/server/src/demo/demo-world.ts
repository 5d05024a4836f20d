import type { OrganizationKind } from '@nastavnik/contracts/session';
import type { BodyKind } from '@nastavnik/contracts/staff';
import type { Role } from '@nastavnik/domain/access/roles';

/** Invented organisations and people of the demonstration. Nobody here exists. */
export type DemoOrganization = {
  readonly key: string;
  readonly fullName: string;
  readonly shortName: string;
  readonly kind: OrganizationKind;
  /** A second language of the republic. */
  readonly second?: readonly [name: string, language: string];
  readonly people: readonly DemoPerson[];
  readonly bodies: readonly { readonly kind: BodyKind; readonly name: string; readonly members: readonly string[] }[];
  /** A template's key, or the plan of its own. */
  readonly plan: string | null;
};

export type DemoPerson = {
  readonly key: string;
  /** Фамилия Имя Отчество. */
  readonly name: string;
  readonly post: string;
  readonly roles: readonly Role[];
  /** The end of a login; people without one do not sign in. */
  readonly login?: string;
};

export const MUNICIPALITY = 'Приозёрск';

const person = (key: string, name: string, post: string, roles: readonly Role[], login?: string): DemoPerson => ({
  key,
  name,
  post,
  roles,
  ...(login ? { login } : {}),
});

const bodiesOf = (...members: string[]): DemoOrganization['bodies'] => [
  { kind: 'workingGroup', name: 'Рабочая группа', members },
  { kind: 'pedagogicalCouncil', name: 'Педагогический совет', members },
];

export const AUTHORITY: DemoOrganization = {
  key: 'uo',
  fullName: 'Управление образования администрации города Приозёрска',
  shortName: 'Управление образования Приозёрска',
  kind: 'municipality',
  plan: null,
  bodies: [],
  people: [
    person(
      'coordinator',
      'Звягина Тамара Олеговна',
      'Главный специалист',
      ['municipalCoordinator', 'systemAdministrator'],
      'koordinator',
    ),
  ],
};

export const ORGANIZATIONS: readonly DemoOrganization[] = [
  {
    key: 'shkola',
    fullName: 'Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 7 города Приозёрска»',
    shortName: 'МБОУ «СШ № 7»',
    kind: 'school',
    plan: 'student-7',
    bodies: bodiesOf('curator', 'psychologist', 'class'),
    people: [
      person(
        'curator',
        'Лугова Ирина Юрьевна',
        'Заместитель директора по воспитательной работе',
        ['curator', 'systemAdministrator'],
        'kurator',
      ),
      person('director', 'Бережной Олег Павлович', 'Директор', ['director'], 'direktor'),
      person('class', 'Перова Анна Сергеевна', 'Классный руководитель 8 «А»', ['classTeacher', 'staff'], 'perova'),
      person('second', 'Тихонин Пётр Ильич', 'Классный руководитель 9 «Б»', ['classTeacher']),
      person('psychologist', 'Ясная Вера Михайловна', 'Педагог-психолог', ['psychologist', 'workingGroupMember']),
      person('site', 'Кузовлёв Денис Игоревич', 'Координатор сайта', ['siteEditor']),
      person('mentor', 'Орешина Софья Львовна', 'Учитель математики, наставник', ['staff', 'mentor'], 'oreshina'),
    ],
  },
  {
    key: 'malaya',
    fullName: 'Муниципальное казённое общеобразовательное учреждение «Заозёрная основная школа»',
    shortName: 'МКОУ «Заозёрная ОШ»',
    kind: 'school',
    plan: 'small-3',
    bodies: bodiesOf('director', 'curator'),
    people: [
      person('director', 'Сычёва Нина Фёдоровна', 'Директор', ['director'], 'direktor'),
      person(
        'curator',
        'Журавель Ольга Петровна',
        'Учитель начальных классов, классный руководитель',
        ['curator', 'classTeacher', 'systemAdministrator'],
        'kurator',
      ),
      person('mentor', 'Мельник Галина Андреевна', 'Учитель биологии, наставник', ['staff', 'mentor'], 'melnik'),
    ],
  },
  {
    key: 'dod',
    fullName: 'Муниципальное учреждение дополнительного образования «Центр творчества „Маяк“»',
    shortName: 'МУДО ЦТ «Маяк»',
    kind: 'additionalEducation',
    second: ['«Маяк» творчество шöрин', 'kv'],
    plan: null,
    bodies: bodiesOf('curator', 'method'),
    people: [
      person('curator', 'Ветрова Алла Борисовна', 'Методист', ['curator', 'systemAdministrator'], 'kurator'),
      person('director', 'Рудаков Илья Сергеевич', 'Директор', ['director'], 'direktor'),
      person(
        'method',
        'Чайкина Юлия Романовна',
        'Педагог дополнительного образования, наставник',
        ['staff', 'mentor'],
        'chaikina',
      ),
    ],
  },
  {
    key: 'kolledzh',
    fullName: 'Государственное профессиональное образовательное учреждение «Приозёрский политехнический колледж»',
    shortName: 'ГПОУ «Приозёрский колледж»',
    kind: 'college',
    plan: 'teacher-8',
    bodies: bodiesOf('curator', 'head'),
    people: [
      person(
        'curator',
        'Самойлов Виктор Денисович',
        'Заместитель директора по учебной работе',
        ['curator', 'deputyDirector', 'systemAdministrator'],
        'kurator',
      ),
      person('director', 'Громова Елена Артуровна', 'Директор', ['director'], 'direktor'),
      person(
        'head',
        'Лапшин Юрий Юрьевич',
        'Руководитель МО, наставник',
        ['methodAssociationHead', 'mentor', 'staff'],
        'lapshin',
      ),
      person('staff', 'Дёмина Ксения Олеговна', 'Специалист по кадрам', ['personnelOfficer']),
    ],
  },
  {
    key: 'detsad',
    fullName: 'Муниципальное дошкольное образовательное учреждение «Детский сад № 12 „Ручеёк“»',
    shortName: 'МДОУ «ДС № 12»',
    kind: 'kindergarten',
    plan: 'teacher-7',
    bodies: bodiesOf('curator', 'mentor'),
    people: [
      person('director', 'Полякова Инна Викторовна', 'Заведующий', ['director'], 'zaveduyuschaya'),
      person(
        'curator',
        'Крылова Жанна Алексеевна',
        'Старший воспитатель',
        ['curator', 'systemAdministrator'],
        'kurator',
      ),
      person('mentor', 'Одинцова Рита Павловна', 'Воспитатель, наставник', ['staff', 'mentor'], 'odintsova'),
      person('psychologist', 'Белова Лидия Марковна', 'Педагог-психолог', ['psychologist']),
    ],
  },
];

/** The centre's own plan: measures with numbered contents, in the words of its people. */
export const OWN_PLAN = {
  title: 'Дорожная карта наставничества в Центре творчества «Маяк»',
  sections: [
    { heading: 'Цель', paragraphs: ['Помочь молодым педагогам объединений освоить проектную работу с детьми.'] },
    {
      heading: 'Ожидаемые результаты',
      paragraphs: ['Каждый молодой педагог ведёт свой проект.', 'Планы пар выполнены не менее чем на 90 %.'],
    },
  ],
  stages: [
    {
      title: 'Организационный этап',
      items: [
        {
          measure: 'Документы',
          title: 'Обновить положение о наставничестве',
          points: ['обсудить на педагогическом совете', 'разместить на сайте'],
          deadline: 'сентябрь',
          responsible: 'Ветрова А.Б.',
          result: 'Положение, приказ',
        },
        {
          measure: 'Документы',
          title: 'Закрепить пары приказом директора',
          points: [],
          deadline: 'октябрь',
          responsible: 'Директор',
          result: 'Приказ',
        },
        {
          measure: 'Люди',
          title: 'Собрать запросы молодых педагогов',
          points: [],
          deadline: 'последняя неделя сентября',
          responsible: 'Ветрова А.Б., Чайкина Ю.Р.',
          result: 'Анкеты',
        },
      ],
    },
    {
      title: 'Практический этап',
      items: [
        {
          measure: 'Работа пар',
          title: 'Провести открытые занятия наставников',
          points: [],
          deadline: '1 раз в квартал',
          responsible: 'Чайкина Ю.Р.',
          result: 'Конспекты, отзывы',
        },
        {
          measure: 'Работа пар',
          title: 'Вести дневники пар',
          points: [],
          deadline: 'в течение года',
          responsible: 'Чайкина Ю.Р.',
          result: 'Дневники',
        },
        {
          measure: 'Работа пар',
          title: 'Показать проекты объединений на празднике Центра',
          points: [],
          deadline: 'апрель',
          responsible: 'Чайкина Ю.Р.',
          result: 'Программа праздника',
        },
        {
          measure: 'Поддержка',
          title: 'Консультировать по запросу',
          points: [],
          deadline: 'по запросу',
          responsible: 'Ветрова А.Б.',
          result: 'Журнал консультаций',
        },
      ],
    },
    {
      title: 'Аналитический этап',
      items: [
        {
          measure: 'Итоги',
          title: 'Обсудить итоги на круглом столе',
          points: [],
          deadline: 'май',
          responsible: 'Рабочая группа',
          result: 'Протокол',
        },
        {
          measure: 'Итоги',
          title: 'Отправить письмо в управление образования',
          points: [],
          deadline: 'май и декабрь ежегодно',
          responsible: 'Ветрова А.Б.',
          result: 'Информационно-аналитическое письмо',
        },
      ],
    },
  ],
} as const;
