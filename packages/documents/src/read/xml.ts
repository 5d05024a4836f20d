import { SaxesParser } from 'saxes';
import { LIMITS } from './limits.ts';
import { damaged, ReadingRefusal } from './refusal.ts';

export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
};
export type XmlNode = XmlElement | string;

/**
 * A tree of one XML part. Prefixes are made the usual ones (`w:`, `r:`, `table:` …) whatever the producer chose, for
 * the strict and the transitional namespaces of OOXML alike. Nothing outside the bytes is ever opened: saxes knows no
 * DTD, and a document that declares entities is refused.
 */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  const scopes: Prefixes[] = [NO_PREFIXES];
  let elements = 0;

  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', (doctype) => {
    if (/<!(ENTITY|ELEMENT|ATTLIST)|\[/i.test(doctype)) throw damaged(part);
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > LIMITS.elements || open.length > LIMITS.depth) {
      throw new ReadingRefusal('file.too-complex', { part });
    }
    const prefixes = prefixesOf(tag.attributes, scopes[scopes.length - 1] ?? NO_PREFIXES);
    const element = {
      name: prefixes.rename(tag.name, true),
      attributes: prefixes.plain ? tag.attributes : renamed(tag.attributes, prefixes),
      children: [],
    };
    open[open.length - 1]?.children.push(element);
    open.push(element);
    scopes.push(prefixes);
  });
  parser.on('closetag', () => {
    open.pop();
    scopes.pop();
  });
  const text = (value: string): void => {
    open[open.length - 1]?.children.push(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);

  try {
    parser.write(decodeXml(bytes)).close();
  } catch (error) {
    throw error instanceof ReadingRefusal ? error : damaged(part, error);
  }
  const top = root.children.find((node) => typeof node !== 'string');
  if (!top || typeof top === 'string') throw damaged(part);
  return top;
}

type Prefixes = {
  readonly map: ReadonlyMap<string, string>;
  /** Every prefix is already the usual one. */
  readonly plain: boolean;
  rename(name: string, isElement: boolean): string;
};

const NO_PREFIXES = prefixes(new Map());

function prefixesOf(attributes: Readonly<Record<string, string>>, outer: Prefixes): Prefixes {
  let map: Map<string, string> | undefined;
  for (const key in attributes) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    const usual = usualPrefix(attributes[key] ?? '');
    if (usual === undefined) continue;
    map ??= new Map(outer.map);
    map.set(key === 'xmlns' ? '' : key.slice(6), usual);
  }
  return map ? prefixes(map) : outer;
}

function prefixes(map: ReadonlyMap<string, string>): Prefixes {
  const plain = [...map].every(([own, usual]) => own === usual || own === '');
  return {
    map,
    plain,
    rename(name, isElement) {
      const colon = name.indexOf(':');
      // An attribute without a prefix belongs to its element, not to the default namespace.
      if (colon < 0) return isElement && map.has('') ? `${map.get('')}:${name}` : name;
      const usual = plain ? undefined : map.get(name.slice(0, colon));
      return usual === undefined ? name : `${usual}${name.slice(colon)}`;
    },
  };
}

function renamed(attributes: Readonly<Record<string, string>>, names: Prefixes): Record<string, string> {
  const result: Record<string, string> = {};
  for (const key in attributes) result[names.rename(key, false)] = attributes[key] ?? '';
  return result;
}

const OFFICE = /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/(.+)$/;
const OOXML: Readonly<Record<string, string>> = {
  wordprocessingml: 'w',
  spreadsheetml: 's',
  'officeDocument/relationships': 'r',
  'officeDocument/math': 'm',
  'package/relationships': 'rel',
  'package/content-types': 'ct',
  'markup-compatibility': 'mc',
};
const OPEN_DOCUMENT = /^urn:oasis:names:tc:opendocument:xmlns:([a-z]+)(?:-compatible)?:/;
const OPEN_DOCUMENT_PREFIX: Readonly<Record<string, string>> = { drawing: 'draw', 'xsl-fo': 'fo' };

function usualPrefix(uri: string): string | undefined {
  const office = OFFICE.exec(uri)?.[1]?.replace('/2006/', '/');
  if (office !== undefined) {
    for (const key in OOXML) if (office.startsWith(key)) return OOXML[key];
    return undefined;
  }
  const fo = uri.includes(':xsl-fo-compatible:') ? 'xsl-fo' : OPEN_DOCUMENT.exec(uri)?.[1];
  return fo === undefined ? undefined : (OPEN_DOCUMENT_PREFIX[fo] ?? fo);
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 120));
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1];
  return new TextDecoder(declared ?? 'utf-8').decode(bytes);
}
