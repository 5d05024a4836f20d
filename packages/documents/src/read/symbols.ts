/**
 * Signs of the picture fonts (Symbol, Wingdings) sit in the private area U+F000–F0FF; each is given the sign that a
 * person sees. What is not in the list is drawn as a bullet: such fonts are used for little else.
 */
export function visibleSymbols(text: string): string {
  return PRIVATE.test(text) ? text.replace(/[\uf000-\uf0ff]/g, (sign) => symbol(sign.charCodeAt(0) & 0xff)) : text;
}

export const symbol = (code: number): string => SIGNS[code & 0xff] ?? '•';

const PRIVATE = /[\uf000-\uf0ff]/;
const SIGNS: Readonly<Record<number, string>> = {
  0x20: ' ',
  0x2d: '–',
  0x6f: '☐',
  0x71: '☐',
  0x72: '☐',
  0x76: '❖',
  0xa3: '☐',
  0xa8: '☐',
  0xb7: '•',
  0xd8: '➢',
  0xe0: '→',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};
