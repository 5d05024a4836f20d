type Noun = { readonly nominative: string; readonly plural: boolean };

/** First words of posts: nominative singular and plural. */
const POSTS: readonly (readonly [singular: string, plural: string])[] = [
  ['директор', 'директора'],
  ['заместитель', 'заместители'],
  ['зам', ''],
  ['замдиректора', ''],
  ['завуч', 'завучи'],
  ['заведующий', 'заведующие'],
  ['заведующая', ''],
  ['завхоз', 'завхозы'],
  ['руководитель', 'руководители'],
  ['учитель', ''],
  ['педагог', 'педагоги'],
  ['преподаватель', 'преподаватели'],
  ['предметник', 'предметники'],
  ['воспитатель', 'воспитатели'],
  ['тьютор', 'тьюторы'],
  ['психолог', 'психологи'],
  ['логопед', 'логопеды'],
  ['методист', 'методисты'],
  ['специалист', 'специалисты'],
  ['секретарь', 'секретари'],
  ['делопроизводитель', 'делопроизводители'],
  ['бухгалтер', 'бухгалтеры'],
  ['юрист', 'юристы'],
  ['библиотекарь', 'библиотекари'],
  ['организатор', 'организаторы'],
  ['координатор', 'координаторы'],
  ['куратор', 'кураторы'],
  ['администратор', 'администраторы'],
  ['диспетчер', 'диспетчеры'],
  ['дворник', 'дворники'],
  ['председатель', 'председатели'],
  ['наставник', 'наставники'],
  ['наставляемый', 'наставляемые'],
  ['ответственный', 'ответственные'],
  ['ответственная', ''],
  ['представитель', 'представители'],
  ['член', 'члены'],
  ['участник', 'участники'],
  ['советник', 'советники'],
  ['инструктор', 'инструкторы'],
  ['мастер', 'мастера'],
  ['начальник', 'начальники'],
  ['инженер', 'инженеры'],
  ['медсестра', 'медсестры'],
  ['техперсонал', ''],
  ['персонал', ''],
  ['модератор', 'модераторы'],
  ['тренер', 'тренеры'],
  ['вожатый', 'вожатые'],
  ['лаборант', 'лаборанты'],
  ['родитель', 'родители'],
  ['социолог', 'социологи'],
  ['эксперт', 'эксперты'],
  ['ио', ''],
];

/** First words of collective bodies and of organisations. */
const BODIES = [
  'педсовет',
  'совет',
  'группа',
  'комиссия',
  'администрация',
  'объединение',
  'штаб',
  'команда',
  'служба',
  'профком',
  'актив',
  'совещание',
  'собрание',
  'консилиум',
  'бригада',
  'коллектив',
  'шмо',
  'рмо',
  'мо',
  'ппк',
  'пмпк',
  'методсовет',
  'методобъединение',
  'кафедра',
];
const ORGANIZATIONS = [
  'департамент',
  'управление',
  'комитет',
  'министерство',
  'отдел',
  'центр',
  'школа',
  'учреждение',
  'организация',
  'институт',
  'колледж',
  'техникум',
  'лицей',
  'гимназия',
  'субъект',
  'университет',
  'академия',
  'предприятие',
  'дом',
  'библиотека',
  'музей',
  'фонд',
  'партнеры',
  'партнер',
];

/** Adjectives that begin a post or a body, with their oblique forms. */
const ADJECTIVES: Readonly<Record<string, string>> = {
  классный: 'классный',
  классные: 'классные',
  классным: 'классные',
  классному: 'классный',
  кл: 'кл',
  социальный: 'социальный',
  социальному: 'социальный',
  социальные: 'социальные',
  социальным: 'социальные',
  соц: 'соц',
  гл: 'гл',
  ст: 'ст',
  старший: 'старший',
  старшему: 'старший',
  старшая: 'старшая',
  старшие: 'старшие',
  главный: 'главный',
  главному: 'главный',
  ведущий: 'ведущий',
  медицинский: 'медицинский',
  медицинская: 'медицинская',
  медицинскому: 'медицинский',
  рабочая: 'рабочая',
  рабочей: 'рабочая',
  творческая: 'творческая',
  творческой: 'творческая',
  проектная: 'проектная',
  инициативная: 'инициативная',
  педагогический: 'педагогический',
  педагогическому: 'педагогический',
  методический: 'методический',
  методическому: 'методический',
  методические: 'методические',
  методическое: 'методическое',
  экспертный: 'экспертный',
  попечительский: 'попечительский',
  родительский: 'родительский',
  ученический: 'ученический',
  управляющий: 'управляющий',
  наблюдательный: 'наблюдательный',
  школьный: 'школьный',
  школьное: 'школьное',
  школьная: 'школьная',
  закрепленные: 'закрепленные',
  молодые: 'молодые',
  молодым: 'молодые',
  опытные: 'опытные',
  образовательная: 'образовательная',
  образовательные: 'образовательные',
  муниципальный: 'муниципальный',
  региональный: 'региональный',
  психологическая: 'психологическая',
  пед: 'пед',
};

