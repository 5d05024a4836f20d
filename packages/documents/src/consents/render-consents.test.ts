import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import { DEFAULT_TEMPLATES, forSchool } from '@nastavnik/domain/consents/default-templates/default-templates';
import { DEFAULT_INFORMATION_SHEET } from '@nastavnik/domain/consents/information-sheet';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../read/read-source.ts';
import { drawPdf } from '../write/draw-pdf.ts';
import { pdfPages } from '../write/read-pdf.testing.ts';
import { aConsentPrint, consentId, PLACES, template } from './a-consent.testing.ts';
import {
  composeConsentRegister,
  composeDestructionAct,
  composeDestructionLog,
  composeInformationSheet,
  type DestructionAct,
} from './compose-papers.ts';
import { consentGaps } from './consent-gaps.ts';
import type { ConsentPrint } from './consent-print.ts';
import { renderConsentDocx } from './render-consent-docx.ts';
import { renderConsentHtml } from './render-consent-html.ts';
import { renderConsentPdf } from './render-consent-pdf.ts';
import { renderConsentText } from './render-consent-text.ts';

const SINGLE = { doubleSided: false };
const { operator } = aConsentPrint();

/** All words without spaces: how a writer breaks its lines is its own affair. */
function letters(text: string): string {
  return text.replace(/[\s\u00a0\u00ad]|-\n/gu, '');
}

async function wordsOfDocx(bytes: Uint8Array): Promise<string> {
  const { blocks } = await readSource(bytes, 'consent.docx');
  return JSON.stringify(blocks).replaceAll('\\u00a0', ' ');
}

describe('a consent of a pupil of 15', () => {
  test('names whom, by whom, for what, which data, to whom, till when, and has two places to sign (DOC-14)', async () => {
    const { pages, tags } = await pdfPages(renderConsentPdf([aConsentPrint()], SINGLE));
    const text = letters(pages.join(' '));
    const { template: shown } = aConsentPrint();
    for (const words of [
      'Рябинин Пётр Ильич',
      '10.04.2010',
      'Рябинина Анна Сергеевна',
      'свидетельство о рождении',
      operator.name,
      operator.address,
      'ИНН 7700000016',
      ...shown.purposes.map(({ text: purpose }) => purpose),
      ...shown.dataItems.map(({ text: item }) => item),
      shown.receivers[0]?.name ?? '',
      shown.withdrawal,
      'выражают согласие на обработку',
    ]) {
      expect(text).toContain(letters(words));
    }
    expect(text.match(/датаподписания/gu)).toHaveLength(2);
    expect(text.match(/несогласен/gu)).toHaveLength(2);
    expect([...tags]).toEqual(expect.arrayContaining(['H1', 'H2', 'P']));
  });

  test('in Word, on the page and as text the same words stand', async () => {
    const print = aConsentPrint();
    const text = renderConsentText(print);
    const docx = letters(await wordsOfDocx(await renderConsentDocx([print], SINGLE)));
    const html = letters(renderConsentHtml(print).replace(/<[^>]*>/gu, ''));
    for (const line of text.split('\n')) {
      for (const words of line.replace(/^(?:– |\[[ x]\] )/u, '').split(/: |_{4,}|\. Подпись/u)) {
        expect(docx).toContain(letters(JSON.stringify(words).slice(1, -1)));
        expect(html).toContain(letters(words.replaceAll('"', '&quot;')));
      }
    }
  });

  test('the same print gives the same bytes', async () => {
    const print = aConsentPrint();
    expect(renderConsentPdf([print], SINGLE)).toEqual(renderConsentPdf([print], SINGLE));
    expect(await renderConsentDocx([print], SINGLE)).toEqual(await renderConsentDocx([print], SINGLE));
  });
});

test('nothing is ticked that nobody has ticked: not a purpose, not a place of the matrix (RULE-10, RULE-20)', () => {
  for (const shipped of DEFAULT_TEMPLATES) {
    const participation = { form: 'ученик – ученик', role: 'наставник', cycle: '2025/26', mentor: null, regime: null };
    const print = aConsentPrint({ template: forSchool(shipped, { resources: PLACES }), participation });
    expect(renderConsentText(print)).not.toContain('[x]');
    expect(renderConsentHtml(print)).not.toContain('☒');
  }
});

test('what was chosen in the account stands ticked with its conditions, and the electronic signature with its day', () => {
  const print = aConsentPrint({
    template: template('dissemination', 'pupil'),
    tickedPurposes: ['publication'],
    choices: [
      { item: 'photo', resourceId: 'site', condition: 'только со спины' },
      { item: 'award', resourceId: 'group', condition: null },
    ],
    signatures: [
      {
        who: 'Обучающийся',
        fullName: 'Рябинин Пётр Ильич',
        assentOnly: false,
        signed: { method: 'qualifiedESign', on: plainDate('2025-10-10') },
      },
    ],
  });
  const text = renderConsentText(print);
  expect(text).toContain(
    'фотография: [x] 1. раздел «Наставничество» на сайте школы; [ ] 2. группа школы; условия и запреты: только со спины',
  );
  expect(text).toContain('сведения о награждении: [ ] 1. раздел «Наставничество» на сайте школы; [x] 2. группа школы');
  expect(text).toContain('Подписано усиленной квалифицированной электронной подписью 10 октября 2025 г.');
  expect(renderConsentHtml(print).match(/<th scope="row">/gu)).toHaveLength(6);
});

