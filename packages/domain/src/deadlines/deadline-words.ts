import { typoDistance } from './typo.ts';

/** What a word of the deadline language stands for. `n` is its number (month, weekday, count), `v` its variety. */
export type Word = { readonly is: WordKind; readonly n: number; readonly v: string };

export type WordKind =
  | 'month'
  | 'weekday'
  | 'number'
  | 'part'
  | 'last'
  | 'half'
  | 'unit'
  | 'plan'
  | 'school'
  | 'calendar'
  | 'current'
  | 'next'
  | 'every'
  | 'adverb'
  | 'always'
  | 'over'
  | 'whole'
  | 'times'
  | 'once'
  | 'atLeast'
  | 'monthDay'
  | 'holidays'
  | 'season'
  | 'working'
  | 'then'
  | 'demand'
  | 'prep'
  | 'and'
  | 'no'
  | 'later'
  | 'term'
  | 'inclusive'
  | 'schedule'
  | 'event'
  | 'known'
  | 'clock'
  | 'room'
  | 'filler';

type Row = readonly [is: WordKind, nOrV: number | string, forms: string];

const ROWS: readonly Row[] = [
  ['month', 1, 'январь января январе январю январем янв'],
  ['month', 2, 'февраль февраля феврале февралю февралем фев февр'],
  ['month', 3, 'март марта марте марту мартом мар'],
  ['month', 4, 'апрель апреля апреле апрелю апрелем апр'],
  ['month', 5, 'май мая мае маю маем'],
  ['month', 6, 'июнь июня июне июню июнем июн'],
  ['month', 7, 'июль июля июле июлю июлем июл'],
  ['month', 8, 'август августа августе августу августом авг'],
  ['month', 9, 'сентябрь сентября сентябре сентябрю сентябрем сен сент'],
  ['month', 10, 'октябрь октября октябре октябрю октябрем окт'],
  ['month', 11, 'ноябрь ноября ноябре ноябрю ноябрем ноя нояб'],
  ['month', 12, 'декабрь декабря декабре декабрю декабрем дек'],
  ['weekday', 1, 'понедельник понедельника понедельнику понедельникам понедельники понедельников пн'],
  ['weekday', 2, 'вторник вторника вторнику вторникам вторники вторников вт'],
  ['weekday', 3, 'среда среду среды среде средам ср'],
  ['weekday', 4, 'четверг четверга четвергу четвергам четверги четвергов чт'],
  ['weekday', 5, 'пятница пятницу пятницы пятнице пятницам пятниц пт'],
  ['weekday', 6, 'суббота субботу субботы субботе субботам суббот сб'],
  ['weekday', 7, 'воскресенье воскресенья воскресенью воскресеньям вс'],
  ['number', 1, 'первый первая первое первого первой первую первом первые одного один одну одна одной одному i і l'],
  ['number', 2, 'второй вторая второе второго вторую втором вторые два две двух ii іі ll п'],
  ['number', 3, 'третий третья третье третьего третьей третью третьем три трех iii ііі lll ш'],
  [
    'number',
    4,
    'четвертый четвертая четвертое четвертого четвертой четвертую четвертом четыре четырех iv іv iу іу iy іy lv',
  ],
  ['number', 5, 'пятый пятая пятое пятого пятой пятую пять пяти v'],
  ['number', 6, 'шесть шести шестое шестого vi'],
  ['number', 7, 'семь семи седьмое седьмого vii'],
  ['number', 8, 'восемь восьми восьмое восьмого viii'],
  ['number', 9, 'девять девяти девятое девятого ix'],
  ['number', 10, 'десять десяти десятое десятого десятидневный десятидневного'],
  ['number', 12, 'двенадцать двенадцати двенадцатое двенадцатого'],
  ['number', 15, 'пятнадцать пятнадцати пятнадцатое пятнадцатого'],
  ['number', 20, 'двадцать двадцати двадцатое двадцатого'],
  ['number', 30, 'тридцать тридцати тридцатое тридцатого'],
  ['part', 'start', 'начало начале началу начала нач началом'],
  ['part', 'middle', 'середина середине середины середину середине сер'],
  ['part', 'end', 'конец конце концу конца кон концом'],
  ['last', 0, 'последний последняя последнее последнюю последней последнего последнем'],
  ['half', 0, 'половина половине половины половину'],
  ['unit', 'day', 'день дня дней дням дни дн дню днем сутки суток'],
  ['unit', 'week', 'неделя неделе недели недель неделю нед неделям'],
  ['unit', 'decade', 'декада декаде декады декад декаду'],
  ['unit', 'month', 'месяц месяца месяце месяцев месяцам месяцы мес'],
  ['unit', 'quarter', 'квартал квартала квартале кварталу кварталам кварталы кварталов кв кварт'],
  ['unit', 'schoolQuarter', 'четверть четверти четвертью четвертям четвертей четв'],
  ['unit', 'trimester', 'триместр триместра триместре триместру триместрам триместры триместров трим'],
  [
    'unit',
    'halfYear',
    'полугодие полугодия полугодии полугодию полугодий полугодиям полгода полуг пол семестр семестра семестре полугода',
  ],
  ['unit', 'year', 'год года году годы годов годах годам лет г гг годом'],
  ['plan', 'period', 'период периода периоде периоду'],
  ['plan', 'term', 'срока времени этапа действия программы проекта плана цикла'],
  ['plan', 'stages', 'этапах этапе'],
  ['school', 0, 'учебный учебного учебном учебному учебные учебных учебным учебной учебную уч учеб учебн'],
  ['calendar', 0, 'календарный календарного календарном'],
  ['current', 0, 'текущий текущего текущем текущему этого данного нынешнего тек'],
  ['next', 0, 'следующий следующего следующем будущего'],
  ['every', 0, 'каждый каждая каждое каждого каждой каждую каждые каждом каждых кажд'],
  ['adverb', 'day', 'ежедневно ежедневный ежедневная ежедневное'],
  ['adverb', 'workingDay', ''],
  ['adverb', 'week', 'еженедельно еженедельный еженедельная еженедельное'],
  ['adverb', 'month', 'ежемесячно ежемесячный ежемесячная ежемесячное помесячно'],
  ['adverb', 'quarter', 'ежеквартально ежеквартальный ежеквартальная ежеквартальное поквартально'],
  ['adverb', 'schoolQuarter', 'ежечетвертно почетвертно'],
  ['adverb', 'halfYear', 'ежеполугодно'],
  ['adverb', 'year', 'ежегодно ежегодный ежегодная ежегодное'],
  [
    'always',
    0,
    'постоянно постоянный постоянная постоянной регулярно систематически непрерывно круглогодично бессрочно всегда',
  ],
  ['over', 0, 'течение течении теч втечение втечении протяжении продолжение продолжении'],
  ['whole', 0, 'весь всего всей все всю всех всем круглый целый'],
  ['times', 1, 'раз раза разу разов р'],
  ['once', 1, 'однократно единожды'],
  ['once', 2, 'дважды'],
  ['once', 3, 'трижды'],
  ['atLeast', 0, 'реже менее минимум'],
  ['monthDay', 0, 'число числа числу числе числах числам'],
  ['holidays', 0, 'каникулы каникул каникулах каникулам каникулами каникулярное каникулярный'],
  ['season', 'autumn', 'осень осени осенью осенние осенних осенний осенними осенним'],
  ['season', 'winter', 'зима зимы зимой зиму зимние зимних зимний зимними зимним'],
  ['season', 'spring', 'весна весны весной весну весенние весенних весенний весенними весенним'],
  ['season', 'summer', 'лето лета летом летние летних летний летними летним'],
  ['working', 0, 'рабочий рабочих рабочего рабочие рабочей рабочим раб трехдневный пятидневный'],
  ['then', 0, 'далее затем впоследствии потом'],
  ['demand', 'request', 'запрос запросу запросам запросе запроса запросов требованию требования заявке заявкам заявок'],
  ['demand', 'request', 'обращения обращению обращении обращений поступления'],
  ['demand', 'need', 'необходимости необходимость потребности потребностям надобности нужде'],
  ['demand', 'possibility', 'возможности возможность'],
  ['demand', 'wish', 'желанию желании усмотрению'],
  ['prep', 'in', 'в во на за'],
  ['prep', 'from', 'с со от начиная'],
  ['prep', 'by', 'до к ко включая'],
  ['prep', 'upTo', 'по'],
  ['prep', 'after', 'после'],
  ['prep', 'before', 'перед накануне'],
  ['prep', 'at', 'при'],
  ['and', 0, 'и а также да'],
  ['no', 0, 'не'],
  ['later', 0, 'позднее позже'],
  ['later', 1, 'ранее раньше'],
  ['term', 0, 'срок сроки сроком сроках сроков'],
  ['inclusive', 0, 'включительно вкл'],
  [
    'schedule',
    0,
    'график графику графика графиком графике плану планом расписанию расписанием расписание распоряжению приказу приказом',
  ],
  ['schedule', 0, 'согласованию договоренности положению положением регламенту циклограмме согласно соответствии'],
  ['schedule', 0, 'установленные установленный установленными установленным установленном определенные определенный'],
  ['schedule', 0, 'указанные указанный утвержденному утвержденным утвержденные отдельному отдельным'],
  ['schedule', 0, 'уточняется уточняются уточнения определяется определяются назначается'],
  ['event', 0, 'итогам итогом итоги окончании окончанию окончания завершении завершению завершения факту'],
  ['event', 0, 'мере ходе рамках время наличии случае истечении результатам итогу момента'],
  [
    'known',
    'measure',
    'мероприятия мероприятий реализации проведения проведении обучения внедрения исполнения выполнения',
  ],
  ['clock', 0, 'час часа часов часам ч мин минут'],
  ['room', 0, 'кабинет кабинете каб ауд аудитория аудитории зал зале этаж корпус'],
  ['filler', 0, 'если ориентировочно примерно около срок реализации дата сроки проведения но'],
];

