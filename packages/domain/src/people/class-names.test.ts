import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClassName } from './class-name.ts';
import { classKey, compareClasses, parseClassName, printClassName, sameClass } from './class-names.ts';

const classes: fc.Arbitrary<ClassName> = fc.record({
  grade: fc.integer({ min: 1, max: 11 }),
  letter: fc.constantFrom('', 'А', 'Б', 'Ё', 'К', 'тех', 'ФМ1', 'соц'),
});

describe('a class as people write it', () => {
  test.each([
    ['7А', { grade: 7, letter: 'А' }],
    ['7 "а"', { grade: 7, letter: 'А' }],
    ['7 «А» класс', { grade: 7, letter: 'А' }],
    ['7-А класс', { grade: 7, letter: 'А' }],
    ['7–а', { grade: 7, letter: 'А' }],
    ['7 кл. А', { grade: 7, letter: 'А' }],
    ['7а кл.', { grade: 7, letter: 'А' }],
    ['класс 7А', { grade: 7, letter: 'А' }],
    ['7е', { grade: 7, letter: 'Е' }],
    ['7-й «Б»', { grade: 7, letter: 'Б' }],
    ['7A', { grade: 7, letter: 'А' }],
    [' 11 ', { grade: 11, letter: '' }],
    ['7 класс', { grade: 7, letter: '' }],
    ['10 тех', { grade: 10, letter: 'тех' }],
    ['10тех', { grade: 10, letter: 'тех' }],
    ['5 К', { grade: 5, letter: 'К' }],
    ['10 ФМ1', { grade: 10, letter: 'ФМ1' }],
  ])('«%s»', (text, name) => {
    expect(parseClassName(text)).toEqual(name);
  });

  test.each(['', '0А', '12А', 'А', '7А8Б', '7, 8', '7 А Б', '77А', 'седьмой'])('«%s» is no class', (text) => {
    expect(parseClassName(text)).toBeUndefined();
  });

  test('a printed class reads back', () => {
    fc.assert(
      fc.property(classes, (name) => {
        expect(parseClassName(printClassName(name))).toEqual(name);
      }),
    );
  });

  test('whatever is written, reading it never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const name = parseClassName(text);
        if (name) expect(name.grade >= 1 && name.grade <= 11).toBe(true);
      }),
    );
  });

  test('lists go by year and letter: 9Б before 10А, Ё between Е and Ж', () => {
    const sorted = ['10А', '9Б', '9А', '7Ж', '7Ё', '7Е', '7'].map((text) => parseClassName(text) ?? raise());
    expect(sorted.toSorted(compareClasses).map(printClassName)).toEqual(['7', '7Е', '7Ё', '7Ж', '9А', '9Б', '10А']);
  });

  test('the order is a total one, and classes of one key are one class', () => {
    fc.assert(
      fc.property(classes, classes, classes, (a, b, c) => {
        expect(Math.sign(compareClasses(a, b)) + Math.sign(compareClasses(b, a))).toBe(0);
        if (compareClasses(a, b) <= 0 && compareClasses(b, c) <= 0) {
          expect(compareClasses(a, c)).toBeLessThanOrEqual(0);
        }
        expect(sameClass(a, b)).toBe(classKey(a) === classKey(b));
      }),
    );
  });
});

function raise(): never {
  throw new Error('the class of the test is not read');
}
