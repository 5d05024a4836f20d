import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ADULT_DISSEMINATION } from './default-templates/dissemination.ts';
import {
  closeResource,
  decideResource,
  type ResourceState,
  resourceKey,
  stateOfNew,
  withAllowedPlaces,
} from './resource-catalogue.ts';

test('a place at home may be used at once, one abroad waits for the officer (RULE-24)', () => {
  expect(stateOfNew('RU')).toBe('allowed');
  expect(stateOfNew('US')).toBe('waiting');
  expect(decideResource('waiting', true)).toBe('allowed');
  expect(decideResource('waiting', false)).toBe('refused');
  expect(decideResource('allowed', false)).toBe('refused');
  expect(decideResource('allowed', true)).toBe('resource.already-so');
  expect(decideResource('closed', true)).toBe('resource.state');
  expect(closeResource('waiting')).toBe('closed');
  expect(closeResource('closed')).toBe('resource.state');
});

test('however often it is decided, a foreign place is allowed only by the officer’s last word', () => {
  const step = fc.oneof(fc.boolean(), fc.constant('close' as const));
  fc.assert(
    fc.property(fc.constantFrom('RU', 'US', 'KZ'), fc.array(step, { maxLength: 8 }), (country, steps) => {
      let state: ResourceState = stateOfNew(country);
      let lastWord: boolean | undefined;
      for (const each of steps) {
        const after = each === 'close' ? closeResource(state) : decideResource(state, each);
        if (after === 'resource.state' || after === 'resource.already-so') continue;
        state = after;
        lastWord = each === 'close' ? undefined : each;
      }
      if (state === 'allowed' && country !== 'RU') expect(lastWord).toBe(true);
      if (steps.includes('close')) expect(state).toBe('closed');
    }),
  );
});

test.each([
  ['https://School.Example/News/', 'https://school.example/News'],
  ['http://www.school.example', 'https://school.example/'],
  ['  https://vk.com/club1 ', 'https://vk.com/club1'],
])('«%s» and «%s» are one place', (one, other) => {
  expect(resourceKey(one)).toBe(resourceKey(other));
});

test.each([
  ['https://school.example/News', 'https://school.example/news'],
  ['https://vk.com/club1', 'https://vk.com/club12'],
])('«%s» and «%s» are two', (one, other) => {
  expect(resourceKey(one)).not.toBe(resourceKey(other));
});

test('the key of a key is itself, whatever is typed around the address', () => {
  const host = fc.constantFrom('school.example', 'www.School.example', 'vk.com', 'школа.рф');
  const path = fc
    .array(fc.constantFrom('/', '/news', '/Клуб', '?a=1', '/ '), { maxLength: 4 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.constantFrom('', 'http://', 'HTTPS://'), host, path, fc.constantFrom('', ' ', '\n'), (...parts) => {
      const key = resourceKey(parts.join(''));
      expect(resourceKey(key)).toBe(key);
    }),
  );
});

test('a document offers the allowed places alone', () => {
  const place = { id: 'a', name: 'Сайт', owner: 'Школа', country: 'RU' };
  const resources = [
    { ...place, address: 'https://school.example/' },
    { ...place, id: 'b', address: 'https://far.example' },
  ];
  const offered = withAllowedPlaces({ ...ADULT_DISSEMINATION, resources }, ['https://SCHOOL.example']);
  expect(offered.resources.map(({ id }) => id)).toEqual(['a']);
});