/** Words that look like words of the language and are not: left as they are. */
const STRANGERS = new Set(
  (
    'карта карты парта парты марка марки среди годные части честь года городу городе школа школы план планы пара пары ' +
    'дети детей день дата даты класс классы классов урок уроки декан второму неделим майка майки пятые четвери месте ' +
    'местам местах периоду проект проекты проекта приказ приказа учебник учебника учеба учебы учебе первенство первенства ' +
    'янтарь рабочая конкурс конкурса концерт концерта конспект последовательно школьный'
  ).split(' '),
);

const EXACT: ReadonlyMap<string, Word> = lexicon();
const LONG: readonly string[] = [...EXACT.keys()].filter((form) => form.length >= 4);

function lexicon(): Map<string, Word> {
  const map = new Map<string, Word>();
  for (const [is, nOrV, forms] of ROWS) {
    const word = typeof nOrV === 'number' ? { is, n: nOrV, v: '' } : { is, n: 0, v: nOrV };
    for (const form of forms.split(' ')) if (form !== '' && !map.has(form)) map.set(form, word);
  }
  return map;
}

/** The meaning of a word written as it should be (lower case, «е» for «ё»). */
export function exactWord(form: string): Word | null {
  return EXACT.get(form) ?? null;
}

/**
 * The meaning of a word with a slip: cut short («постоянн», «сентяб.»), or one mistake in five to seven letters,
 * two in eight and more, where all the nearest words mean the same. Null when nothing, or more than one thing, is near.
 */
