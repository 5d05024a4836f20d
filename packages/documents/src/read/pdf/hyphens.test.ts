import { expect, test } from 'vitest';
import { tellHyphens } from './hyphens.ts';
import type { PdfItem } from './page-content.ts';

const item = (text: string, x: number, y = 10): PdfItem => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  bold: false,
});
const told = (...items: PdfItem[]) => tellHyphens([items])[0]?.map((one) => one.hyphen);

test('a hyphen drawn apart from its word is a cut, and then a hyphen inside a piece is the word’s own', () => {
  expect(told(item('профес', 0), item('-', 30), item('сионал, педагог-', 0, 22))).toEqual([undefined, 'cut', 'kept']);
});

test('where no hyphen is drawn apart, nothing is told', () => {
  expect(told(item('профес-', 0), item('сионал', 0, 22))).toEqual([undefined, undefined]);
});

test('a dash that stands off, or opens a line, is no cut', () => {
  expect(told(item('опрос', 0), item('-', 40), item('-', 0, 22), item('беседа', 10, 22))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
