import { expect, test } from 'vitest';
import { lettersMissing, typefaceFor } from './typefaces.ts';

/** Letters that Russian lacks, of the languages of the republics whose names may stand in a school's header. */
const LETTERS = {
  Komi: 'ӦӧІі',
  'Tatar and Bashkir': 'ӘәӨөҮүҖҗҢңҺһҘҙҪҫҠҡҒғ',
  Yakut: 'ҔҕҤҥӨөҺһҮү',
  Chuvash: 'ӐӑӖӗҪҫӲӳĂăĔĕÇç',
  'Udmurt and Mari': 'ӜӝӞӟӤӥӦӧӴӵӒӓӰӱӸӹ',
  'peoples of the Caucasus and the North': 'ӀӏӃӄӇӈӅӆӍӎԒԓӶӷҲҳҚқ',
};

test.each(Object.entries(LETTERS))('the letters of %s can be printed', (_language, letters) => {
  expect(lettersMissing(letters, 'Tinos')).toEqual([]);
});

test('the wanted typeface is taken when it has every letter, otherwise one that has', () => {
  expect(typefaceFor('Школа № 7', 'PT Serif')).toBe('PT Serif');
  expect(typefaceFor('Шупашкар хулин Ĕ', 'PT Serif')).toBe('Tinos');
});

test('letters that no typeface has are named, once each', () => {
  expect(lettersMissing('план 😀😀\n\t', 'Tinos')).toEqual(['😀']);
});
