import type { XmlElement, XmlNode } from './xml.ts';

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (!element) return undefined;
  for (const node of element.children) if (typeof node !== 'string' && node.name === name) return node;
  return undefined;
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? element.children.filter(isElement).filter((node) => node.name === name) : [];
}

export const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes[name];

/** A whole number in an attribute, or undefined. */
export function numberIn(element: XmlElement | undefined, name: string): number | undefined {
  const value = attribute(element, name);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** The first descendant of that name, in document order. */
export function descendant(element: XmlElement, name: string): XmlElement | undefined {
  for (const node of element.children) {
    if (typeof node === 'string') continue;
    const found = node.name === name ? node : descendant(node, name);
    if (found) return found;
  }
  return undefined;
}

export function textOf(element: XmlElement): string {
  return element.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
}
