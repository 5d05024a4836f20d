import type { ColumnMeaning } from '../roadmap-draft.ts';
import { looksLikeDeadline } from '../text/looks.ts';

/** What one cell of a table's head says about its column; `phrase` is a deadline that the head itself names («I квартал 2013 г.»). */
export type HeaderWord = { readonly meaning: ColumnMeaning; readonly phrase: string | null };

/** The words of table heads, the more telling first. `content` and `measure` are told apart later, by their neighbours. */
const WORDS: readonly (readonly [ColumnMeaning, RegExp])[] = [
  [
    'note',
    /^(?:форм[аы] (?:работ|провед|организ|заняти|наставн)|отметк|примечан|выполнени|комментар|статус)|(?<!\p{L})факт/u,
  ],
  [
    'number',
    /^(?:№|n|no|nn|номер|#)(?:\s*(?:п\s*[/.\\]?\s*п|этапа|пункта|строки|мероприятия))?[.:]?$|^п\s*[/\\]\s*п\.?$/u,
  ],
  [
    'deadline',
    /^(?:(?:планируем\p{L}+|примерн\p{L}+|ориентировочн\p{L}+|календарн\p{L}+|плановы\p{L}+|конкретн\p{L}+)\s+)?(?:срок|дат[аы]|месяц|период|врем[яе]|когда|график)/u,
  ],
  ['responsible', /отве\p{L}{1,4}енн|исполнител|^кто(?:\s|$)|^фио$|^организатор/u],
  [
    'result',
    /результат|вид документа|^форма (?:отч|предст|докум|заверш)|^выход|индикатор|показател|^итог|подтвержд|^отч[её]т|документ[ы]?$|продукт/u,
  ],
  [
    'audience',
    /^(?:класс[ы]?(?![\p{L}])|участник|категори|целев\p{L}+ (?:аудитор|групп)|для кого|охват|аудитори|контингент|параллел)/u,
  ],
  ['measure', /этап.{0,25}мероприят|мероприят.{0,25}этап/u],
  ['stage', /этап|^раздел|^блок|^модул|^направлени/u],
  [
    'content',
    /мероприят|содержани|деятельност|^дел[ао]$|^вид[ы]?(?:\s|$)|^тем[аы]|^задач|работ|^действи|^событи|^шаг|^наименование$|^название$|^меры?$/u,
  ],
];

/** Reads one head cell. `null`: these are not words of a table head. */
export function headerWord(text: string): HeaderWord | null {
  const clean = text
    .toLowerCase()
    .replace(/[«»"*_]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/(\p{L})\d{1,2}$/u, '$1')
    .trim();
  if (clean === '' || clean.length > 110) return null;
  if (
    /^(?:i{1,3}|iv|[1-4])?\s*(?:квартал|полугоди|четверт|триместр)/u.test(clean) ||
    isPeriodName(clean) ||
    WEEK.test(clean)
  ) {
    return { meaning: 'deadline', phrase: text };
  }
  for (const [meaning, words] of WORDS) if (words.test(clean)) return { meaning, phrase: null };
  return null;
}

/** «1 неделя», «вторая неделя» in a calendar of weeks. */
const WEEK =
  /^(?:[1-5]|i{1,3}|iv|v|перв\p{L}+|втор\p{L}+|трет\p{L}+|четв\p{L}+|пят\p{L}+|последн\p{L}+)(?:\s?-\s?я)?\s+неделя$/u;

/** A month as a column of a schedule: «сентябрь», «май 2024». */
function isPeriodName(clean: string): boolean {
  return (
    /^(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*(?:\s+20\d\d(?:\s*г\.?)?)?$/u.test(
      clean,
    ) && looksLikeDeadline(clean)
  );
}

/** A whole line that is one head cell, for texts where nothing else marks the head. Longer sentences are not heads. */
export function isHeaderLine(text: string): boolean {
  const clean = text.replace(/\s+/gu, ' ').trim();
  if (clean.length < 40 && headerWord(clean)?.phrase) return true;
  if (clean.length > 90 || /[.;:!]$/u.test(clean.replace(/п[./]п\.$|№\.$/u, ''))) return false;
  if (/^\d/u.test(clean) || clean.split(/\s+/u).length > 9) return false;
  const word = headerWord(clean);
  return word !== null && STRICT[word.meaning].test(clean.toLowerCase());
}

const ANY = /(?:)/u;
const STRICT: Record<ColumnMeaning, RegExp> = {
  number: ANY,
  note: /^(?:отметк|примечан|комментар|статус)/u,
  deadline:
    /^(?:(?:планируем|примерн|плановы|ориентировочн)\p{L}+\s+)?(?:сроки?|дат[аы]|месяц|период|время|когда)(?:$|\s+(?:реализ|исполн|выполн|провед|работ|мероп))/u,
  responsible:
    /^(?:отве\p{L}{1,4}енн\p{L}*|исполнител[ьи]|наименование .*ответственн\p{L}*.*)(?:$|\s+(?:за|лиц|исполн|и\s|орг))|^наименование .*ответств/u,
  result:
    /^(?:(?:ожидаем|планируем|предполагаем|прогнозируем)\p{L}+ )?(?:результат|итог)|^вид документа|^показател|^форма /u,
  audience: /^(?:класс|классы|участники|категория(?: участников)?|охват|аудитория|целевая (?:аудитория|группа))$/u,
  measure: /^(?:наименование |название )?(?:этап|мероприят)/u,
  stage:
    /^(?:наименование |название )?(?:этап[аы]?|раздел[аы]?|направлени[ея]|блок[аи]?|модул[ья])(?:$|\s+(?:реализ|работ|деятельн|программ|и\s))|^направления деятельности$/u,
  content:
    /^(?:мероприяти[яе]|дела|дело|содержание(?: (?:деятельности|работы|мероприят).*)?|(?:наименование|название) (?:мероприяти|работ|меропр)\p{L}*.*|наименование|виды? (?:деятельности|работ\p{L}*)|направления деятельности|действия|тема|меры)$|^содержание деятельности/u,
  unknown: /(?!)/u,
};
