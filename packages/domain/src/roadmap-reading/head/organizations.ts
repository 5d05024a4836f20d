import { rawText, textOf } from '../text/span.ts';
import type { HeadLine } from './head-lines.ts';
import { languageOf } from './languages.ts';

const SHORT =
  'М[БАК]ОУ|М[БАК]ДОУ|М[БАК]У|М[БАК]У\\s+Д[ОП]О?|ГБОУ|ГАОУ|ГКОУ|ГБПОУ|ГАПОУ|ГБУ|ЧОУ|АНО|МОУ|МДОУ|МОБУ|МБОО|ФГБОУ|ФГКОУ';
const KIND =
  /учреждени|школ|гимнази|лице[йя]|колледж|техникум|детск\p{L}+ сад|центр|интернат|комитет|управлени|департамент|министерств|отдел\p{L}* |администраци/iu;
const OPENS =
  /^(?:муниципальное|государственное|областное|краевое|федеральное|частное|автономное|бюджетное|казенное|казённое|комитет|управление|департамент|министерство|отдел|администрация|российская федерация)(?:\s|$)/iu;

/** True for a line that names an organisation or goes on with its name. */
export function isOrganizationLine(line: HeadLine, previous: HeadLine | undefined): boolean {
  const { text } = line;
  if (text.length > 200 || /[.;:!]$/u.test(text.replace(/"|»|г\.$/gu, ''))) return false;
  if (
    OPENS.test(text) ||
    new RegExp(`^(?:${SHORT})(?![\\p{L}])`, 'u').test(text) ||
    (KIND.test(text) && !/наставничеств/iu.test(text))
  )
    return true;
  return (
    previous !== undefined &&
    (languageOf(text) !== 'ru' ||
      (!line.gap && /^[«("а-яё]/u.test(text)) ||
      /(?:округ|район|област|город|кра[йя]|республик|поселени)/iu.test(text))
  );
}

/** Joins the lines of a head into organisations: a new one begins with another language or with words that open a name. */
export function groupOrganizations(given: readonly HeadLine[]): HeadLine[][] {
  const lines = given.flatMap(partedNames);
  const groups: HeadLine[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    const language = languageOf(line.text);
    const opens = OPENS.test(line.text) && !(last && last.text.endsWith('-'));
    if (
      !open ||
      !last ||
      opens ||
      language !== languageOf(last.text) ||
      (line.gap && !/^[«("а-яё]|^городского/iu.test(line.text))
    )
      groups.push([line]);
    else open.push(line);
  }
  return groups;
}

/** Two names on one line, where a reader has joined the lines of a centred head. */
function partedNames(line: HeadLine): HeadLine[] {
  const text = rawText(line.span);
  const at =
    /(?<=\S\s+)(?:Муниципальное|Государственное|Областное|Краевое|МУНИЦИПАЛЬНОЕ|ГОСУДАРСТВЕННОЕ)\s+(?=(?:автономн|бюджетн|казенн|казённ|дошкольн|общеобразоват|образоват|профессион|учрежден))/iu.exec(
      text,
    )?.index;
  const second = at ?? secondLanguageAt(text);
  if (second === undefined) return [line];
  const cut = (from: number, to: number, gap: boolean): HeadLine => {
    const span = { ...line.span, from: line.span.from + from, to: line.span.from + to };
    return { span, text: textOf([span]), gap };
  };
  return [cut(0, second, line.gap), cut(second, text.length, false)];
}

/** Where a name in the second language follows the Russian one on the same line. */
function secondLanguageAt(text: string): number | undefined {
  if (!OPENS.test(text) || languageOf(text) === 'ru') return undefined;
  return [...text.matchAll(/(?<=\S\s+)[«"]/gu)]
    .map((match) => match.index)
    .find(
      (at) =>
        languageOf(text.slice(0, at)) === 'ru' &&
        text.slice(0, at).length > 15 &&
        languageOf(text.slice(at).split(/\s+/u).slice(0, 4).join(' ')) !== 'ru',
    );
}

/** A school named in the title: «… в МБОУ СОШ № 26 на 2025-2026 учебный год». Offsets in the text. */
export function organizationIn(title: string): { from: number; to: number } | null {
  const match = new RegExp(
    `(?:^|\\s)((?:${SHORT})\\s.*?)(?=\\s+на\\s+(?:период|20)|\\s+\\(|\\s+в\\s+20|\\s*$)`,
    'u',
  ).exec(title);
  if (!match?.[1]) return null;
  const from = match.index + match[0].indexOf(match[1]);
  return { from, to: from + match[1].length };
}

/** A school named in a stamp: «Директор МБОУ «ООШ № 5»», «Средняя школа № 5». */
export function organizationInStamp(text: string): string | null {
  const full = new RegExp(`(?:${SHORT})\\s+[«"][^»"]{2,80}[»"](?:\\s+[а-яё]{1,3}\\.\\s*\\p{Lu}\\p{Ll}+)?`, 'u').exec(
    text,
  );
  return full?.[0] ?? /(?:Средняя|Основная|Начальная)\s[^/«»]{0,60}?школа\s*№\s*\d+»?/u.exec(text)?.[0] ?? null;
}
