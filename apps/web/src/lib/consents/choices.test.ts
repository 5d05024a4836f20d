import { expect, test } from 'vitest';
import { byPlace, worded } from './choices.ts';

const place = (id: string) => ({
  id,
  name: `Место ${id}`,
  address: `https://${id}.example`,
  owner: 'Школа',
  country: 'RU',
});
const item = (code: string) => ({ code, text: `Данные ${code}`, category: 'general' as const });
const document = { dataItems: [item('name'), item('photo')], resources: [place('site'), place('group')] };

test('what nobody ticked stands nowhere, and a place with nothing in it is not named', () => {
  expect(byPlace(document, [])).toEqual([]);
  expect(byPlace(document, [{ item: 'photo', resourceId: 'group', condition: 'без имени' }])).toEqual([
    {
      id: 'group',
      name: 'Место group',
      address: 'https://group.example',
      items: [{ code: 'photo', text: 'Данные photo', condition: 'без имени' }],
    },
  ]);
});

test('a condition of blanks is none', () => {
  const choice = { item: 'name', resourceId: 'site' };
  expect(worded([{ ...choice, condition: '  ' }])).toEqual([{ ...choice, condition: null }]);
  expect(worded([{ ...choice, condition: ' без фамилии ' }])).toEqual([{ ...choice, condition: 'без фамилии' }]);
});
