import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { storedLanguage } from './preferences/language.ts';

export type Language = 'ru' | 'en';
export const LANGUAGES = ['ru', 'en'] as const satisfies readonly Language[];

type Suffix = '_one' | '_few' | '_many' | '_other' | '_two' | '_zero';
type Base<Key> = Key extends `${infer Stem}${Suffix}` ? Stem : Key;
type PluralBase<Key> = Key extends `${infer Stem}_few` ? Stem : never;
type RussianKeys = Readonly<Record<string, string>>;

/** What a key of a catalogue may be called by: plural forms are one key. */
export type TextKey<Ru extends RussianKeys> = Base<keyof Ru & string>;

/**
 * The English half of a catalogue: every key of the Russian one; where Russian has the form for «few», English has
 * `one` and `other`. A missing or superfluous key does not compile.
 */
export type English<Ru extends RussianKeys> = {
  readonly [Key in
    | Exclude<keyof Ru & string, `${PluralBase<keyof Ru & string>}${Suffix}`>
    | `${PluralBase<keyof Ru & string>}${'_one' | '_other'}`]: string;
};

export type Values = Readonly<Record<string, string | number>>;
export type Say<Ru extends RussianKeys> = (key: TextKey<Ru>, values?: Values) => string;

const english = new Map<string, () => Promise<{ en: Readonly<Record<string, string>> }>>();

// Without a backend the start is synchronous, so the first paint already speaks.
void i18next.init({
  initAsync: false,
  lng: storedLanguage(),
  fallbackLng: 'ru',
  resources: {},
  interpolation: { escapeValue: false },
  keySeparator: false,
  nsSeparator: false,
  returnNull: false,
});

/** Grows whenever what is said changes: another language, or its texts have come. */
let spoken = 0;
const listeners = new Set<() => void>();
function spokenAnew(): void {
  spoken += 1;
  for (const listener of listeners) listener();
}
i18next.on('languageChanged', spokenAnew);
function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Declares the texts of one feature; Russian stands at once, English is fetched when somebody reads English.
 * The hook gives `say('key', { count: 3 })`; a key with plural forms takes `count`, and Intl picks the form.
 */
export function catalogue<const Ru extends RussianKeys>(
  name: string,
  ru: Ru,
  loadEnglish: () => Promise<{ en: English<Ru> }>,
): { useTexts: () => Say<Ru>; say: Say<Ru> } {
  i18next.addResourceBundle('ru', name, ru);
  english.set(name, loadEnglish as () => Promise<{ en: Readonly<Record<string, string>> }>);
  if (i18next.language === 'en') void loadOne(name);

  const say: Say<Ru> = (key, values) => i18next.t(key, { ns: name, ...values });
  let known = { spoken, say };
  // A plan has thousands of cells that speak: they share one function, which is another one when the language is.
  const useTexts = () => {
    const now = useSyncExternalStore(listen, () => spoken);
    if (known.spoken !== now) known = { spoken: now, say: (key, values) => say(key, values) };
    return known.say;
  };
  return { useTexts, say };
}

async function loadOne(name: string): Promise<void> {
  const load = english.get(name);
  if (!load || i18next.hasResourceBundle('en', name)) return;
  i18next.addResourceBundle('en', name, (await load()).en);
  spokenAnew();
}

/** Shows the interface in this language from now on. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en') await Promise.all([...english.keys()].map(loadOne));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export function useLanguage(): Language {
  return useSyncExternalStore(listen, () => (i18next.language === 'en' ? 'en' : 'ru'));
}
