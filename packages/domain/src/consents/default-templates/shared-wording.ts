import type { ConsentBlock, ConsentDataItem, ConsentPurpose, ConsentTerm } from '../consent-template.ts';

/** Wording shipped with the programme: ours, no norm's; the school's lawyer confirms it, the school may change it. */

/** 152-ФЗ art. 3(3) by its words, as far as this programme does them. */
export const ACTIONS: readonly string[] = [
  'сбор',
  'запись',
  'систематизация',
  'накопление',
  'хранение',
  'уточнение (обновление, изменение)',
  'использование',
  'передача получателям, названным ниже',
  'обезличивание',
  'блокирование',
  'удаление',
  'уничтожение',
];

export const MENTORING_PURPOSES: readonly ConsentPurpose[] = [
  { code: 'mentoringBank', text: 'ведение базы участников программы наставничества', required: true },
  { code: 'matching', text: 'подбор пары или группы', required: true },
  {
    code: 'personalizedProgram',
    text: 'составление и выполнение персонализированной программы и плана',
    required: true,
  },
  { code: 'meetings', text: 'организация и учёт встреч', required: true },
  { code: 'monitoring', text: 'мониторинг программы и отчётность в виде чисел без имён', required: true },
  { code: 'questioning', text: 'анкетирование участников программы', required: false },
];

export const MENTORING_DATA: readonly ConsentDataItem[] = [
  { code: 'fullName', text: 'фамилия, имя, отчество', category: 'general' },
  { code: 'classOrPost', text: 'класс, группа или должность', category: 'general' },
  { code: 'birthDate', text: 'дата рождения', category: 'general' },
  { code: 'contacts', text: 'телефон, адрес электронной почты', category: 'general' },
  { code: 'education', text: 'образование и опыт', category: 'general' },
  { code: 'request', text: 'запрос: с чем нужна помощь', category: 'general' },
  { code: 'competences', text: 'умения, интересы и достижения', category: 'general' },
  { code: 'preferences', text: 'пожелания к паре и удобное время', category: 'general' },
  { code: 'surveyResults', text: 'ответы на анкеты программы', category: 'general' },
  { code: 'meetings', text: 'даты, темы и продолжительность встреч', category: 'general' },
  { code: 'planResults', text: 'результаты выполнения плана', category: 'general' },
];

/** DOC-13: the representative signs for what is kept of them beside the child's. */
export const REPRESENTATIVE_DATA: readonly ConsentDataItem[] = [
  ...MENTORING_DATA,
  {
    code: 'representativeContacts',
    text: 'фамилия, имя, отчество и телефон законного представителя',
    category: 'general',
  },
];

/** Paper and address of whoever signs: 152-ФЗ art. 9(4) wants them in the document itself. */
export const IDENTITY_BLOCK: ConsentBlock = {
  heading: null,
  text: 'Адрес и данные документа, удостоверяющего личность, указаны в этом согласии по требованию закона, хранятся только вместе с ним и ни для чего другого не используются.',
};

export const AUTOMATED_DECISIONS_BLOCK: ConsentBlock = {
  heading: null,
  text: 'Программа только предлагает возможные пары и показывает, почему. Решение всегда принимает человек.',
};

export const FREE_BLOCK: ConsentBlock = {
  heading: 'Добровольность',
  text: 'Согласие даётся свободно. Отказ не влияет на обучение, оценки, работу и её оплату.',
};

export const CYCLE_TERM: ConsentTerm = {
  kind: 'cycleEnd',
  yearsAfter: 3,
  text: 'до окончания цикла программы наставничества и три года после него либо до дня отзыва, если он наступит раньше',
};

/** LIFECYCLE §5.10: the days of grace must stand in the document, or nothing would hold during them. */
export const TERM_BEFORE_14: ConsentTerm = {
  ...CYCLE_TERM,
  text: `${CYCLE_TERM.text}; после того как ребёнку исполнится 14 лет, — до подписания нового согласия, но не дольше 14 дней`,
};
export const TERM_BEFORE_18: ConsentTerm = {
  ...CYCLE_TERM,
  text: `${CYCLE_TERM.text}; после того как обучающемуся исполнится 18 лет, — до подписания нового согласия, но не дольше 14 дней`,
};

export const WITHDRAWAL =
  'Согласие можно отозвать в любой день без объяснения причин: письменным заявлением в школу или кнопкой «Отозвать» в личном кабинете. С этого дня обработка прекращается, данные уничтожаются в срок до 30 дней, кроме документов, которые школа обязана хранить по закону. Участие в программе при этом заканчивается.';

/** The act itself, in words above the signature. */
export function statement(text: string): ConsentBlock {
  return { heading: 'Подтверждение', text: `Свободно, своей волей и в своём интересе ${text}` };
}
