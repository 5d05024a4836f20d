/** What a word of special categories tells about (152-ФЗ art. 10). */
export type SpecialTopic = 'health' | 'religion' | 'nationality' | 'politics' | 'conviction' | 'intimate';

/** A word that should not stand in a free text without a consent of its own (RULE-11). `from` and `to` are offsets. */
export type SpecialWord = {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly topic: SpecialTopic;
};

const ENDING = '[а-я]*';
const stems = (...words: readonly string[]): string => `(?:${words.join('|')})${ENDING}`;

/**
 * Stems with whatever ending; what stands in `(?! )` means something else: «диагностика», «инвалидация», «болельщик»,
 * «верующий» but never the name Вера. Short forms count as whole words only.
 */
const WORDS: readonly (readonly [topic: SpecialTopic, pattern: string])[] = [
  [
    'health',
    [
      stems(
        'инвалид(?!аци)',
        'диагноз',
        'диагностирован',
        'аутиз',
        'аутист',
        'аутичн',
        'эпилеп',
        'астм',
        'диабет',
        'онколог',
        'психиатр',
        'психоз',
        'шизофрен',
        'депресси(?!в)',
        'невроз',
        'невролог',
        'алалия',
        'алали',
        'дизартр',
        'дислекс',
        'дисграф',
        'гиперактивн',
        'заикани',
        'слабослышащ',
        'слабовидящ',
        'глухонем',
        'туберкул',
        'гепатит',
        'беремен',
        'наркоман',
        'наркозависим',
        'алкоголи',
        'заболевани',
        'хроническ',
        'лекарств',
        'таблетк',
        'суицид',
        'коррекционн',
        'реабилитац',
      ),
      'болезн(?:ь|и|ью|ей|ям|ями|ях)',
      'болеет|болен|больна|больной|больного|больному',
      '(?:ограниченн[а-я]+ )?возможност[а-я]+ здоровья',
      'состояни[а-я]+ здоровья|проблем[а-я]* со здоровьем|групп[а-я]+ здоровья',
      'умственн[а-я]+ отстал[а-я]+|задержк[а-я]+ (?:психическ|речев)[а-я]+',
      'справк[а-я]+ пмпк|заключени[а-я]+ пмпк|обучени[а-я]+ на дому|надомн[а-я]+',
      'особы[а-я]+ (?:образовательны[а-я]+ )?потребност[а-я]+',
      'овз|зпр|знр|тнр|онр|дцп|рас|сдвг|вич|спид|нода|пмпк|впр здоровья',
    ].join('|'),
  ],
  [
    'religion',
    [
      stems('мусульман', 'православ', 'католи', 'иуде', 'буддис', 'сектант', 'вероисповедан', 'религиозн', 'верующ'),
    ].join('|'),
  ],
  [
    'nationality',
    [
      stems('национальност', 'цыган', 'таджик', 'узбек', 'киргиз', 'кавказец', 'кавказц', 'еврей', 'евреи', 'еврея'),
      'этническ[а-я]+ (?:принадлежност|происхождени)[а-я]+',
    ].join('|'),
  ],
  ['politics', [stems('политическ[а-я]+ взгляд', 'партийност', 'оппозицион'), 'член[а-я]* партии'].join('|')],
  [
    'conviction',
    [
      stems('судимост', 'осужден', 'уголовн', 'колони(?:и|ю|ей)', 'правонаруш'),
      'судим(?:а|ы|ый|ого|ая)?',
      'на учете (?:в )?(?:кдн|пдн|полиции|овд)|(?:кдн|пдн)',
    ].join('|'),
  ],
  ['intimate', stems('интимн', 'сексуальн', 'половая жизнь', 'изнасил')],
];

const PATTERNS = WORDS.map(([topic, pattern]) => ({
  topic,
  pattern: new RegExp(`(?<![а-яa-z0-9])(?:${pattern})(?![а-яa-z0-9])`, 'g'),
}));

/** Abbreviations that are also everyday words or parts of names count in capitals only. */
const CAPITALS_ONLY = new Set(['рас', 'онр', 'знр', 'спид', 'вич']);

/**
 * Words of special categories in a free text, in any inflection, in the order of the text. A warning, not a proof: the
 * author confirms or rewords, nothing is refused. Also finds nothing in what merely sounds alike.
 */
export function specialDataWarning(text: string): readonly SpecialWord[] {
  // Replaced letter by letter, so offsets hold.
  const plain = text.toLowerCase().length === text.length ? text.toLowerCase().replaceAll('ё', 'е') : text;
  const found: SpecialWord[] = [];
  for (const { topic, pattern } of PATTERNS) {
    for (const match of plain.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const word = text.slice(from, to);
      if (CAPITALS_ONLY.has(match[0]) && word !== word.toUpperCase()) continue;
      found.push({ word, from, to, topic });
    }
  }
  return found.toSorted((one, other) => one.from - other.from || other.to - one.to);
}
