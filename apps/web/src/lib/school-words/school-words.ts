import type { RepresentationKind } from '@nastavnik/domain/consents/signing-facts';
import type { DuplicateDoubt, DuplicateReason } from '@nastavnik/domain/people/duplicate';
import { catalogue, type TextKey } from '../texts.ts';
import { ru } from './texts.ru.ts';

/** Words about the people of the school that several screens share: kinship, forms of study, roles, likeness of names. */
export const { useTexts: useSchoolWords } = catalogue('school-words', ru, () => import('./texts.en.ts'));

type Key = TextKey<typeof ru>;
type Say = ReturnType<typeof useSchoolWords>;

/** «мать», «опекун» */
export const kinship = (say: Say, kind: RepresentationKind): string => say(`kinship.${kind}`);

/** «совпали фамилия, имя и отчество; день рождения другой»: what speaks for and against its being one person. */
export function likenessWords(
  say: Say,
  { reasons, doubts }: { readonly reasons: readonly string[]; readonly doubts: readonly string[] },
): string {
  const words = [
    ...reasons.map((reason) => known(say, `reason.${reason as DuplicateReason}`)),
    ...doubts.map((doubt) => known(say, `doubt.${doubt as DuplicateDoubt}`)),
  ];
  return words.filter(Boolean).join('; ');
}

/** «2025/26» */
export function schoolYearWords(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

function known(say: Say, key: Key): string {
  return Object.hasOwn(ru, key) ? say(key) : '';
}
