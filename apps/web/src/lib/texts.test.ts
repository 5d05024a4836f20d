import { expect, test } from 'vitest';

type Texts = Readonly<Record<string, string>>;
const russian = import.meta.glob<{ ru: Texts }>('../**/texts.ru.ts', { eager: true });
const english = import.meta.glob<{ en: Texts }>('../**/texts.en.ts', { eager: true });
const catalogues = Object.keys(russian).map((path) => path.replace('/texts.ru.ts', ''));

const stem = (key: string) => key.replace(/_(one|few|many|other)$/, '');
const places = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted((one, other) => one.localeCompare(other));

test('there is a catalogue for every feature with a screen', () => {
  expect(catalogues.length).toBeGreaterThanOrEqual(6);
});

test.each(catalogues)(
  'the texts of %s are whole in both languages, with the plural forms each language needs',
  (folder) => {
    const ru = russian[`${folder}/texts.ru.ts`]?.ru ?? {};
    const en = english[`${folder}/texts.en.ts`]?.en ?? {};
    expect(new Set(Object.keys(en).map(stem))).toEqual(new Set(Object.keys(ru).map(stem)));
    for (const key of Object.keys(ru).filter((one) => one.endsWith('_few'))) {
      for (const form of ['one', 'few', 'many', 'other']) expect(Object.keys(ru)).toContain(`${stem(key)}_${form}`);
      for (const form of ['one', 'other']) expect(Object.keys(en)).toContain(`${stem(key)}_${form}`);
    }
    for (const [key, text] of Object.entries(en)) {
      expect(text.trim(), key).not.toBe('');
      const inRussian = ru[key] ?? '';
      expect(inRussian.trim(), key).not.toBe('');
      expect(places(text), key).toEqual(places(inRussian));
    }
  },
);
