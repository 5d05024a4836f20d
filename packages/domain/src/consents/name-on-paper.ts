/**
 * True when the name on the document is another one than the person bears today: a surname changed between printing and
 * filing. ё and е, case, hyphens and spaces make no other name.
 */
export function isNameChanged(printed: string, now: string): boolean {
  return letters(printed) !== letters(now);
}

function letters(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s\u00a0\u2010-\u2015-]+/gu, ' ')
    .trim();
}
