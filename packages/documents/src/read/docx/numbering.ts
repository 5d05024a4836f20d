import { countLists, type ListLevel, type NumberedList, type Numbering } from '../list-counter.ts';
import type { NumberFormat } from '../number-format.ts';
import type { XmlElement } from '../xml.ts';
import { attribute, child, childrenOf, numberIn } from '../xml-walk.ts';
import { isOn } from './styles.ts';

/** The automatic numbers that `numbering.xml` defines. */
export const readNumbering = (root: XmlElement | undefined): Numbering => countLists(readLists(root));

function readLists(root: XmlElement | undefined): Map<string, NumberedList> {
  const abstracts = new Map<string, XmlElement>();
  const byStyleLink = new Map<string, string>();
  for (const abstract of childrenOf(root, 'w:abstractNum')) {
    const id = attribute(abstract, 'w:abstractNumId') ?? '';
    abstracts.set(id, abstract);
    const link = attribute(child(abstract, 'w:styleLink'), 'w:val');
    if (link !== undefined) byStyleLink.set(link, id);
  }
  const lists = new Map<string, NumberedList>();
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

function readLevels(abstract: XmlElement | undefined): Map<number, ListLevel> {
  return new Map(childrenOf(abstract, 'w:lvl').map((lvl) => [numberIn(lvl, 'w:ilvl') ?? 0, readLevel(lvl)]));
}

function readLevel(lvl: XmlElement): ListLevel {
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