test('every shipped template can be drawn for everybody', async () => {
  const participation = { form: 'ученик – ученик', role: 'наставник', cycle: '2025/26', mentor: null, regime: null };
  const prints = DEFAULT_TEMPLATES.map((shipped, at) =>
    aConsentPrint({
      id: consentId(at),
      template: forSchool(shipped, { resources: PLACES }),
      participation: shipped.kind === 'participation' ? participation : null,
      representative: shipped.audience === 'adult' ? null : aConsentPrint().representative,
    }),
  );
  const { pages } = await pdfPages(renderConsentPdf(prints, SINGLE));
  for (const { title } of DEFAULT_TEMPLATES) expect(letters(pages.join(' '))).toContain(letters(title));
});

describe('a class in one go', () => {
  const prints = Array.from({ length: 28 }, (_, at) =>
    aConsentPrint({ id: consentId(at), registerNumber: `С-${at + 1}/2025` }),
  );

  test('28 consents of two sheets make 56 pages, each says of which document and which page it is', async () => {
    const { pages } = await pdfPages(renderConsentPdf(prints, SINGLE));
    expect(pages).toHaveLength(56);
    pages.forEach((page, at) => {
      const mark = `С-${Math.floor(at / 2) + 1}/2025 · страница ${(at % 2) + 1} из 2`;
      expect(letters(page)).toContain(letters(mark));
    });
  });

  test('where the printer uses both sides each begins on an odd page; the empty back says nothing', async () => {
    const participation = { form: 'ученик – ученик', role: 'наставник', cycle: '2025/26', mentor: null, regime: null };
    const short = {
      template: template('participation', 'representative'),
      participation,
      signatures: aConsentPrint().signatures.slice(1),
    };
    const some = prints.slice(0, 3).map((print) => ({ ...print, ...short }));
    const { pages } = await pdfPages(renderConsentPdf(some, { doubleSided: true }));
    expect(pages.map((page) => page !== '')).toEqual([true, false, true, false, true]);
    expect((await pdfPages(renderConsentPdf(some, SINGLE))).pages).toHaveLength(3);
    expect(await wordsOfDocx(await renderConsentDocx(some, { doubleSided: true }))).toContain('С-3/2025');
  });

  test('without a consent there is nothing to print', async () => {
    expect(() => renderConsentPdf([], SINGLE)).toThrow(RangeError);
    await expect(renderConsentDocx([], SINGLE)).rejects.toThrow(RangeError);
  });
});

describe('what is missing is named before anything is given out (RULE-04)', () => {
  const whole: ConsentPrint = aConsentPrint();
  const { representative } = whole;

  test('on paper the passport and the address may be written by hand, in the account they must be there', () => {
    expect(consentGaps(whole, 'paper')).toEqual([]);
    expect(consentGaps(whole, 'account')).toEqual([
      'subject.address',
      'subject.identityDocument',
      'representative.address',
      'representative.identityDocument',
    ]);
    const known = { address: 'г. Зареченск', identityDocument: 'паспорт 00 00 000000' };
    const filled = {
      ...whole,
      subject: { ...whole.subject, ...known },
      representative: representative && { ...representative, ...known },
    };
    expect(consentGaps(filled, 'account')).toEqual([]);
  });

  test.each([
    ['operator.address', { operator: { ...operator, address: ' ' } }],
    ['subject.fullName', { subject: { ...whole.subject, fullName: '' } }],
    ['subject.birthDate', { subject: { ...whole.subject, birthDate: null } }],
    ['representative', { representative: null }],
    ['template.term', { template: { ...whole.template, term: null } }],
    ['template.receivers', { template: { ...whole.template, receivers: [] } }],
    ['signatures', { signatures: [] }],
  ] as const)('%s', (gap, change) => {
    expect(consentGaps({ ...whole, ...change }, 'paper')).toEqual([gap]);
  });

  test('of two who sign for themselves each is asked for the own paper, whoever is first (RULE-06)', () => {
    expect(consentGaps(whole, 'account', 'subject')).toEqual(['subject.address', 'subject.identityDocument']);
    expect(consentGaps(whole, 'account', 'representative')).toEqual([
      'representative.address',
      'representative.identityDocument',
    ]);
    const ofChild = aConsentPrint({ template: template('processing', 'representative') });
    // Under 14 the representative answers for the child's paper too.
    expect(consentGaps(ofChild, 'account', 'representative')).toEqual(consentGaps(ofChild, 'account'));
  });

  test('taking part needs no passport: it is not asked for', () => {
    const participation = { form: 'ученик – ученик', role: 'наставник', cycle: '2025/26', mentor: null, regime: null };
    const print = aConsentPrint({ template: template('participation', 'pupil'), participation });
    expect(consentGaps(print, 'account')).toEqual([]);
    expect(renderConsentText(print)).not.toMatch(/паспорт/iu);
    expect(consentGaps({ ...print, participation: null }, 'account')).toEqual(['participation']);
  });
});

