/** Widths of letters in thousandths of their size, as in Times; in other faces they keep about the same proportions. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  [' .,', 250],
  [':;/[]|', 278],
  ["'!-‐()", 333],
  ['з', 395],
  ['г', 410],
  ['тэ', 433],
  ['аесья?', 450],
  ['вк', 480],
  ['лорубдухч0123456789«»№–', 502],
  ['ъинйпцЗ', 535],
  ['БГЬР', 570],
  ['мфЕТ', 625],
  ['ыВКСЭЯЧ', 668],
  ['жДЛУ', 692],
  ['АИЙНОПХЦ', 722],
  ['юшщФ', 765],
  ['МЖЫ', 885],
  ['ШЩЮ—', 1010],
];
const WIDTH_OF = new Map(
  WIDTHS.flatMap(([letters, width]) => letters.split('').map((letter) => [letter, width] as const)),
);
const OTHERS = 500;

/** How wide a text is for its size, to compare with another of the same face. */
export function relativeWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDTH_OF.get(letter) ?? OTHERS;
  return width;
}
