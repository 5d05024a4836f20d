import { formatNumber, type NumberFormat } from './number-format.ts';
import { tidyText } from './plain-text.ts';
import { visibleSymbols } from './symbols.ts';

export type ListLevel = {
  readonly start: number;
  readonly format: NumberFormat;
  /** The visible text; `%1` … `%9` stand for the numbers of the levels. */
  readonly text: string;
  /** The level (from 1) whose use starts this one anew; 0 never; undefined: any higher one. */
  readonly restart: number | undefined;
  readonly legal: boolean;
  readonly style: string | undefined;
};

export type NumberedList = {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
  levels: Map<number, ListLevel>;
};

export type Numbering = {
  /** The visible number of the next paragraph of that list, or undefined when there is none. Counts. */
  next(list: { readonly id: string; readonly level: number }, style: string | undefined): string | undefined;
};

/** Counts automatic numbers as Word does (ECMA-376 17.9): lists of one abstract definition share their counters. */
export function countLists(lists: ReadonlyMap<string, NumberedList>): Numbering {
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();

  return {
    next({ id, level: given }, style) {
      const list = lists.get(id);
      if (!list) return undefined;
      const level = levelOfStyle(list, style) ?? given;
      const own = list.levels.get(level);
      if (!own) return undefined;

      const counts = counters.get(list.abstract) ?? [];
      counters.set(list.abstract, counts);
      for (let upper = 0; upper < level; upper++) counts[upper] ??= list.levels.get(upper)?.start ?? 1;
      const override = list.starts.get(level);
      const isFirst = override !== undefined && !started.has(`${id}/${level}`);
      started.add(`${id}/${level}`);
      const before = counts[level];
      counts[level] = isFirst ? override : before === undefined ? own.start : before + 1;
      for (let lower = level + 1; lower < 9; lower++) {
        const restart = list.levels.get(lower)?.restart;
        if (restart === undefined || (restart > 0 && level < restart)) counts[lower] = undefined;
      }
      return marker(list, own, counts);
    },
  };
}

function marker(list: NumberedList, own: ListLevel, counts: readonly (number | undefined)[]): string | undefined {
  if (own.format === 'bullet') {
    const sign = tidyText(visibleSymbols(own.text)).trim();
    return (PICTURE_LETTER.test(sign) ? '•' : sign) || undefined;
  }
  const text = own.text.replace(/%([1-9])/g, (_all, digit: string) => {
    const level = list.levels.get(Number(digit) - 1);
    const count = counts[Number(digit) - 1] ?? level?.start ?? 1;
    return formatNumber(count, own.legal ? 'decimal' : (level?.format ?? 'decimal'));
  });
  return tidyText(text).trim() || undefined;
}

/** A lone letter as a bullet is a picture of a picture font: «l» of Wingdings is a disc, «o» of Courier a ring. */
const PICTURE_LETTER = /^[A-Za-z§¨·Øü]$/;

function levelOfStyle(list: NumberedList, style: string | undefined): number | undefined {
  if (style === undefined) return undefined;
  for (const [level, { style: own }] of list.levels) if (own === style) return level;
  return undefined;
}
