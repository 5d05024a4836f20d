import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { charactersOf } from './font-coverage.ts';

/** Typefaces that travel with the programme. ГОСТ Р 7.0.97-2025 lets the organisation choose its own, size 12 to 14. */
export type Typeface = 'Tinos' | 'PT Serif';

const require = createRequire(import.meta.url);
/** Where the regular and the bold face lie. */
const FILES: Record<Typeface, readonly string[]> = {
  Tinos: [
    require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
    require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  ],
  'PT Serif': [
    require.resolve('@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf'),
    require.resolve('@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf'),
  ],
};

/** Bytes of the regular and the bold face. */
export function fontFiles(typeface: Typeface): Buffer[] {
  return FILES[typeface].map((file) => readFileSync(file));
}

const coverage = new Map<Typeface, ReadonlySet<number>>();

/** Characters of the text that the typeface has no letter for, each once. Spaces, breaks and marks that are not drawn are left out. */
export function lettersMissing(text: string, typeface: Typeface): string[] {
  let known = coverage.get(typeface);
  if (!known) {
    const [regular, bold] = fontFiles(typeface).map(charactersOf);
    known = new Set([...(regular ?? [])].filter((code) => bold?.has(code)));
    coverage.set(typeface, known);
  }
  const drawn = [...new Set(text)].filter((letter) => !/[\s\p{Cc}\p{Cf}]/u.test(letter));
  return drawn.filter((letter) => !known.has(letter.codePointAt(0) ?? 0));
}

/**
 * The wanted typeface if it has every letter of the text, else Tinos, which has all of Cyrillic with its supplements
 * (Komi Ӧ, Tatar җ, Yakut ҥ, Chuvash ҫ). PT Serif lacks some letters of the small languages.
 */
export function typefaceFor(text: string, wanted: Typeface): Typeface {
  return lettersMissing(text, wanted).length === 0 ? wanted : 'Tinos';
}
