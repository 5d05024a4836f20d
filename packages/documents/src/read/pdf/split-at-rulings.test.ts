import { expect, test } from 'vitest';
import { latticesOf } from './lattice.ts';
import type { Segment } from './rulings.ts';
import { splitAtRulings } from './split-at-rulings.ts';

const across = (at: number): Segment => ({ across: true, at, from: 0, to: 300 });
const down = (at: number): Segment => ({ across: false, at, from: 0, to: 40 });
const [table] = latticesOf([across(0), across(40), down(0), down(16), down(130), down(300)]);
const item = (text: string, x: number, width: number) => ({ text, x, width, y: 20, size: 12, bold: false });

const parts = (text: string, x: number, width: number): string[] =>
  table ? splitAtRulings(item(text, x, width), table).map((part) => part.text) : [];

test('words of neighbouring cells that come as one piece stand in their own cells', () => {
  expect(parts('№ Наименование', 3, 92)).toEqual(['№', 'Наименование']);
  expect(parts('№ Наименование этапа Мероприятия', 3, 220)).toEqual(['№', 'Наименование этапа', 'Мероприятия']);
});

test('a piece within its cell and a word that reaches over a ruling stay whole', () => {
  expect(parts('Наименование этапа', 18, 110)).toEqual(['Наименование этапа']);
  expect(parts('Наименование этапа ', 18, 116)).toEqual(['Наименование этапа ']);
  expect(parts('Самообразование', 60, 90)).toEqual(['Самообразование']);
});
