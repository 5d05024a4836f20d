/** The sheet that goes out with the invitation (LIFECYCLE 4.3): tells, asks for nothing, is not signed. */
export type InformationSheet = {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
};

/** Ours, for pupils and their parents. */
export const DEFAULT_INFORMATION_SHEET: InformationSheet = {
  title: 'Наставничество в школе: что это и о чём вас спросят',
  sections: [
    {
      heading: 'Что предлагаем',
      paragraphs: [
        'Наставник — это человек с опытом, который помогает одному или нескольким участникам: разобраться с учёбой, подготовить проект, освоиться в классе или на работе.',
        'Пара встречается по плану, который составляет вместе. Программа длится от трёх месяцев до года.',
      ],
    },
    {
      heading: 'Это добровольно',
      paragraphs: [
        'Участвовать или нет, решаете вы. Отказ ничего не меняет в учёбе, оценках, кружках и работе.',
        'Выйти можно в любой день и без объяснения причин: скажите куратору, напишите заявление или нажмите «Выйти из программы» в личном кабинете.',
      ],
    },
    {
      heading: 'Какие документы попросим',
      paragraphs: [
        'Согласие на обработку персональных данных — отдельный документ. За ребёнка до 14 лет его подписывает законный представитель; с 14 до 18 лет подписывают оба; с 18 лет — сам участник.',
        'Согласие на участие в программе — ещё один отдельный документ, для тех, кому нет 18 лет. Ребёнка от 10 лет мы спрашиваем и самого.',
        'Согласие на распространение нужно только для фотографий, видео и рассказов на сайте. Без него можно участвовать.',
      ],
    },
    {
      heading: 'Что мы узнаем и кто это увидит',
      paragraphs: [
        'До согласия мы храним только имя, класс или должность, предлагаемую роль и контакт взрослого.',
        'После согласия запрос и план видит ваша пара, а в школе — те, кто отвечает за программу: куратор, директор и его заместители, рабочая группа, классный руководитель (руководитель методического объединения), психолог. Согласия хранит ответственный за персональные данные. Ответы на анкеты других участников никто из пары не видит. О здоровье мы не спрашиваем.',
        'Выше школы передаются только числа, без имён.',
      ],
    },
    {
      heading: 'Если передумали',
      paragraphs: [
        'Согласие можно отозвать: в кабинете кнопкой «Отозвать» или заявлением в школу. С этого дня данные больше не используются, а в течение 30 дней уничтожаются, кроме тех, что школа обязана хранить по закону.',
      ],
    },
  ],
};

/** To what somebody is invited, in words of the programme: «ученик – ученик», «наставляемый». */
export type InvitedTo = { readonly form: string | null; readonly role: 'mentor' | 'mentee' };

const OFFERED = {
  mentor: 'Вас приглашают помогать как наставник.',
  mentee: 'Вас приглашают как наставляемого: помогать будут вам.',
} as const;

/** The sheet for one invitation: it begins with what is offered. No name stands on it, so it may be handed on. */
export function informationSheetFor({ form, role }: InvitedTo): InformationSheet {
  const [first, ...rest] = DEFAULT_INFORMATION_SHEET.sections;
  const offered = [OFFERED[role], ...(form === null ? [] : [`Форма наставничества: «${form}».`])].join(' ');
  return {
    ...DEFAULT_INFORMATION_SHEET,
    sections: [{ ...first!, paragraphs: [offered, ...first!.paragraphs] }, ...rest],
  };
}
