import { formatNumber, type NumberFormat } from '../number-format.ts';
import { tidyText } from '../plain-text.ts';
import { visibleSymbols } from '../symbols.ts';
import type { XmlElement } from '../xml.ts';
import { attribute, child, childrenOf, numberIn } from '../xml-walk.ts';
import { isOn } from './styles.ts';

type Level = {
  readonly start: number;
  readonly format: NumberFormat;
  readonly text: string;
  /** The level (from 1) whose use starts this one anew; 0 never; undefined: any higher one. */
  readonly restart: number | undefined;
  readonly legal: boolean;
  readonly style: string | undefined;
};

type List = { readonly abstract: string; readonly starts: ReadonlyMap<number, number>; levels: Map<number, Level> };

export type Numbering = {
  /** The visible number of the next paragraph of that list, or undefined when there is none. Counts. */
  next(list: { readonly id: string; readonly level: number }, style: string | undefined): string | undefined;
};

/** Counts automatic numbers as Word does (ECMA-376 17.9): lists of one abstract definition share their counters. */
export function readNumbering(root: XmlElement | undefined): Numbering {
  const lists = readLists(root);
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

function marker(list: List, own: Level, counts: readonly (number | undefined)[]): string | undefined {
  if (own.format === 'bullet') return tidyText(visibleSymbols(own.text)).trim() || undefined;
  const text = own.text.replace(/%([1-9])/g, (_all, digit: string) => {
    const level = list.levels.get(Number(digit) - 1);
    const count = counts[Number(digit) - 1] ?? level?.start ?? 1;
    return formatNumber(count, own.legal ? 'decimal' : (level?.format ?? 'decimal'));
  });
  return tidyText(text).trim() || undefined;
}

function levelOfStyle(list: List, style: string | undefined): number | undefined {
  if (style === undefined) return undefined;
  for (const [level, { style: own }] of list.levels) if (own === style) return level;
  return undefined;
}

function readLists(root: XmlElement | undefined): Map<string, List> {
  const abstracts = new Map<string, XmlElement>();
  const byStyleLink = new Map<string, string>();
  for (const abstract of childrenOf(root, 'w:abstractNum')) {
    const id = attribute(abstract, 'w:abstractNumId') ?? '';
    abstracts.set(id, abstract);
    const link = attribute(child(abstract, 'w:styleLink'), 'w:val');
    if (link !== undefined) byStyleLink.set(link, id);
  }
  const lists = new Map<string, List>();
  for (const num of childrenOf(root, 'w:num')) {
    let abstract = attribute(child(num, 'w:abstractNumId'), 'w:val') ?? '';
    const link = attribute(child(abstracts.get(abstract), 'w:numStyleLink'), 'w:val');
    if (link !== undefined) abstract = byStyleLink.get(link) ?? abstract;

    const levels = readLevels(abstracts.get(abstract));
    const starts = new Map<number, number>();
    for (const override of childrenOf(num, 'w:lvlOverride')) {
      const level = numberIn(override, 'w:ilvl') ?? 0;
      const start = numberIn(child(override, 'w:startOverride'), 'w:val');
      if (start !== undefined) starts.set(level, start);
      const own = child(override, 'w:lvl');
      if (own) levels.set(level, readLevel(own));
    }
    lists.set(attribute(num, 'w:numId') ?? '', { abstract, starts, levels });
  }
  return lists;
}

function readLevels(abstract: XmlElement | undefined): Map<number, Level> {
  return new Map(childrenOf(abstract, 'w:lvl').map((lvl) => [numberIn(lvl, 'w:ilvl') ?? 0, readLevel(lvl)]));
}

function readLevel(lvl: XmlElement): Level {
  const legal = child(lvl, 'w:isLgl');
  return {
    start: numberIn(child(lvl, 'w:start'), 'w:val') ?? 0,
    format: FORMATS[attribute(child(lvl, 'w:numFmt'), 'w:val') ?? 'decimal'] ?? 'decimal',
    text: attribute(child(lvl, 'w:lvlText'), 'w:val') ?? '',
    restart: numberIn(child(lvl, 'w:lvlRestart'), 'w:val'),
    legal: legal !== undefined && isOn(legal),
    style: attribute(child(lvl, 'w:pStyle'), 'w:val'),
  };
}

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  decimal: 'decimal',
  decimalZero: 'decimal-zero',
  upperRoman: 'upper-roman',
  lowerRoman: 'lower-roman',
  upperLetter: 'upper-letter',
  lowerLetter: 'lower-letter',
  russianUpper: 'upper-russian',
  russianLower: 'lower-russian',
  bullet: 'bullet',
  none: 'none',
};
