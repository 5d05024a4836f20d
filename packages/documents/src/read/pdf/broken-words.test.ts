import { expect, test } from 'vitest';
import { tellBrokenWords } from './broken-words.ts';
import type { PdfItem } from './page-content.ts';

const item = (text: string, y: number, x = 10): PdfItem => ({ text, x, y, width: 50, size: 10, bold: false });
const broken = (...items: PdfItem[]): string[] =>
  tellBrokenWords([items]).flatMap((page) => page.filter(({ hyphen }) => hyphen === 'broken').map(({ text }) => text));

test('a word that a cell has cut without a hyphen is told by the whole word elsewhere', () => {
  const title = item('План по наставничеству и встречам', 10);
  expect(broken(title, item('наставничес', 40), item('тву', 52))).toEqual(['наставничес']);
  expect(broken(title, item('наставничес', 40), item('тву', 52, 200))).toEqual([]);
  expect(broken(item('наставничес', 40), item('тву', 52))).toEqual([]);
});

test('two words that stand one under the other stay two', () => {
  const text = item('Мы ждём весной листопад и лист у пад тут', 10);
  expect(broken(text, item('лист', 40), item('пад', 52))).toEqual([]);
});
