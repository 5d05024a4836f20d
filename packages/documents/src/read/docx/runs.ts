import type { Notes } from '../notes.ts';
import { tidyText } from '../plain-text.ts';
import { symbol, visibleSymbols } from '../symbols.ts';
import type { XmlElement } from '../xml.ts';
import { attribute, child, descendant, textOf } from '../xml-walk.ts';
import { isOn, type Look, runLook, type Styles } from './styles.ts';

/** What the runs of one paragraph come to. */
export type RunText = {
  text: string;
  boldLetters: number;
  letters: number;
  /** Contents of text boxes anchored here, each taken once. */
  readonly boxes: XmlElement[];
  /** Foot- and endnotes referred to here. */
  readonly references: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[];
};

export type RunReader = { read(paragraph: XmlElement, look: Look): RunText };

/** Reads runs in reading order. Complex fields may begin in one paragraph and end in another, hence one reader a story. */
export function runReader(styles: Styles, notes: Notes): RunReader {
  /** For every field that is open: are we in its code (not shown) or in its result? */
  const fields: ('code' | 'result')[] = [];

  function walk(element: XmlElement, look: Look, out: RunText): void {
    for (const node of element.children) if (typeof node !== 'string') inline(node, look, out);
  }

  function inline(node: XmlElement, look: Look, out: RunText): void {
    switch (node.name) {
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
      case 'w:rt':
        return;
      case 'w:r':
        return run(node, look, out);
      case 'w:ins':
      case 'w:moveTo':
        notes.add('tracked-insertions-accepted');
        return walk(node, look, out);
      case 'w:del':
      case 'w:moveFrom':
        notes.add('tracked-deletions-dropped');
        return;
      case 'm:t':
        return add(textOf(node), false, out);
      case 'mc:AlternateContent':
        return alternative(node, (chosen) => walk(chosen, look, out));
      case 'w:commentReference':
        return notes.add('comments-left-out');
      default:
        // Hyperlinks, content controls, smart tags, simple fields, formulas: what they hold is text of the paragraph.
        return walk(node, look, out);
    }
  }

  function run(node: XmlElement, look: Look, out: RunText): void {
    const rPr = child(node, 'w:rPr');
    const vanish = child(rPr, 'w:vanish');
    if (vanish && isOn(vanish)) {
      // Field marks may be hidden while their result is not.
      for (const part of node.children) if (typeof part !== 'string' && part.name === 'w:fldChar') field(part);
      if (descendant(node, 'w:t')) notes.add('hidden-text-left-out');
      return;
    }
    const own = { ...styles.run(attribute(child(rPr, 'w:rStyle'), 'w:val')), ...runLook(rPr) };
    const bold = own.bold ?? look.bold ?? false;
    for (const part of node.children) if (typeof part !== 'string') piece(part, bold, out);
  }

  function piece(node: XmlElement, bold: boolean, out: RunText): void {
    switch (node.name) {
      case 'w:t':
        return add(visibleSymbols(tidyText(textOf(node).replace(/[\t\n\r]/g, ' '))), bold, out);
      case 'w:tab':
      case 'w:ptab':
        return add('\t', bold, out);
      case 'w:br':
      case 'w:cr':
        return add('\n', bold, out);
      case 'w:noBreakHyphen':
        return add('-', bold, out);
      case 'w:sym':
        return add(symbol(Number.parseInt(attribute(node, 'w:char') ?? '', 16)), bold, out);
      case 'w:fldChar':
        return field(node);
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = node.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        out.references.push({ kind, id: attribute(node, 'w:id') ?? '' });
        return;
      }
      case 'mc:AlternateContent':
        return alternative(node, (chosen) => {
          for (const part of chosen.children) if (typeof part !== 'string') piece(part, bold, out);
        });
      case 'w:drawing':
      case 'w:pict':
        return drawing(node, out);
      case 'w:object':
        notes.add('embedded-objects-ignored');
        return drawing(node, out);
      case 'w:commentReference':
        return notes.add('comments-left-out');
      default:
        return;
    }
  }

  function field(node: XmlElement): void {
    const type = attribute(node, 'w:fldCharType');
    if (type === 'begin') fields.push('code');
    else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
    else if (type === 'end') fields.pop();
  }

  function add(text: string, bold: boolean, out: RunText): void {
    if (fields.includes('code')) return;
    out.text += text;
    const letters = text.replace(/\s/g, '').length;
    out.letters += letters;
    if (bold) out.boldLetters += letters;
  }

  function drawing(node: XmlElement, out: RunText): void {
    const before = out.boxes.length;
    collectBoxes(node, out.boxes);
    if (out.boxes.length === before) notes.add('pictures-left-out');
  }

  return {
    read(paragraph, look) {
      const out: RunText = { text: '', boldLetters: 0, letters: 0, boxes: [], references: [] };
      walk(paragraph, look, out);
      return out;
    },
  };
}

/** Text boxes in a drawing, also in a group; a box inside a box is read with its outer one. */
function collectBoxes(node: XmlElement, boxes: XmlElement[]): void {
  if (node.name === 'w:txbxContent') {
    boxes.push(node);
  } else if (node.name === 'mc:AlternateContent') {
    alternative(node, (chosen) => collectBoxes(chosen, boxes));
  } else {
    for (const part of node.children) if (typeof part !== 'string') collectBoxes(part, boxes);
  }
}

/** The same thing is written twice, for new and for old readers: it is taken once, preferring the one with text. */
function alternative(node: XmlElement, take: (chosen: XmlElement) => void): void {
  const choice = child(node, 'mc:Choice');
  const fallback = child(node, 'mc:Fallback');
  const chosen = [choice, fallback].find((one) => one && (descendant(one, 'w:txbxContent') ?? descendant(one, 'w:t')));
  const taken = chosen ?? choice ?? fallback;
  if (taken) take(taken);
}
