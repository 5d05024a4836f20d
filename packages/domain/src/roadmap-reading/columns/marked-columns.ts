/**
 * Columns of a schedule whose heads are only numbers, under a common head that says of what: «IX», «X» under «Месяц»,
 * «I», «II» under «Сроки по четвертям»; or short names of months. `null`: the head names no time.
 */
export function markedTime(head: string, common: string): string | null {
  const text = head.toLowerCase().replace(/[.\s]+$/u, '');
  const month = MONTHS.find((name) => SHORT.test(text) && name.startsWith(text.slice(0, 3)));
  if (month) return month;
  const number = numberOf(text);
  if (number === 0) return null;
  const kind = /четверт/iu.exec(common)
    ? 'четверть'
    : /квартал/iu.exec(common)
      ? 'квартал'
      : /полугод/iu.exec(common)
        ? 'полугодие'
        : /триместр/iu.exec(common)
          ? 'триместр'
          : null;
  if (kind) return `${head.trim()} ${kind}`;
  return /месяц|сроки?(?:\P{L}|$)/iu.test(common) && (number > 4 || /месяц/iu.test(common))
    ? (MONTHS[number - 1] ?? null)
    : null;
}

/** The column where a term begins or ends: «начало» and «окончание» under «Срок». */
export function termEdge(head: string): 'start' | 'end' | null {
  const text = head.toLowerCase().trim();
  if (/^(?:начал[оа]|дата начала|с)$/u.test(text)) return 'start';
  return /^(?:окончани[ея]|дата окончания|конец|завершени[ея]|по|до)$/u.test(text) ? 'end' : null;
}

const MONTHS = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const SHORT = /^(?:янв|февр?|мар|апр|мая?|июн|июл|авг|сент?|окт|нояб?|дек)$/u;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** 1 to 12, in Roman figures (also typed in Cyrillic letters) or Arabic ones; 0 for anything else. */
function numberOf(text: string): number {
  const roman = ROMAN.indexOf(text.replaceAll('х', 'x').replaceAll('і', 'i')) + 1;
  if (roman > 0) return roman;
  return /^(?:0?[1-9]|1[0-2])$/u.test(text) ? Number(text) : 0;
}
