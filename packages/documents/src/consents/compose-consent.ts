import type { SignMethod } from '@nastavnik/domain/consents/consent-kinds';
import type { ConsentReceiver, ConsentTemplate } from '@nastavnik/domain/consents/consent-template';
import { typeset } from '../write/typeset.ts';
import { longDay, shortDay } from '../write/words-of-days.ts';
import type { ConsentPrint, PrintedPerson, PrintedRepresentative, PrintedSignature } from './consent-print.ts';
import { documentMark } from './document-mark.ts';
import type { ConsentPart, DrawnConsent, FieldsPart, SigningPlace } from './drawn-consent.ts';

/**
 * DOC-12…17: one document out of the template, the people and the day. Nothing is ticked that the person has not ticked,
 * and what is not known is a line (see `consentGaps` for what may not be one).
 */
export function composeConsent(print: ConsentPrint): DrawnConsent {
  const { template, registerNumber, id } = print;
  return settled({
    name: template.title,
    registerLine: registerNumber === null ? null : `Регистрационный № ${registerNumber}`,
    title: template.title,
    summary: template.summary,
    parts: [...people(print), ...scope(print), ...closing(print)],
    places: print.signatures.map(place),
    mark: { label: registerNumber ?? id.slice(0, 8), link: documentMark(id) },
  });
}

function people(print: ConsentPrint): ConsentPart[] {
  const { subject, representative, operator, template, participation } = print;
  const requisites = [operator.inn && `ИНН ${operator.inn}`, operator.ogrn && `ОГРН ${operator.ogrn}`].filter(Boolean);
  return [
    { kind: 'heading', text: representative === null ? 'Кто даёт согласие' : 'О ком согласие' },
    fields(subjectRows(subject, print)),
    ...(representative === null
      ? []
      : [
          { kind: 'heading', text: 'Законный представитель' } as const,
          fields(representativeRows(representative, template)),
        ]),
    ...(participation === null
      ? []
      : [
          { kind: 'heading', text: 'Участие' } as const,
          fields([
            ['Форма наставничества', participation.form],
            ['Роль', participation.role],
            ['Цикл программы', participation.cycle],
            ['Наставник', participation.mentor ?? 'будет сообщён до начала'],
            ['Где и как проходят встречи', participation.regime],
          ]),
        ]),
    { kind: 'heading', text: template.kind === 'mentoringDuty' ? 'Работодатель' : 'Кому' },
    fields([
      ['Организация', operator.name],
      ['Адрес', operator.address],
      ...(requisites.length > 0 ? ([['Реквизиты', requisites.join(', ')]] as [string, string][]) : []),
    ]),
  ];
}

type Row = readonly [label: string, value: string | null];

/** A child's address stands with the representative; of the person's own paper only where the law wants it. */
function subjectRows(subject: PrintedPerson, { template, representative }: ConsentPrint): Row[] {
  const wantsPaper = wantsIdentity(template);
  return [
    ['Фамилия, имя, отчество', subject.fullName],
    ...when(template.kind !== 'mentoringDuty', ['Дата рождения', subject.birthDate && shortDay(subject.birthDate)]),
    ...when(subject.place !== null, [
      template.kind === 'mentoringDuty' ? 'Должность' : 'Класс, группа или должность',
      subject.place,
    ]),
    ...when(wantsPaper && (representative === null || template.audience === 'pupil'), ['Адрес', subject.address]),
    ...when(wantsPaper, [
      template.audience === 'representative'
        ? 'Свидетельство о рождении или паспорт'
        : 'Паспорт: номер, когда и кем выдан',
      subject.identityDocument,
    ]),
    ...when(template.kind === 'dissemination', ['Телефон, электронная почта или почтовый адрес', subject.contact]),
  ];
}

function representativeRows(person: PrintedRepresentative, template: ConsentTemplate): Row[] {
  const wantsPaper = wantsIdentity(template);
  return [
    ['Фамилия, имя, отчество', person.fullName],
    ['Кем приходится', person.kind],
    ...when(wantsPaper, ['Адрес', person.address]),
    ...when(wantsPaper, ['Паспорт: номер, когда и кем выдан', person.identityDocument]),
    ['Документ, подтверждающий полномочия', person.authority],
    ...when(template.kind === 'dissemination', ['Телефон, электронная почта или почтовый адрес', person.contact]),
  ];
}

/** 152-ФЗ art. 9(4). Taking part and labour papers do not need a passport: it is not collected for them (RULE-03). */
function wantsIdentity({ kind }: ConsentTemplate): boolean {
  return kind === 'processing' || kind === 'special' || kind === 'employeeThirdParty';
}

