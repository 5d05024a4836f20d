import type { Target } from '../roadmap-reading/roadmap-draft.ts';

const FIGURE = String.raw`\d{1,6}(?:[.,]\d+)?`;
/** A number, or a range of which the first counts: «50–70 %». */
const NUMBER = String.raw`(${FIGURE})(?:\s?%?\s?[-–—]\s?${FIGURE})?`;
const AT_LEAST = String.raw`не\s+(?:менее|меньше|ниже)|минимум|свыше|более|больше|от|≥|>=|>`;
const AT_MOST = String.raw`не\s+(?:более|больше|выше|позднее)|максимум|менее|меньше|до|≤|<=|<`;
const COMPARED = new RegExp(
  String.raw`(?:(?<![а-яё])(?:(${AT_LEAST})|(${AT_MOST}))[\s,]*(?:чем)?\s*(?:на|у|в|с|для)?\s*)?(?<![\d.,№-])${NUMBER}\s?(%|процент[а-я]*)`,
  'i',
);
const THINGS =
  'встреч|заседани|публикаци|пар[аыу]?(?![а-я])|групп|наставник|наставляем|мероприяти|материал|протокол|приказ|справк|собран|бесед|выступлени|мастер-класс|урок|сертификат|удостоверени|договор|буклет|памятк|грамот|благодарност|видео|ролик|событи|конкурс|семинар|занят|консультаци|человек|чел\\.|педагог|учител|обучающ|учащ|учени|участник|документ|отч[её]т|практик|программ|план|партн[её]р|организаци|соглашени|анкет|стат[еь]|фото|раз[а]?(?![а-я])|час';
const COUNTED = new RegExp(
  String.raw`(?:(?<![а-яё])(?:(${AT_LEAST})|(${AT_MOST}))[\s,]*(?:чем)?\s*(?:на|у|в|с)?\s*)?(?<![\d.,№/-])${NUMBER}(?:-?х|-?и|-?ти)?\s+(?:[а-яё]+(?:их|ых)\s+)?(?:${THINGS})`,
  'i',
);
const FROM_TO = new RegExp(
  String.raw`(?<![а-яё])от\s+(${FIGURE})\s?(%?)\s+до\s+${FIGURE}(?:\s?(%|процент)|(?=\s+(?:${THINGS})|\s*(?:$|[.;,)\n])))`,
  'i',
);
/** «Не более 5» with nothing after it. */
const BARE = new RegExp(
  String.raw`(?<![а-яё])(?:(не\s+(?:менее|меньше|ниже)|минимум|≥|>=)|(не\s+(?:более|больше|выше)|максимум|≤|<=))[\s,]*(?:чем)?\s*(${FIGURE})\s*(?=$|[.;,)\n])`,
  'i',
);
const WORD_COUNTS: Readonly<Record<string, number>> = {
  одного: 1,
  одной: 1,
  двух: 2,
  трех: 3,
  трёх: 3,
  четырех: 4,
  четырёх: 4,
  пяти: 5,
  шести: 6,
  семи: 7,
  восьми: 8,
  девяти: 9,
  десяти: 10,
};
const IN_WORDS = new RegExp(
  String.raw`(?<![а-яё])(?:(не\s+менее|не\s+меньше|минимум)|(не\s+более|не\s+больше|максимум))[\s,]*(?:чем)?\s*(${Object.keys(WORD_COUNTS).join('|')})(?![а-яё])`,
  'i',
);

const GROWTH = /(?:увелич|повыш|рост|довед|доведен|возраст|расшир)[а-яё]*[^.;]*$/i;
/** «Приложение 2 протокола» counts nothing. */
const NUMBERED = /(?:приложени|пункт|форм|раздел|част|глав)[а-яё]*\s*$|п\.\s*$/i;

/**
 * The number a result must reach. «Не менее, чем на 90%» is at least 90 percent. A bare 100 % is equal to 100, since more cannot be;
 * any other bare number is a minimum: a plan that asks for 3 meetings is fulfilled by 4. Null where there is no number.
 */
export function readTarget(text: string): Target | null {
  const fromTo = FROM_TO.exec(text);
  if (fromTo) return target(fromTo[0], undefined, fromTo[1], fromTo[2] || fromTo[3] ? 'percent' : 'count');
  const percent = COMPARED.exec(text);
  if (percent) {
    // «Увеличение доли до 70 %»: what grows must reach it.
    const grows = percent[2]?.toLowerCase() === 'до' && GROWTH.test(text.slice(0, percent.index));
    return target(grows ? percent[2] : percent[1], grows ? undefined : percent[2], percent[3], 'percent');
  }
  const counted = COUNTED.exec(text);
  if (counted && !isYear(counted[3]) && !NUMBERED.test(text.slice(0, counted.index)))
    return target(counted[1], counted[2], counted[3], 'count');
  const bare = BARE.exec(text);
  if (bare) return target(bare[1], bare[2], bare[3], 'count');
  const words = IN_WORDS.exec(text);
  if (words) {
    const value = WORD_COUNTS[(words[3] ?? '').toLowerCase()];
    return value === undefined ? null : { comparison: words[1] ? 'atLeast' : 'atMost', value, unit: 'count' };
  }
  // «Внутри каждой наставнической пары»: all of them.
  return /(?:внутри|в) каждой (?:[а-яё]+ )?(?:пар|групп)/i.test(text)
    ? { comparison: 'equal', value: 100, unit: 'percent' }
    : null;
}

function target(
  atLeast: string | undefined,
  atMost: string | undefined,
  number: string | undefined,
  unit: 'percent' | 'count',
): Target {
  const value = Number((number ?? '0').replace(',', '.'));
  const bare = unit === 'percent' && value === 100 ? 'equal' : 'atLeast';
  return { comparison: atLeast ? 'atLeast' : atMost ? 'atMost' : bare, value, unit };
}

function isYear(number: string | undefined): boolean {
  return /^(?:19|20)\d\d$/.test(number ?? '');
}
