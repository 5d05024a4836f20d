import { inRussianLetters } from '../deadlines/deadline-characters.ts';
import { headNoun } from './role-words.ts';

/**
 * A cell as one line of plain words: tags, stars, bullets and list numbers go, short forms are written out, letters of the other alphabet
 * become Russian. Line breaks and slashes fall inside roles as often as between them, so they count as spaces; words tell where a role begins.
 */
export function plainCell(text: string): string {
  const plain = inOneAlphabet(text.slice(0, 4000))
    .replace(/[\uE000-\uF8FF]/g, ' ')
    .replace(/<\/?[a-z][^<>]{0,40}>|&nbsp;/gi, ' ')
    .replace(/\*/g, '')
    .replace(/([а-яё])-\s*\n\s*([а-яё])/g, '$1$2')
    .replace(/(?<!\S)([А-ЯЁ]{2,5})\/([А-ЯЁ]{2,5})(?![А-ЯЁа-яё])/g, '$1, $2')
    .replace(/[\s\u00A0/\\|]+/g, ' ')
    .replace(/(?<!\S)[•·▪+]\s*/g, '; ')
    .replace(
      /(педагог|учител|преподавател|воспитател)([а-яё]*) ?[-–—] ?(?=психолог|организатор|наставни|логопед|библиотекар|дефектолог|предметни)/gi,
      '$1$2-',
    )
    .replace(/рук-л(?=[ьияюе])/gi, 'руководител')
    .trim();
  const listed = /^1[.)]\s/.test(plain) ? plain.replace(/(?<!\S)\d{1,2}[.)]\s+(?=[А-ЯЁа-яё])/g, '; ') : plain;
  const bare = /^[([]([^()[\]]*)[)\]]\.?$/.exec(listed);
  return withInitials(inSmallLetters((bare?.[1] ?? listed).trim()));
}

function inOneAlphabet(text: string): string {
  if (!/[a-z]/i.test(text)) return text;
  return text.replace(/[A-Za-zА-ЯЁа-яё]+/g, (run) => (/[А-ЯЁа-яё]/.test(run) ? run.replace(/[A-Za-z]/g, twin) : run));
}

function twin(letter: string): string {
  const small = inRussianLetters(letter.toLowerCase());
  return letter === letter.toLowerCase() ? small : small.toUpperCase();
}

/** «КЛАССНЫЕ РУКОВОДИТЕЛИ»: a cell of posts in capitals; short words but prepositions are abbreviations. */
function inSmallLetters(text: string): string {
  if (/[а-яё]/.test(text) || !/[А-ЯЁ]/.test(text)) return text;
  const role = text.split(/[\s,;]+/).some((word) => word.length > 4 && headNoun(word) !== null);
  if (!role) return text;
  return text.replace(/[А-ЯЁ-]+/g, (word) =>
    word.length > 4 || /^(?:ПО|И|ЗА|С|В|НА|ЗАМ)$/.test(word) ? word.toLowerCase() : word,
  );
}

/** «ГОРЕВА О.В.», «Горева ОВ»: the name as it is usually written. */
function withInitials(text: string): string {
  return text
    .replace(
      /(?<![А-ЯЁа-яё-])([А-ЯЁ])([А-ЯЁ]{2,})(?= [А-ЯЁ]\. ?[А-ЯЁ]\.(?! ?[А-ЯЁ][а-яё]))/g,
      (whole, first: string, rest: string) => (headNoun(whole) ? whole : first + rest.toLowerCase()),
    )
    .replace(SHORT_INITIALS, (whole, surname: string, name: string, father: string) =>
      headNoun(surname) || NOT_INITIALS.test(name + father) ? whole : `${surname} ${name}.${father}.`,
    );
}

const SHORT_INITIALS =
  /(?<![А-ЯЁа-яё-])([А-ЯЁ][а-яё]+(?:ов|ев|ин|ын|ова|ева|ина|ына|ский|ская|цкий|цкая|енко|чук|ович|евич|ых)) ([А-ЯЁ])([А-ЯЁ])(?![А-ЯЁа-яё.])/g;
const NOT_INITIALS = /^(?:ОО|МО|ДО|ВР|УР|НР|ПК|ГО|СП|УО|ОУ|ПО)$/;
