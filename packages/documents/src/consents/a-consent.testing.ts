import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ConsentTemplate } from '@nastavnik/domain/consents/consent-template';
import { defaultTemplate, forSchool } from '@nastavnik/domain/consents/default-templates/default-templates';
import type { ConsentPrint } from './consent-print.ts';

/** The id of the n-th invented consent. */
export function consentId(at: number): string {
  return `0190a5c0-7d3e-7000-8000-${String(at).padStart(12, '0')}`;
}

export const PLACES = [
  {
    id: 'site',
    name: 'раздел «Наставничество» на сайте школы',
    address: 'https://shkola3.example/nastavnichestvo',
    owner: 'МБОУ «Школа № 3»',
    country: 'RU',
  },
  {
    id: 'group',
    name: 'группа школы',
    address: 'https://set.example/shkola3',
    owner: 'МБОУ «Школа № 3»',
    country: 'RU',
  },
] as const;

export function template(kind: ConsentTemplate['kind'], audience: ConsentTemplate['audience']): ConsentTemplate {
  const found = defaultTemplate(kind, audience);
  if (!found) throw new Error(`no template ${kind} ${audience}`);
  return forSchool(found, { resources: PLACES });
}

/** A pupil of 15 of an invented school, both to sign. */
export function aConsentPrint(rest: Partial<ConsentPrint> = {}): ConsentPrint {
  return {
    id: consentId(1),
    registerNumber: 'С-14/2025',
    template: template('processing', 'pupil'),
    operator: {
      name: 'МБОУ «Средняя школа № 3 города Зареченска»',
      address: 'г. Зареченск, ул. Школьная, д. 5',
      inn: '7700000016',
      ogrn: '1027700000011',
    },
    subject: {
      fullName: 'Рябинин Пётр Ильич',
      birthDate: plainDate('2010-04-10'),
      address: null,
      identityDocument: null,
      place: '9А',
      contact: null,
    },
    representative: {
      fullName: 'Рябинина Анна Сергеевна',
      birthDate: null,
      address: null,
      identityDocument: null,
      place: null,
      contact: null,
      kind: 'мать',
      authority: 'свидетельство о рождении I-АБ № 000001 от 20.04.2010',
    },
    participation: null,
    tickedPurposes: [],
    choices: [],
    term: null,
    signatures: [
      { who: 'Обучающийся', fullName: 'Рябинин Пётр Ильич', assentOnly: false, signed: null },
      { who: 'Законный представитель', fullName: 'Рябинина Анна Сергеевна', assentOnly: false, signed: null },
    ],
    typeface: 'Tinos',
    ...rest,
  };
}
