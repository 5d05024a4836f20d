/** A person's name found in a text. `from` and `to` are its offsets. */
export type FoundName = { readonly name: string; readonly from: number; readonly to: number };

const SURNAME = '[А-ЯЁ][а-яёі]+(?:-[А-ЯЁ][а-яёі]+)?';
const DOT = '\\s?[.,]\\s?';
const INITIALS_FIRST = new RegExp(`(?<![А-ЯЁа-яё])([А-ЯЁ])\\s?[.]\\s?([А-ЯЁ])\\s?[.]\\s?(${SURNAME})`, 'y');
const SURNAME_FIRST = new RegExp(
  `(?<![А-ЯЁа-яё-])(${SURNAME})\\s+([А-ЯЁ])(${DOT})([А-ЯЁ])(?![А-ЯЁа-яё])\\s?[.,]?`,
  'y',
);
const ONE_INITIAL = new RegExp(`(?<![А-ЯЁа-яё-])(${SURNAME})\\s+([А-ЯЁ])\\.(?![А-ЯЁа-яё])`, 'y');
const FULL = new RegExp(
  `(?<![А-ЯЁа-яё-])(${SURNAME})\\s+([А-ЯЁ][а-яё]+)\\s+([А-ЯЁ][а-яё]+(?:(?:вич|ьич|мич)(?:у|а|ем|е)?|(?:вн|ичн)(?:а|е|ы|ой)))(?![а-яё])`,
  'y',
);
const FULL_FIRST = new RegExp(
  `(?<![А-ЯЁа-яё-])([А-ЯЁ][а-яё]+)\\s+([А-ЯЁ][а-яё]+(?:(?:вич|ьич|мич)(?:у|а|ем|е)?|(?:вн|ичн)(?:а|е|ы|ой)))\\s+(${SURNAME})(?![а-яё])`,
  'y',
);

/**
 * All names of people in a text: «Горева О.В.», «Малинина Е. А.», «Н.Е. Берёзкин» (given as «Берёзкин Н.Е.»), «Шилкину А,В,» (commas for
 * dots, dative), full names. `isRole` tells capitalised words that are posts and not surnames.
 */
export function findNames(text: string, isRole: (word: string) => boolean): FoundName[] {
  const found: FoundName[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Names begin with a capital: А–Я or Ё.
    if (code !== 0x401 && (code < 0x410 || code > 0x42f)) continue;
    const name = nameAt(text, at, isRole);
    if (!name) continue;
    found.push(name);
    at = name.to - 1;
  }
  return found;
}

function nameAt(text: string, at: number, isRole: (word: string) => boolean): FoundName | null {
  const first = matchAt(INITIALS_FIRST, text, at);
  if (first && !isRole(first[3] ?? '')) {
    return {
      name: `${nominativeSurname(first[3] ?? '')} ${first[1]}.${first[2]}.`,
      from: at,
      to: at + first[0].length,
    };
  }
  const last = matchAt(SURNAME_FIRST, text, at);
  if (last && !isRole(last[1] ?? '')) {
    const space = /\s$/.test(last[3] ?? '') ? ' ' : '';
    return {
      name: `${nominativeSurname(last[1] ?? '')} ${last[2]}.${space}${last[4]}.`,
      from: at,
      to: at + last[0].length,
    };
  }
  const full = matchAt(FULL, text, at);
  if (full && !isRole(full[1] ?? '')) {
    return { name: fullName(full[1] ?? '', full[2] ?? '', full[3] ?? ''), from: at, to: at + full[0].length };
  }
  const reversed = matchAt(FULL_FIRST, text, at);
  if (reversed && !isRole(reversed[1] ?? '') && !isRole(reversed[3] ?? '')) {
    const name = fullName(reversed[3] ?? '', reversed[1] ?? '', reversed[2] ?? '');
    return { name, from: at, to: at + reversed[0].length };
  }
  const one = matchAt(ONE_INITIAL, text, at);
  if (one && !isRole(one[1] ?? '')) {
    return { name: `${nominativeSurname(one[1] ?? '')} ${one[2]}.`, from: at, to: at + one[0].length };
  }
  return null;
}

/** Given names are many; only the ending of the father's name tells the case, and then the given name is left as it is. */
function fullName(surname: string, given: string, father: string): string {
  const dative = /(вичу|ьичу|мичу)$/.test(father) ? 'm' : /(вне|ичне)$/.test(father) ? 'f' : null;
  if (dative === 'm') return `${nominativeSurname(surname)} ${mascGiven(given)} ${father.slice(0, -1)}`;
  if (dative === 'f') return `${nominativeSurname(surname)} ${femGiven(given)} ${father.slice(0, -1)}а`;
  return `${surname} ${given} ${father}`;
}

function mascGiven(given: string): string {
  if (given.endsWith('ею')) return `${given.slice(0, -1)}й`;
  if (given.endsWith('ию')) return `${given.slice(0, -1)}й`;
  if (given.endsWith('ю')) return `${given.slice(0, -1)}ь`;
  if (given.endsWith('у')) return given.slice(0, -1);
  return given.endsWith('е') ? `${given.slice(0, -1)}а` : given;
}

function femGiven(given: string): string {
  if (given.endsWith('ии')) return `${given.slice(0, -1)}я`;
  return given.endsWith('е') ? `${given.slice(0, -1)}а` : given;
}

const SURNAME_ENDINGS: readonly (readonly [oblique: RegExp, nominative: string])[] = [
  [/(ов|ев|ёв|ин|ын)у$/, '$1'],
  [/(ов|ев|ёв|ин|ын)ым$/, '$1'],
  [/(ск|цк)ому$/, '$1ий'],
  [/(ск|цк)им$/, '$1ий'],
  [/(ов|ев|ёв|ин|ын)ой$/, '$1а'],
];

/** The nominative where the ending can mean nothing else; «Иванова» may be she or him, and stays. */
export function nominativeSurname(surname: string): string {
  for (const [oblique, nominative] of SURNAME_ENDINGS)
    if (oblique.test(surname)) return surname.replace(oblique, nominative);
  return surname;
}

function matchAt(shape: RegExp, text: string, at: number): RegExpExecArray | null {
  shape.lastIndex = at;
  return shape.exec(text);
}
