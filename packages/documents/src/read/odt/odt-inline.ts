import type { Notes } from '../notes.ts';
import { tidyText } from '../plain-text.ts';
import { visibleSymbols } from '../symbols.ts';
import type { XmlElement } from '../xml.ts';
import { attribute, child, numberIn } from '../xml-walk.ts';
import type { OdtLook, OdtStyles } from './odt-styles.ts';

export type OdtText = {
  text: string;
  letters: number;
  boldLetters: number;
  /** Frames and shapes with text of their own. */
  readonly boxes: XmlElement[];
  readonly notes: XmlElement[];
};

/** The text of a paragraph: runs of spaces in the file are one space, real ones are elements. */
export function odtText(paragraph: XmlElement, base: OdtLook, styles: OdtStyles, notes: Notes): OdtText {
  const out: OdtText = { text: '', letters: 0, boldLetters: 0, boxes: [], notes: [] };

  function add(text: string, look: OdtLook): void {
    out.text += text;
    const letters = text.replace(/\s/g, '').length;
    out.letters += letters;
    if (look.bold) out.boldLetters += letters;
  }

  function walk(element: XmlElement, look: OdtLook): void {
    for (const node of element.children) {
      if (typeof node !== 'string') inline(node, look);
      else if (look.hidden) notes.add('hidden-text-left-out');
      else {
        const text = tidyText(visibleSymbols(node.replace(/[ \t\n\r]+/g, ' ')));
        add(text.startsWith(' ') && /(^|[ \n\t])$/.test(out.text) ? text.slice(1) : text, look);
      }
    }
  }

  function inline(node: XmlElement, look: OdtLook): void {
    switch (node.name) {
      case 'text:span':
        return walk(node, { ...look, ...styles.look(attribute(node, 'text:style-name')) });
      case 'text:s':
        return add(' '.repeat(Math.min(Math.max(numberIn(node, 'text:c') ?? 1, 1), 1000)), look);
      case 'text:tab':
        return add('\t', look);
      case 'text:line-break':
        return add('\n', look);
      case 'text:note':
        out.notes.push(node);
        return;
      case 'office:annotation':
        return notes.add('comments-left-out');
      case 'office:annotation-end':
      case 'text:ruby-text':
      case 'text:hidden-text':
      case 'text:tracked-changes':
        return;
      default:
        // Fields and links hold what is seen; shapes hold blocks.
        return node.name.startsWith('draw:') && node.name !== 'draw:a' ? box(node) : walk(node, look);
    }
  }

  function box(node: XmlElement): void {
    if (node.name === 'draw:g') {
      for (const part of node.children) if (typeof part !== 'string') box(part);
    } else if (child(node, 'draw:text-box') ?? child(node, 'text:p')) {
      out.boxes.push(child(node, 'draw:text-box') ?? node);
    } else {
      notes.add(
        (child(node, 'draw:object') ?? child(node, 'draw:object-ole'))
          ? 'embedded-objects-ignored'
          : 'pictures-left-out',
      );
    }
  }

  walk(paragraph, base);
  return out;
}
