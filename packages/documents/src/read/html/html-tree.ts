import { Parser } from 'htmlparser2';
import { LIMITS } from '../limits.ts';
import { ReadingRefusal } from '../refusal.ts';
import type { XmlElement } from '../xml.ts';

/** A tree of an HTML text in the shape of the XML trees: names and attribute names in small letters, no comments. */
export function parseHtml(html: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (elements > LIMITS.elements || open.length > LIMITS.depth) throw new ReadingRefusal('file.too-complex');
        const element = { name, attributes, children: [] };
        open[open.length - 1]?.children.push(element);
        open.push(element);
      },
      ontext(text) {
        open[open.length - 1]?.children.push(text);
      },
      onclosetag() {
        open.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return root;
}