function scope(print: ConsentPrint): ConsentPart[] {
  const { template, tickedPurposes } = print;
  const parts: ConsentPart[] = [
    { kind: 'heading', text: PURPOSES_HEADING[template.kind] ?? 'Цели (отметьте каждую, с которой согласны)' },
    {
      kind: 'ticks',
      lines: template.purposes.map(({ code, text, required }) => ({
        text: required || template.purposes.length === 1 ? text : `${text} (можно не отмечать)`,
        ticked: tickedPurposes.includes(code),
      })),
    },
  ];
  if (template.kind === 'dissemination') parts.push(...matrix(print));
  else if (template.dataItems.length > 0) {
    parts.push(
      { kind: 'heading', text: 'Какие данные' },
      { kind: 'list', items: template.dataItems.map(({ text }) => text) },
    );
  }
  if (template.actions.length > 0) {
    const way = template.processing === null ? '' : ` Способ обработки: ${WAYS[template.processing]}.`;
    parts.push(
      { kind: 'heading', text: 'Что можно делать с данными' },
      { kind: 'paragraph', text: `${capital(template.actions.join(', '))}.${way}` },
    );
  }
  if (template.receivers.length > 0) {
    parts.push(
      { kind: 'heading', text: 'Кто получает данные' },
      { kind: 'list', items: template.receivers.map(receiver) },
    );
  }
  return parts;
}

const PURPOSES_HEADING: Partial<Record<ConsentTemplate['kind'], string>> = {
  participation: 'На что согласие (отметьте каждую строку, с которой согласны)',
  mentoringDuty: 'На что согласие',
  dissemination: 'Цель',
};
const WAYS = {
  mixed: 'смешанный, с использованием средств автоматизации и без них',
  automated: 'с использованием средств автоматизации',
  manual: 'без использования средств автоматизации',
} as const;
const GETS: Record<ConsentReceiver['gets'], string> = {
  aggregates: 'только числа, без имён',
  data: 'данные из списка выше',
  instruction: 'обрабатывает данные по письменному поручению школы',
};

function receiver({ name, address, gets }: ConsentReceiver): string {
  return `${name}, ${address} — ${GETS[gets]}`;
}

/** DOC-15 by order № 18: each item for each place, chosen by the person. */
function matrix({ template, choices }: ConsentPrint): ConsentPart[] {
  const { resources, dataItems } = template;
  return [
    { kind: 'heading', text: 'Что и где можно показать (пустая клетка — нельзя)' },
    fields(resources.map(({ name, address, owner }, at) => [`${at + 1}. ${name}`, `${address} (${owner})`])),
    {
      kind: 'matrix',
      summary: 'Данные по строкам, места публикации по столбцам',
      columns: resources.map(({ name }, at) => `${at + 1}. ${name}`),
      rows: dataItems.map(({ code, text }) => {
        const chosen = choices.filter(({ item }) => item === code);
        const conditions = [...new Set(chosen.flatMap(({ condition }) => (condition ? [condition] : [])))];
        return {
          text,
          ticked: resources.map(({ id }) => chosen.some(({ resourceId }) => resourceId === id)),
          conditions: conditions.length > 0 ? conditions.join('; ') : null,
        };
      }),
    },
  ];
}

function closing({ template, term }: ConsentPrint): ConsentPart[] {
  return [
    { kind: 'heading', text: 'Срок' },
    { kind: 'paragraph', text: `${capital(term ?? template.term?.text ?? '')}.` },
    { kind: 'heading', text: 'Как отозвать' },
    { kind: 'paragraph', text: template.withdrawal },
    ...template.blocks.flatMap(({ heading, text }): ConsentPart[] => [
      ...(heading === null ? [] : [{ kind: 'heading', text: heading } as const]),
      { kind: 'paragraph', text },
    ]),
  ];
}

const METHODS: Record<SignMethod, string> = {
  paper: 'подписано на бумаге',
  simpleESign: 'подписано простой электронной подписью в личном кабинете',
  qualifiedESign: 'подписано усиленной квалифицированной электронной подписью',
};

function place({ who, fullName, assentOnly, signed }: PrintedSignature): SigningPlace {
  // The person is asked with the words that fit both; a child says it in its own.
  const choice = assentOnly
    ? { yes: 'я согласен (согласна)', no: 'я не хочу' }
    : { yes: 'согласен (согласна)', no: 'не согласен (не согласна)' };
  return {
    who: assentOnly ? `${who}, собственное мнение` : who,
    fullName,
    choice,
    signed: signed === null ? null : `${capital(METHODS[signed.method])} ${longDay(signed.on)}`,
  };
}

function fields(rows: readonly Row[]): FieldsPart {
  return { kind: 'fields', rows: rows.map(([label, value]) => ({ label, value: value?.trim() ? value : null })) };
}

function when(condition: boolean, row: Row): Row[] {
  return condition ? [row] : [];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Unbreakable spaces in all the words (see `typeset`). */
function settled(drawn: DrawnConsent): DrawnConsent {
  const through = (value: unknown): unknown => {
    if (typeof value === 'string') return typeset(value);
    if (Array.isArray(value)) return value.map(through);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, through(each)]));
    }
    return value;
  };
  return { ...(through(drawn) as DrawnConsent), mark: drawn.mark };
}
