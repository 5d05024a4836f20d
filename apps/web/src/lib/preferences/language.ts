import { readStored, writeStored } from './stored.ts';

const KEY = 'nastavnik.language';

export function storedLanguage(): 'ru' | 'en' {
  return readStored(KEY, ['ru', 'en'], 'ru');
}

export function keepLanguage(language: 'ru' | 'en'): void {
  writeStored(KEY, language);
}
