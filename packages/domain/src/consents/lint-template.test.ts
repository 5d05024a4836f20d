import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConsentTemplate } from './consent-template.ts';
import { consentsInside } from './consents-inside.ts';
import { DEFAULT_TEMPLATES, defaultTemplate, forSchool } from './default-templates/default-templates.ts';
import { ADULT_DISSEMINATION } from './default-templates/dissemination.ts';
import { REPRESENTATIVE_PARTICIPATION } from './default-templates/participation.ts';
import { ADULT_PROCESSING } from './default-templates/processing.ts';
import { DEFAULT_INFORMATION_SHEET } from './information-sheet.ts';
import { lintTemplate } from './lint-template.ts';
import { openEnding } from './open-ending.ts';

const SITE = {
  id: 'site',
  name: 'раздел «Наставничество»',
  address: 'https://shkola.example/nastavnichestvo',
  owner: 'МБОУ «Школа № 3»',
  country: 'RU',
};
const PARTNER = { name: 'ООО «Маяк»', address: 'г. Зареченск, ул. Новая, 1', gets: 'data' } as const;

function faults(template: ConsentTemplate, places: readonly string[] = [SITE.address]): string[] {
  return lintTemplate(template, places).map(({ code, field }) => `${code.replace('template.', '')} ${field}`);
}