const HEADS: ReadonlyMap<string, Noun> = heads();

function heads(): Map<string, Noun> {
  const map = new Map<string, Noun>();
  for (const [singular, plural] of POSTS) {
    put(map, singular, false);
    if (plural !== '' && plural !== 'директора' && plural !== 'мастера') put(map, plural, true);
  }
  for (const word of [...BODIES, ...ORGANIZATIONS]) map.set(word, { nominative: word, plural: word === 'партнеры' });
  for (const [form, nominative] of [
    ['группе', 'группа'],
    ['комиссии', 'комиссия'],
    ['совету', 'совет'],
    ['педсовету', 'педсовет'],
    ['комитету', 'комитет'],
    ['отделу', 'отдел'],
    ['управлению', 'управление'],
    ['департаменту', 'департамент'],
    ['администрации', 'администрация'],
    ['учителю', 'учитель'],
    ['учителям', 'учителя'],
    ['родителям', 'родители'],
  ] as const) {
    map.set(form, {
      nominative,
      plural: nominative.endsWith('я') && nominative !== 'комиссия' && nominative !== 'администрация',
    });
  }
  return map;
}

/** Dative and instrumental forms beside the nominative; the genitive is left out, it belongs to the word before it. */
function put(map: Map<string, Noun>, word: string, plural: boolean): void {
  const noun = { nominative: word, plural };
  map.set(word, noun);
  const stem = word.slice(0, -1);
  if (!plural && word.endsWith('ь')) for (const ending of ['ю', 'ем']) map.set(stem + ending, noun);
  else if (!plural && /(ый|ий)$/.test(word))
    map.set(`${word.slice(0, -2)}${word.endsWith('щий') ? 'ему' : 'ому'}`, noun);
  else if (!plural && word.endsWith('ая')) map.set(`${word.slice(0, -2)}${word.endsWith('щая') ? 'ей' : 'ой'}`, noun);
  else if (!plural && /[бвгджзклмнпрстч]$/.test(word) && word !== 'зам')
    for (const ending of ['у', 'ом']) map.set(word + ending, noun);
  else if (plural && word.endsWith('ые')) map.set(`${word.slice(0, -1)}м`, noun);
  else if (plural && /тели$|ари$/.test(word)) map.set(`${stem}ям`, noun);
  else if (plural && /[иы]$/.test(word)) map.set(`${stem}ам`, noun);
}

const key = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[.:]+$/, '')
    .replace(/ё/g, 'е');

/** The first noun of a post, body or organisation, with its nominative; null for any other word. */
export function headNoun(word: string): Noun | null {
  const whole = HEADS.get(key(word));
  if (whole) return whole;
  // «Педагог-психолог», «учитель-логопед».
  const parts = key(word).split('-');
  const first = parts.length > 1 ? HEADS.get(parts[0] ?? '') : null;
  if (!first) return null;
  return { nominative: parts.map((part) => HEADS.get(part)?.nominative ?? part).join('-'), plural: first.plural };
}

/** An adjective that begins a post or a body, in the nominative; null for any other word. */
export function headAdjective(word: string): string | null {
  return ADJECTIVES[key(word)] ?? null;
}

export function isBodyWord(word: string): boolean {
  return (
    BODIES.includes(headNoun(word)?.nominative ?? key(word)) || key(word) === 'объединения' || key(word) === 'советы'
  );
}

export function isOrganizationWord(word: string): boolean {
  return (
    ORGANIZATIONS.includes(headNoun(word)?.nominative ?? key(word)) ||
    key(word) === 'школы' ||
    key(word).split('-')[0] === 'организации'
  );
}
