import type { XmlElement } from '../xml.ts';
import { attribute, child, childrenOf, numberIn } from '../xml-walk.ts';

/** What a paragraph or run says about itself, or inherits; undefined means «as the one above says». */
export type Look = {
  readonly bold?: boolean;
  readonly centered?: boolean;
  readonly heading?: number;
  readonly numbering?: { readonly id: string; readonly level: number };
};

export type Styles = {
  /** The style with all that it inherits; the default paragraph style when there is no id. */
  paragraph(id: string | undefined): Look;
  run(id: string | undefined): Look;
};

export function readStyles(root: XmlElement | undefined): Styles {
  const byId = new Map<string, XmlElement>();
  let standard: string | undefined;
  for (const style of childrenOf(root, 'w:style')) {
    const id = attribute(style, 'w:styleId');
    if (id === undefined) continue;
    byId.set(id, style);
    const isDefault = attribute(style, 'w:default');
    if (attribute(style, 'w:type') === 'paragraph' && (isDefault === '1' || isDefault === 'true')) standard = id;
  }
  const defaults = child(root, 'w:docDefaults');
  const base: Look = {
    ...runLook(child(child(defaults, 'w:rPrDefault'), 'w:rPr')),
    ...paragraphLook(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
  };

  const known = new Map<string, Look>();
  function resolve(id: string, depth: number): Look {
    const ready = known.get(id);
    if (ready) return ready;
    const style = byId.get(id);
    // A style based on itself through others is a broken file; twelve generations are more than Word allows itself.
    if (!style || depth > 12) return base;
    const parent = attribute(child(style, 'w:basedOn'), 'w:val');
    const named = headingOfName(attribute(child(style, 'w:name'), 'w:val') ?? '');
    const look = {
      ...(parent === undefined ? base : resolve(parent, depth + 1)),
      ...runLook(child(style, 'w:rPr')),
      ...paragraphLook(child(style, 'w:pPr')),
      ...(named === undefined ? {} : { heading: named }),
    };
    known.set(id, look);
    return look;
  }

  return {
    paragraph: (id) => resolve(id ?? standard ?? '', 0),
    run: (id) => (id === undefined ? {} : onlyOwn(byId, id)),
  };
}

/** A character style speaks only where it says something itself: the rest belongs to the paragraph. */
function onlyOwn(styles: ReadonlyMap<string, XmlElement>, id: string): Look {
  let look: Look = {};
  let next: string | undefined = id;
  for (let depth = 0; next !== undefined && depth < 12; depth++) {
    const style: XmlElement | undefined = styles.get(next);
    look = { ...runLook(child(style, 'w:rPr')), ...look };
    next = attribute(child(style, 'w:basedOn'), 'w:val');
  }
  return look;
}

export function runLook(rPr: XmlElement | undefined): Look {
  const bold = child(rPr, 'w:b');
  return bold ? { bold: isOn(bold) } : {};
}

export function paragraphLook(pPr: XmlElement | undefined): Look {
  const align = attribute(child(pPr, 'w:jc'), 'w:val');
  const outline = numberIn(child(pPr, 'w:outlineLvl'), 'w:val');
  const numPr = child(pPr, 'w:numPr');
  const id = attribute(child(numPr, 'w:numId'), 'w:val');
  return {
    ...(align === undefined ? {} : { centered: align === 'center' }),
    ...(outline === undefined || outline > 8 ? {} : { heading: outline + 1 }),
    ...(id === undefined ? {} : { numbering: { id, level: numberIn(child(numPr, 'w:ilvl'), 'w:val') ?? 0 } }),
  };
}

/** `<w:b/>` is on; `<w:b w:val="0"/>` switches off what the style says. */
export function isOn(toggle: XmlElement): boolean {
  const value = attribute(toggle, 'w:val');
  return value === undefined || value === '1' || value === 'true' || value === 'on';
}

/** Word stores built-in names in English; other producers and old templates write them as the menu shows them. */
export function headingOfName(name: string): number | undefined {
  const level = /^(?:heading|заголовок)[ _]*([1-9])$/i.exec(name.trim())?.[1];
  if (level !== undefined) return Number(level);
  if (/^(title|название|заголовок)$/i.test(name.trim())) return 1;
  return /^(subtitle|подзаголовок)$/i.test(name.trim()) ? 2 : undefined;
}
