import type { Notes } from '../notes.ts';
import { tidyText } from '../plain-text.ts';
import { symbol, visibleSymbols } from '../symbols.ts';
import { RUN } from './properties.ts';

export type DocText = {
  readonly raw: string;
  /** The paragraphs between two positions; `end` is the position of the mark (or of the end). */
  paragraphs(from: number, to: number): Generator<{ readonly start: number; readonly end: number }>;
  /** What is seen between two positions; `isBold` is what the style says. */
  read(from: number, to: number, isBold: boolean): { readonly text: string; readonly bold: boolean };
};

type Runs = { readonly bits: Uint8Array; readonly symbols: ReadonlyMap<number, number> };

/** Turns Word's own marks inside text into what a person sees: fields show their result, deleted text is gone. */
export function docText(raw: string, { bits, symbols }: Runs, notes: Notes): DocText {
  const isDeleted = (cp: number): boolean => ((bits[cp] ?? 0) & RUN.deleted) !== 0;

  return {
    raw,
    *paragraphs(from, to) {
      let start = from;
      for (let cp = from; cp < to; cp++) {
        const mark = raw[cp];
        // A paragraph whose mark was deleted under tracking flows into the next one; a page break ends a section.
        const isEnd = mark === '\u0007' || mark === '\f' || (mark === '\r' && !isDeleted(cp));
        if (!isEnd) continue;
        yield { start, end: cp };
        start = cp + 1;
      }
      if (start < to) yield { start, end: to };
    },
    read(from, to, isBold) {
      let text = '';
      let letters = 0;
      let boldLetters = 0;
      const fields: ('code' | 'result')[] = [];
      for (let cp = from; cp < to; cp++) {
        const sign = raw[cp] ?? '';
        if (sign === '\u0013') fields.push('code');
        else if (sign === '\u0014' && fields.length > 0) fields[fields.length - 1] = 'result';
        else if (sign === '\u0015') fields.pop();
        else if (!fields.includes('code')) {
          const own = bits[cp] ?? 0;
          if (own & RUN.deleted) notes.add('tracked-deletions-dropped');
          else if (own & RUN.hidden) notes.add('hidden-text-left-out');
          else {
            if (own & RUN.inserted) notes.add('tracked-insertions-accepted');
            const shown = visible(sign, symbols.get(cp), notes);
            text += shown;
            if (shown.trim() !== '') {
              letters += 1;
              if (own & RUN.bold || (isBold ? !(own & (RUN.plain | RUN.turned)) : own & RUN.turned)) boldLetters += 1;
            }
          }
        }
      }
      return { text: visibleSymbols(tidyText(text)), bold: letters > 0 && letters === boldLetters };
    },
  };
}

function visible(sign: string, drawn: number | undefined, notes: Notes): string {
  if (drawn !== undefined && sign === '(') return symbol(drawn);
  switch (sign) {
    case '\u0001':
      notes.add('pictures-left-out');
      return '';
    case '\u0005':
      notes.add('comments-left-out');
      return '';
    case '\u000b':
    case '\f':
    case '\r':
      return sign === '\r' ? ' ' : '\n';
    case '\u001e':
      return '-';
    default:
      return sign < ' ' && sign !== '\t' ? '' : sign;
  }
}
