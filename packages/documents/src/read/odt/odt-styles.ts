import type { ListLevel } from '../list-counter.ts';
import type { NumberFormat } from '../number-format.ts';
import type { XmlElement } from '../xml.ts';
import { attribute, child, isElement, numberIn } from '../xml-walk.ts';

export type OdtLook = {
  readonly bold?: boolean;
  readonly centered?: boolean;
  readonly hidden?: boolean;
  readonly title?: boolean;
};

export type OdtStyles = {
  /** A paragraph or text style with all that it inherits. */
  look(name: string | undefined): OdtLook;
  /** The levels of a list style, or of the numbering of headings for `undefined`. */
  list(name: string | undefined): Map<number, ListLevel>;
};

/** Styles of the given containers (`office:styles`, `office:automatic-styles`); later ones win. */
export function odtStyles(...containers: readonly (XmlElement | undefined)[]): OdtStyles {
  const styles = new Map<string, XmlElement>();
  const lists = new Map<string | undefined, XmlElement>();
  for (const element of containers.flatMap((container) => container?.children ?? []).filter(isElement)) {
    const name = attribute(element, 'style:name');
    if (element.name === 'text:outline-style') lists.set(undefined, element);
    else if (element.name === 'text:list-style') lists.set(name, element);
    else if (element.name === 'style:style' && name !== undefined) styles.set(name, element);
  }
  const known = new Map<string, OdtLook>();

  function look(name: string | undefined, depth = 0): OdtLook {
    const style = name === undefined ? undefined : styles.get(name);
    if (name === undefined || !style || depth > 20) return {};
    const ready = known.get(name);
    if (ready) return ready;
    const text = child(style, 'style:text-properties');
    const weight = attribute(text, 'fo:font-weight');
    const align = attribute(child(style, 'style:paragraph-properties'), 'fo:text-align');
    const own: OdtLook = {
      ...look(attribute(style, 'style:parent-style-name'), depth + 1),
      ...(weight === undefined ? {} : { bold: weight === 'bold' || Number(weight) >= 600 }),
      ...(align === undefined ? {} : { centered: align === 'center' }),
      ...(attribute(text, 'text:display') === 'none' ? { hidden: true } : {}),
      ...(name === 'Title' ? { title: true } : {}),
    };
    known.set(name, own);
    return own;
  }

  return { look: (name) => look(name), list: (name) => levelsOf(lists.get(name)) };
}

function levelsOf(list: XmlElement | undefined): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>();
  for (const element of list?.children.filter(isElement) ?? []) {
    const level = numberIn(element, 'text:level');
    if (level !== undefined) levels.set(level - 1, levelOf(element, level));
  }
  return levels;
}

function levelOf(element: XmlElement, level: number): ListLevel {
  const format = formatOf(element);
  const depth = numberIn(element, 'text:display-levels') ?? 1;
  const numbers = Array.from({ length: depth }, (_, i) => `%${level - depth + 1 + i}`).join('.');
  const template = attribute(element, 'loext:num-list-format') ?? attribute(element, 'style:num-list-format');
  const around = `${attribute(element, 'style:num-prefix') ?? ''}${numbers}${attribute(element, 'style:num-suffix') ?? ''}`;
  return {
    start: numberIn(element, 'text:start-value') ?? 1,
    format,
    text:
      format === 'bullet'
        ? (attribute(element, 'text:bullet-char') ?? '•')
        : format === 'none'
          ? ''
          : (template?.replace(/%(\d+)%/g, '%$1') ?? around),
    restart: undefined,
    legal: false,
    style: undefined,
  };
}

function formatOf(element: XmlElement): NumberFormat {
  if (element.name.endsWith('-bullet') || element.name.endsWith('-image')) return 'bullet';
  const format = attribute(element, 'style:num-format') ?? '';
  if (format.startsWith('А')) return 'upper-russian';
  if (format.startsWith('а')) return 'lower-russian';
  return FORMATS[format] ?? 'none';
}

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  '1': 'decimal',
  '01': 'decimal-zero',
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
};
