import type { Faults } from './fault.ts';

export type Plain = Record<string, unknown>;

/** Readers of one value each: they note a fault with its path and go on with a harmless value. */
export function readObject(value: unknown, path: string, faults: Faults): Plain {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Plain;
  faults.add(path, value === undefined ? 'missing' : 'not-an-object');
  return {};
}

export function readList(value: unknown, path: string, faults: Faults): unknown[] {
  if (Array.isArray(value)) return value;
  faults.add(path, value === undefined ? 'missing' : 'not-a-list');
  return [];
}

export function readText(value: unknown, path: string, faults: Faults): string {
  if (typeof value !== 'string') faults.add(path, value === undefined ? 'missing' : 'not-a-text');
  else if (value === '') faults.add(path, 'empty-text');
  else return value;
  return '';
}

/** A whole number within limits; NaN, infinities and fractions are refused. */
export function readInteger(value: unknown, path: string, faults: Faults, least: number, most: number): number {
  if (value === undefined) faults.add(path, 'missing');
  else if (typeof value !== 'number' || !Number.isInteger(value)) faults.add(path, 'not-a-whole-number');
  else if (value < least || value > most) faults.add(path, 'out-of-range');
  else return value;
  return least;
}

export function readFlag(value: unknown, path: string, faults: Faults): boolean {
  if (typeof value !== 'boolean') faults.add(path, 'not-a-flag');
  return value === true;
}

export function readOneOf<T extends string>(value: unknown, path: string, faults: Faults, choice: readonly T[]): T {
  const found = choice.find((one) => one === value);
  if (found === undefined) faults.add(path, value === undefined ? 'missing' : 'not-one-of');
  return found ?? choice[0]!;
}

/** A list of texts without repetition. */
export function readTexts(value: unknown, path: string, faults: Faults): string[] {
  const texts = readList(value, path, faults).map((text, index) => readText(text, `${path}[${index}]`, faults));
  noteDuplicates(texts, (index) => `${path}[${index}]`, faults);
  return texts;
}

export function noteDuplicates(keys: readonly string[], path: (index: number) => string, faults: Faults): void {
  const seen = new Set<string>();
  keys.forEach((key, index) => {
    if (seen.has(key)) faults.add(path(index), 'duplicate');
    seen.add(key);
  });
}
