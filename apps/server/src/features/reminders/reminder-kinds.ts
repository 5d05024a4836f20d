import type { ReminderKind } from '@nastavnik/contracts/settings';

export type ReminderText = { readonly subject: string; readonly body: string };

type Kind = ReminderText & {
  /** Optional ones may be declined by their reader. */
  readonly optional: boolean;
  readonly placeholders: readonly string[];
};

const ITEM = ['имя', 'пункт', 'срок', 'этап', 'карта', 'ссылка'] as const;

/** Our own texts; a school may change them. Words in braces are filled in. */
export const REMINDERS: Record<ReminderKind, Kind> = {
  weekBefore: {
    optional: true,
    placeholders: ITEM,
    subject: 'Через неделю: {пункт}',
    body: '{имя}, срок пункта «{пункт}» — {срок}.\nЭтап: {этап}.\n{ссылка}',
  },
  dayBefore: {
    optional: true,
    placeholders: ITEM,
    subject: 'Завтра срок: {пункт}',
    body: '{имя}, завтра, {срок}, срок пункта «{пункт}».\nЭтап: {этап}.\n{ссылка}',
  },
  late: {
    optional: false,
    placeholders: ITEM,
    subject: 'Срок прошёл: {пункт}',
    body: '{имя}, срок пункта «{пункт}» был {срок}. Приложите подтверждение или попросите куратора перенести срок.\n{ссылка}',
  },
  confirmationWaiting: {
    optional: true,
    placeholders: ITEM,
    subject: 'Ждёт подтверждения: {пункт}',
    body: '{имя}, пункт «{пункт}» выполнен и ждёт вашего подтверждения.\n{ссылка}',
  },
  weeklyDigest: {
    optional: true,
    placeholders: ['имя', 'карта', 'просрочено', 'неделя', 'ждут', 'список', 'ссылка'],
    subject: 'Наставничество: неделя',
    body: '{имя}, по плану «{карта}» просрочено: {просрочено}, на этой неделе: {неделя}, ждут подтверждения: {ждут}.\n\n{список}\n\n{ссылка}',
  },
  agreementAsked: {
    optional: false,
    placeholders: ['имя', 'карта', 'ссылка'],
    subject: 'На рассмотрение: {карта}',
    body: '{имя}, дорожная карта «{карта}» передана на рассмотрение.\n{ссылка}',
  },
  returned: {
    optional: false,
    placeholders: ['имя', 'карта', 'замечание', 'ссылка'],
    subject: 'Возвращено: {карта}',
    body: '{имя}, дорожная карта «{карта}» возвращена с замечанием: {замечание}\n{ссылка}',
  },
  // RULE-40: a letter leads to the document and names nobody.
  consentAsked: {
    optional: false,
    placeholders: ['имя', 'ссылка'],
    subject: 'Школа ждёт вашего решения о согласии',
    body: '{имя}, школа просит вас прочитать согласие и ответить: «согласен» или «не согласен». Отказ ни на что не влияет.\n{ссылка}',
  },
  invited: {
    optional: false,
    placeholders: ['ссылка'],
    subject: 'Приглашение в программу наставничества',
    body: 'Здравствуйте! Школа приглашает в программу наставничества. На странице «Моё участие» есть памятка: что предлагают, о чём спросят и кто увидит данные. Участие добровольное, отказ ни на что не влияет.\n{ссылка}',
  },
  coverageBelow: {
    optional: false,
    placeholders: ['имя', 'есть', 'всего', 'ссылка'],
    subject: 'Не у всех в банках есть согласие',
    body: '{имя}, согласие на обработку данных действует у {есть} из {всего} участников в банках. Кому чего не хватает, показано по ссылке.\n{ссылка}',
  },
  consentRefused: {
    optional: true,
    placeholders: ['имя', 'класс', 'ссылка'],
    subject: 'Отказ от согласия: {класс}',
    body: '{имя}, на согласие ответили «не согласен» ({класс}). Участие по этому предложению закончено, причину не спрашивают.\n{ссылка}',
  },
  consentWithdrawn: {
    optional: false,
    placeholders: ['имя', 'класс', 'ссылка'],
    subject: 'Согласие отозвано: {класс}',
    body: '{имя}, согласие отозвано ({класс}). Работа с этими данными остановлена сегодня; что ещё сделать и до какого дня, показано по ссылке.\n{ссылка}',
  },
  consentsComplete: {
    optional: true,
    placeholders: ['имя', 'класс', 'ссылка'],
    subject: 'Согласия собраны: {класс}',
    body: '{имя}, все запрошенные согласия подписаны ({класс}). Можно внести в банк.\n{ссылка}',
  },
};

export const REMINDER_KINDS = Object.keys(REMINDERS) as ReminderKind[];

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Placeholders of a text that its kind does not know: a letter must not go out with a hole in it. */
export function unknownPlaceholders(kind: ReminderKind, text: ReminderText): string[] {
  const found = [...`${text.subject}\n${text.body}`.matchAll(PLACEHOLDER)].map((match) => match[1]!);
  return [...new Set(found)].filter((name) => !REMINDERS[kind].placeholders.includes(name));
}

/** The text with its placeholders filled. A subject is one line, whatever was filled in. */
export function fill(text: ReminderText, values: Readonly<Record<string, string>>): ReminderText {
  const filled = (words: string) => words.replace(PLACEHOLDER, (whole, name: string) => values[name] ?? whole);
  return { subject: filled(text.subject).replace(/\s+/g, ' ').trim().slice(0, 300), body: filled(text.body) };
}