export function misspeltWord(form: string): Word | null {
  if (form.length < 4 || STRANGERS.has(form)) return null;
  return cutWord(form) ?? nearWord(form);
}

function cutWord(form: string): Word | null {
  let found: Word | null = null;
  for (const whole of LONG) {
    if (whole.length <= form.length || !whole.startsWith(form)) continue;
    const word = EXACT.get(whole);
    if (!word || (found && !sameWord(found, word))) return null;
    found = word;
  }
  return found;
}

function nearWord(form: string): Word | null {
  const limit = form.length >= 8 ? 2 : form.length >= 5 ? 1 : 0;
  if (limit === 0) return null;
  let best = limit + 1;
  let found: Word | null = null;
  for (const whole of LONG) {
    if (Math.abs(whole.length - form.length) > limit) continue;
    // The beginning of a word is what the eye writes right; «карта» is not «марта».
    if (whole[0] !== form[0] && whole.slice(1, 4) !== form.slice(1, 4)) continue;
    if (whole[0] !== form[0] && form.length < 7) continue;
    const distance = typoDistance(form, whole, Math.min(limit, best));
    if (distance > limit || distance > best) continue;
    const word = EXACT.get(whole) ?? null;
    if (distance === best && found && word && !sameWord(found, word)) return null;
    best = distance;
    found = word;
  }
  return found;
}

/** The adverb of repetition that a damaged «еже…» word may have been: `ежекадрово` → `ежеквартально`. */
export function likelyAdverb(form: string): string | null {
  if (!form.startsWith('еже')) return null;
  let best: string | null = null;
  let shared = 3;
  for (const adverb of ['ежеквартально', 'ежемесячно', 'еженедельно', 'ежегодно', 'ежедневно']) {
    let same = 0;
    while (same < form.length && form[same] === adverb[same]) same += 1;
    if (same > shared) [best, shared] = [adverb, same];
  }
  return best;
}

function sameWord(a: Word, b: Word): boolean {
  return a.is === b.is && a.n === b.n && a.v === b.v;
}
