import { expect, test } from 'vitest';
import { latticesOf } from './lattice.ts';
import type { Segment } from './rulings.ts';

const across = (at: number, from = 10, to = 200): Segment => ({ across: true, at, from, to });
const down = (at: number, from = 10, to = 150): Segment => ({ across: false, at, from, to });

test('a table without a frame has its outer columns where the rulings across end', () => {
  const [table] = latticesOf([across(50), across(90), down(60), down(120)]);
  expect(table?.columns).toEqual([10, 60, 120, 200]);
  expect(table?.rows).toEqual([10, 50, 90, 150]);
});

test('a merged cell that fills the sheet has nothing but its sides, and is a column all the same', () => {
  const [table, ...others] = latticesOf([across(80, 60), down(10), down(60), down(120), down(200)]);
  expect(others).toEqual([]);
  expect(table?.columns).toEqual([10, 60, 120, 200]);
  expect(table?.cells.find(({ column }) => column === 0)).toMatchObject({ rowSpan: 2 });
});

test('two tables side by side stay two', () => {
  const left = [across(10, 10, 100), across(60, 10, 100), across(110, 10, 100), down(10, 10, 110), down(50, 10, 110)];
  const right = left.map((one) => (one.across ? { ...one, from: 130, to: 220 } : { ...one, at: one.at + 120 }));
  expect(latticesOf([...left, ...right]).map(({ columns }) => columns)).toEqual([
    [10, 50, 100],
    [130, 170, 220],
  ]);
});

test('a row that lacks its last cells is cut by the edge of the sheet like any other', () => {
  const [table] = latticesOf([across(40), across(80), down(10), down(100), down(200, 10, 80)]);
  expect([table?.rows, table?.isOpenBelow]).toEqual([[10, 40, 80, 150], true]);
});