describe('the shipped wording', () => {
  test.each(DEFAULT_TEMPLATES.map((template) => [template.kind, template.audience, template] as const))(
    '%s for %s passes its own check once the school has named its places and receivers',
    (_kind, _audience, template) => {
      const isLate = template.kind === 'employeeThirdParty';
      expect(faults(forSchool(template, { resources: [SITE], ...(isLate ? { receivers: [PARTNER] } : {}) }))).toEqual(
        [],
      );
    },
  );

  test('without the places of publication and without the partner the documents cannot be used', () => {
    expect(faults(ADULT_DISSEMINATION)).toEqual(['field-empty resources']);
    expect(faults(defaultTemplate('employeeThirdParty', 'adult') as ConsentTemplate)).toEqual([
      'field-empty receivers',
    ]);
  });

  test('each kind has one text for an audience, and the three audiences of a pupil are there', () => {
    const keys = DEFAULT_TEMPLATES.map(({ kind, audience }) => `${kind} ${audience}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const kind of ['processing', 'dissemination', 'participation', 'special'] as const) {
      for (const audience of ['adult', 'representative', 'pupil'] as const) {
        expect(defaultTemplate(kind, audience)).toBeDefined();
      }
    }
  });

  test('pupils are spoken to as pupils: short sentences, «ты», no law', () => {
    for (const template of DEFAULT_TEMPLATES.filter(({ audience }) => audience === 'pupil')) {
      expect(template.summary).toMatch(/(?:^|[^а-яё])(?:ты|тебя|тебе|твои)(?![а-яё])/iu);
      expect(template.summary).not.toMatch(/ФЗ|стать[яи]|субъект|оператор/iu);
      for (const sentence of template.summary.split(/(?<=[.?!])\s/u)) {
        expect(sentence.split(/\s+/u).length).toBeLessThanOrEqual(25);
      }
    }
  });

  test('the information sheet asks for no consent', () => {
    const words = DEFAULT_INFORMATION_SHEET.sections.flatMap(({ paragraphs }) => paragraphs).join('\n');
    expect(consentsInside(words)).toEqual([]);
  });
});

describe('an empty field is named', () => {
  test.each([
    ['term', { term: null }],
    ['purposes', { purposes: [] }],
    ['dataItems', { dataItems: [] }],
    ['actions', { actions: [] }],
    ['processing', { processing: null }],
    ['receivers', { receivers: [] }],
    ['withdrawal', { withdrawal: ' ' }],
    ['title', { title: '' }],
    ['summary', { summary: '' }],
  ] as const)('%s', (field, change) => {
    expect(faults({ ...ADULT_PROCESSING, ...change })).toEqual([`field-empty ${field}`]);
  });

  test('and so is an empty line of a list, or a receiver without an address', () => {
    const dataItems = [{ code: 'fullName', text: ' ', category: 'general' }] as const;
    expect(faults({ ...ADULT_PROCESSING, dataItems })).toEqual(['field-empty dataItems[0].text']);
    const receivers = [{ ...PARTNER, address: '' }];
    expect(faults({ ...ADULT_PROCESSING, receivers })).toEqual(['field-empty receivers[0].address']);
  });
});

describe('a list that is left open (RULE-04)', () => {
  test.each([
    'фамилия, имя и иные данные',
    'телефон и другие персональные данные',
    'имя, класс и др.',
    'имя, класс и т. д.',
    'имя, класс и т.п.',
    'имя, класс и пр.',
    'имя и прочее',
    'имя и прочие сведения',
    'любые данные, нужные школе',
    'иные персональные данные',
    'имя, класс, а также иная информация',
    'сведения, включая, но не ограничиваясь, именем',
    'имя и так далее',
    'имя и тому подобное',
    'передача иным организациям или другим лицам',
  ])('«%s»', (text) => {
    expect(openEnding(text)).not.toBeNull();
    const dataItems = [{ code: 'own:1', text, category: 'general' }] as const;
    expect(faults({ ...ADULT_PROCESSING, dataItems })).toEqual(['list-open dataItems[0].text']);
  });

  test.each([
    'фамилия, имя, отчество',
    'фамилия, имя и телефон другого законного представителя',
    'уточнение (обновление, изменение)',
    'телефон и адрес электронной почты',
    'по любой причине в любой день',
    'сведения о приглашениях и друзьях',
    'и дружба, и проект',
    'иностранный язык и другая страна',
  ])('«%s» is closed', (text) => {
    expect(openEnding(text)).toBeNull();
  });

  test('wherever the words stand in a list, they are found', () => {
    const words = fc.constantFrom('имя', 'класс', 'телефон', 'дата рождения', 'интересы');
    const openings = fc.constantFrom('и иные данные', 'и др.', 'и т. д.', 'и прочие сведения', 'и иное');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), openings, (list, opening) => {
        expect(openEnding(list.join(', '))).toBeNull();
        expect(openEnding(`${list.join(', ')} ${opening}`)).not.toBeNull();
      }),
    );
  });
});

describe('one document, one consent (RULE-02)', () => {
  test('a document in which nobody says that they agree is none', () => {
    expect(faults({ ...ADULT_PROCESSING, blocks: [] })).toEqual(['field-empty blocks']);
    expect(faults({ ...ADULT_PROCESSING, blocks: REPRESENTATIVE_PARTICIPATION.blocks })).toEqual([
      'other-consent-inside blocks[2].text',
      'field-empty blocks',
    ]);
  });

  test('a participation that speaks of processing is two consents in one', () => {
    const blocks = [
      { heading: null, text: 'Даю согласие на обработку персональных данных ребёнка.' },
      ...REPRESENTATIVE_PARTICIPATION.blocks,
    ];
    expect(faults({ ...REPRESENTATIVE_PARTICIPATION, blocks })).toEqual(['other-consent-inside blocks[0].text']);
    const { dataItems } = ADULT_PROCESSING;
    expect(faults({ ...REPRESENTATIVE_PARTICIPATION, dataItems })).toEqual(['kind-has-no-such-field dataItems']);
  });

  test.each([
    ['processing', 'Согласен на публикацию фотографий на сайте школы.'],
    ['processing', 'Не возражаю против размещения фото на сайте.'],
    ['processing', 'Даю согласие на участие в программе.'],
    ['dissemination', 'Согласен участвовать в программе наставничества.'],
    ['special', 'Разрешаю распространение сведений о здоровье.'],
  ] as const)('in a document of %s: «%s»', (kind, text) => {
    const shipped = defaultTemplate(kind, 'adult') as ConsentTemplate;
    const template = { ...shipped, blocks: [{ heading: null, text }, ...shipped.blocks] };
    expect(faults(forSchool(template, { resources: [SITE] }))).toEqual(['other-consent-inside blocks[0].text']);
  });

  test('a questionnaire or an application with a consent in it is found out', () => {
    expect(
      consentsInside('С чем вам помочь? Нажимая «Отправить», я согласен на обработку персональных данных.'),
    ).toMatchObject([{ kind: 'processing' }]);
    expect(consentsInside('Согласие на распространение оформляется отдельным документом.')).toEqual([]);
    expect(consentsInside('Вы согласны с планом встреч?')).toEqual([]);
    expect(consentsInside('☐ Согласие на обработку персональных данных')).toMatchObject([{ kind: 'processing' }]);
    expect(consentsInside('Я даю своё согласие на обработку данных и знаю, что его можно отозвать.')).toHaveLength(1);
  });
});

test('data about health stand in a document of their own (RULE-11)', () => {
  const dataItems = [...ADULT_PROCESSING.dataItems, { code: 'health', text: 'здоровье', category: 'special' } as const];
  expect(faults({ ...ADULT_PROCESSING, dataItems })).toEqual(['special-data-needs-own-document dataItems[11]']);
});

test('a place is named by its address and stands in the catalogue as allowed (RULE-20, RULE-24)', () => {
  const resources = [
    SITE,
    { ...SITE, address: 'наша группа' },
    { ...SITE, address: 'https://far.example', country: 'US' },
  ];
  expect(faults({ ...ADULT_DISSEMINATION, resources })).toEqual([
    'resource-without-address resources[1].address',
    'resource-not-allowed resources[2].address',
  ]);
  expect(faults({ ...ADULT_DISSEMINATION, resources: [SITE] }, [])).toEqual([
    'resource-not-allowed resources[0].address',
  ]);
  expect(faults({ ...ADULT_PROCESSING, resources: [SITE] })).toEqual(['kind-has-no-such-field resources']);
});

test('no box comes ticked, no line twice, and the summary is short enough to be read (RULE-10, RULE-45)', () => {
  const [first] = ADULT_PROCESSING.purposes;
  const purposes = [{ ...first, text: '☑ ведение базы' }, first] as ConsentTemplate['purposes'];
  expect(faults({ ...ADULT_PROCESSING, purposes, summary: 'слово '.repeat(200) })).toEqual([
    'purpose-twice purposes[1].code',
    'tick-not-asked purposes[0].text',
    'summary-too-long summary',
  ]);
});
