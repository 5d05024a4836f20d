import { countLists, type NumberedList } from '../list-counter.ts';
import type { XmlElement } from '../xml.ts';
import { attribute, numberIn } from '../xml-walk.ts';
import type { OdtStyles } from './odt-styles.ts';

/** Where a paragraph stands among lists: which list it counts in and how deep. */
export type OdtList = { readonly style: string; readonly counter: string; readonly level: number };

export type OdtLists = {
  enter(list: XmlElement, outer: OdtList | undefined): OdtList;
  /** The number of the next item; an item may name its own value. */
  item(list: OdtList, startValue: number | undefined): string | undefined;
  heading(level: number, startValue: number | undefined): string | undefined;
};

/** Every list of its own counts anew, unless it says that it continues another (ODF 1.3, 5.3.1). */
export function odtLists(styles: OdtStyles): OdtLists {
  const lists = new Map<string, NumberedList>();
  const numbering = countLists(lists);
  const counterById = new Map<string, string>();
  const lastOfStyle = new Map<string, string>();
  let made = 0;

  function next(style: string | undefined, counter: string, level: number, startValue: number | undefined) {
    made += startValue === undefined ? 0 : 1;
    const id = startValue === undefined ? counter : `${counter} from ${made}`;
    if (!lists.has(id)) {
      const starts = new Map(startValue === undefined ? [] : [[level, startValue] as const]);
      lists.set(id, { abstract: counter, starts, levels: styles.list(style) });
    }
    return numbering.next({ id, level }, undefined);
  }

  return {
    enter(list, outer) {
      const style = attribute(list, 'text:style-name') ?? outer?.style ?? '';
      if (outer && outer.style === style) return { ...outer, level: outer.level + 1 };
      made += 1;
      const continued =
        counterById.get(attribute(list, 'text:continue-list') ?? 'none') ??
        (attribute(list, 'text:continue-numbering') === 'true' ? lastOfStyle.get(style) : undefined);
      const counter = continued ?? `${style}#${made}`;
      const id = attribute(list, 'xml:id');
      if (id !== undefined) counterById.set(id, counter);
      lastOfStyle.set(style, counter);
      return { style, counter, level: outer ? outer.level + 1 : 0 };
    },
    item: (list, startValue) => next(list.style, list.counter, list.level, startValue),
    heading: (level, startValue) => next(undefined, 'headings', level - 1, startValue),
  };
}

export const startValueOf = (element: XmlElement): number | undefined => numberIn(element, 'text:start-value');
