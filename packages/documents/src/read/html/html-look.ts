import type { XmlElement } from '../xml.ts';

/** What inline styles and tags say that we listen to. */
export type HtmlLook = { readonly bold: boolean; readonly centered: boolean; readonly preformatted: boolean };

export function lookOf(element: XmlElement, outer: HtmlLook): HtmlLook {
  const style = styleOf(element);
  const align = /text-align:\s*(\w+)/.exec(style)?.[1] ?? element.attributes['align']?.toLowerCase();
  return {
    bold: boldOf(element.name, style) ?? outer.bold,
    centered: align === undefined ? outer.centered || element.name === 'center' : align === 'center',
    preformatted: outer.preformatted || element.name === 'pre' || /white-space:\s*pre(?!-line)/.test(style),
  };
}

function boldOf(name: string, style: string): boolean | undefined {
  const weight = /font-weight:\s*(\w+)/.exec(style)?.[1];
  if (weight !== undefined) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  return name === 'b' || name === 'strong' || name === 'th' ? true : undefined;
}

export const isHidden = (element: XmlElement): boolean =>
  /display:\s*none|visibility:\s*hidden|mso-hide:\s*all/.test(styleOf(element)) ||
  element.attributes['hidden'] !== undefined;

export const styleOf = (element: XmlElement): string => (element.attributes['style'] ?? '').toLowerCase();
