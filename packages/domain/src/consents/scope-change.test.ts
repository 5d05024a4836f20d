import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConsentTemplate } from './consent-template.ts';
import { DEFAULT_TEMPLATES } from './default-templates/default-templates.ts';
import { ADULT_PROCESSING } from './default-templates/processing.ts';
import { choiceFor, outsideScope, untickedRequired } from './scope.ts';
import { needsNewConsents, nextVersion, scopeChanges } from './scope-change.ts';

const VIDEO = { code: 'publication', text: 'видео о программе', required: false } as const;
const PHOTO = { code: 'photo', text: 'фотография', category: 'general' } as const;
const PARTNER = { name: 'ООО «Маяк»', address: 'г. Зареченск, ул. Новая, 1', gets: 'data' } as const;
const ticked = ADULT_PROCESSING.purposes.map(({ code }) => code);

test.each([
  ['a purpose', { purposes: [...ADULT_PROCESSING.purposes, VIDEO] }, 'purposes wider publication'],
  ['an item of data', { dataItems: [...ADULT_PROCESSING.dataItems, PHOTO] }, 'dataItems wider photo'],
  ['a receiver', { receivers: [...ADULT_PROCESSING.receivers, PARTNER] }, 'receivers wider ооо «маяк» (data)'],
  ['an action', { actions: [...ADULT_PROCESSING.actions, 'распространение'] }, 'actions wider распространение'],
] as const)('%s more is a new scope (RULE-13)', (_what, change, expected) => {
  const after: ConsentTemplate = { ...ADULT_PROCESSING, ...change };
  const said = scopeChanges(ADULT_PROCESSING, after).map(
    ({ field, direction, what }) => `${field} ${direction} ${what}`,
  );
  expect(said).toEqual([expected]);
  expect(nextVersion(ADULT_PROCESSING, after)).toMatchObject({ version: 2, scopeVersion: 2 });
  // The way back takes something away: nobody signs anew.
  expect(nextVersion(after, ADULT_PROCESSING)).toMatchObject({ scopeVersion: after.scopeVersion });
});

test('a longer term and another term are a new scope', () => {
  const term = ADULT_PROCESSING.term && { ...ADULT_PROCESSING.term, yearsAfter: 5 };
  expect(needsNewConsents(ADULT_PROCESSING, { ...ADULT_PROCESSING, term })).toBe(true);
});

test('other words for the same are wording: title, summary, text of a known purpose, order of a list, ё', () => {
  const after: ConsentTemplate = {
    ...ADULT_PROCESSING,
    title: 'Согласие',
    summary: 'Коротко.',
    purposes: ADULT_PROCESSING.purposes.map((each) => ({ ...each, text: `${each.text}.` })).toReversed(),
    actions: ADULT_PROCESSING.actions.map((each) => each.toUpperCase()),
    blocks: [],
    withdrawal: 'Напишите нам.',
  };
  expect(scopeChanges(ADULT_PROCESSING, after)).toEqual([]);
  expect(nextVersion(ADULT_PROCESSING, after)).toMatchObject({ version: 2, scopeVersion: 1 });
});

test("a purpose of the school's own is its words: renamed, it is another purpose", () => {
  const own = (text: string): ConsentTemplate => ({
    ...ADULT_PROCESSING,
    purposes: [{ code: 'own:club', text, required: false }],
  });
  expect(needsNewConsents(own('шахматный клуб'), own('Шахматный  клуб.'))).toBe(false);
  expect(needsNewConsents(own('шахматный клуб'), own('съёмка роликов'))).toBe(true);
});

test('numbers that become data are a new receiver', () => {
  const receivers = ADULT_PROCESSING.receivers.map((each) => ({ ...each, gets: 'data' as const }));
  expect(needsNewConsents(ADULT_PROCESSING, { ...ADULT_PROCESSING, receivers })).toBe(true);
});

test('no template differs from itself, and what was added is named whatever it is', () => {
  for (const template of DEFAULT_TEMPLATES) expect(scopeChanges(template, template)).toEqual([]);
  const items = ADULT_PROCESSING.dataItems;
  fc.assert(
    fc.property(fc.subarray([...items]), (kept) => {
      const before = { ...ADULT_PROCESSING, dataItems: kept };
      const added = items.filter((item) => !kept.includes(item)).map(({ code }) => code);
      const found = scopeChanges(before, ADULT_PROCESSING);
      expect(found.map(({ what }) => what)).toEqual(added);
      expect(needsNewConsents(before, ADULT_PROCESSING)).toBe(added.length > 0);
      expect(needsNewConsents(ADULT_PROCESSING, before)).toBe(false);
    }),
  );
});

test('what the signed document does not name is not allowed, whatever the template says today (RULE-13)', () => {
  const scope = { template: ADULT_PROCESSING, ticked };
  const ask = { purpose: 'matching', dataItems: ['fullName', 'request'], receiver: null };
  expect(outsideScope(scope, ask)).toBeUndefined();
  expect(outsideScope(scope, { ...ask, purpose: 'publication' })).toBe('scope.purpose-not-allowed');
  expect(outsideScope(scope, { ...ask, dataItems: ['photo'] })).toBe('scope.data-not-listed');
  expect(outsideScope(scope, { ...ask, receiver: 'ООО «Маяк»' })).toBe('scope.receiver-not-named');
  // A body that gets numbers only is no receiver of data about people.
  expect(outsideScope(scope, { ...ask, receiver: ADULT_PROCESSING.receivers[0]?.name ?? '' })).toBe(
    'scope.receiver-not-named',
  );
});

test('a purpose left unticked is not allowed; without a required one there is no consent to mentoring', () => {
  const scope = { template: ADULT_PROCESSING, ticked: ticked.filter((code) => code !== 'questioning') };
  expect(outsideScope(scope, { purpose: 'questioning', dataItems: [], receiver: null })).toBe(
    'scope.purpose-not-allowed',
  );
  expect(untickedRequired(scope)).toEqual([]);
  expect(untickedRequired({ template: ADULT_PROCESSING, ticked: ['matching'] })).toEqual([
    'mentoringBank',
    'personalizedProgram',
    'meetings',
    'monitoring',
  ]);
});

test('where nothing is ticked nothing may be published; what is ticked holds for its own place (RULE-20)', () => {
  const choice = { item: 'photo', resourceId: 'site', condition: 'только со спины' };
  expect(choiceFor([], 'photo', 'site')).toBeUndefined();
  expect(choiceFor([choice], 'photo', 'site')).toBe(choice);
  expect(choiceFor([choice], 'photo', 'group')).toBeUndefined();
  expect(choiceFor([choice], 'fullName', 'site')).toBeUndefined();
});