const tags = (html: string) => html.match(/<[^>]*>/gu);

test('whatever people are called, their names are words and never markup', () => {
  const odd = fc.constantFrom('<', '>', '&', '"', '#', '$', '*', '_', '@', '\\', 'б', ' ');
  const called = (fullName: string) => aConsentPrint({ subject: { ...aConsentPrint().subject, fullName } });
  fc.assert(
    fc.property(fc.string({ unit: odd, minLength: 1 }), (name) => {
      expect(tags(renderConsentHtml(called(`А${name}Б`)))).toEqual(tags(renderConsentHtml(called('Анна'))));
    }),
  );
  const fullName = 'Иванова #eval("1") <b>*Мария*</b> $x$';
  expect(renderConsentPdf([called(fullName)], SINGLE).length).toBeGreaterThan(0);
});

describe('papers beside the consents', () => {
  const act: DestructionAct = {
    operator,
    number: 3,
    date: plainDate('2026-01-04'),
    processor: null,
    system: 'Наставник',
    subjects: [
      {
        identification: 'У-007',
        categories: ['имя', 'контакты', 'запрос'],
        way: 'удаление из базы данных и файлов',
        reason: 'отзыв согласия',
        date: plainDate('2026-01-04'),
      },
      {
        identification: 'У-012',
        categories: ['имя'],
        way: 'удаление из базы данных',
        reason: 'отказ от участия',
        date: plainDate('2026-01-04'),
      },
    ],
    destroyedBy: [{ post: 'Ответственный за обработку персональных данных', name: 'О.П. Зорина' }],
    backupsUntil: plainDate('2026-02-03'),
  };

  test('the act and the log export name the same subjects in the same order (DOC-36, RULE-38)', async () => {
    const [paper, log] = await Promise.all(
      [composeDestructionAct(act), composeDestructionLog(act)].map(async (document) =>
        (await pdfPages(drawPdf(document, 'Tinos'))).pages.join(' '),
      ),
    );
    for (const text of [paper, log]) expect(text?.match(/У-\d{3}/gu)).toEqual(['У-007', 'У-012']);
    expect(letters(paper ?? '')).toContain(letters('удаление из базы данных и файлов'));
    expect(letters(paper ?? '')).toContain(letters('перезаписываются не позднее 3 февраля 2026 г.'));
    expect(letters(log ?? '')).toContain('отзывсогласия');
  });

  test('an act of the clock has a blank where the name of a person goes', async () => {
    const byClock = { ...act, destroyedBy: [{ ...act.destroyedBy[0]!, name: null }] };
    const text = (await pdfPages(drawPdf(composeDestructionAct(byClock), 'Tinos'))).pages.join(' ');
    expect(text).toContain('____________________');
    expect(text.match(/Наставник/gu)).toHaveLength(1);
  });

  test('the register has a line for each document', async () => {
    const line = {
      number: 'С-14/2025',
      person: 'Рябинин Пётр Ильич',
      kind: 'на обработку персональных данных',
      signers: ['Рябинин П. И. 10.10.2025', 'Рябинина А. С. 10.10.2025'],
      state: 'действует',
      validFrom: plainDate('2025-10-10'),
      validTo: null,
      endedOn: null,
    };
    const signature = { post: 'Куратор', name: 'О.П. Зорина' };
    const register = composeConsentRegister([line, { ...line, number: 'С-15/2025' }], {
      operator,
      on: plainDate('2025-10-12'),
      signature,
    });
    const text = (await pdfPages(drawPdf(register, 'Tinos'))).pages.join(' ');
    expect(text.match(/С-1[45]\/2025/gu)).toEqual(['С-14/2025', 'С-15/2025']);
    expect(letters(text)).toContain(letters('по состоянию на 12 октября 2025 г.'));
  });

  test('the information sheet is a page or two and says whom to ask', async () => {
    const sheet = composeInformationSheet(DEFAULT_INFORMATION_SHEET, operator, 'Куратор О.П. Зорина, каб. 12');
    const { pages } = await pdfPages(drawPdf(sheet, 'Tinos'));
    expect(pages.length).toBeLessThanOrEqual(2);
    expect(letters(pages.join(' '))).toContain(letters('Куратор О.П. Зорина'));
  });
});
