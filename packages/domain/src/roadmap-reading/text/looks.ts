/** How a text looks before it is understood: enough to tell a column of deadlines from a column of names. */

const MONTH = 'январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр';
const DATE_WORD = new RegExp(
  `^(?:${MONTH})[а-яё]*$|^(?:ежегодн|ежемесячн|ежекварталь|еженедель|ежедневн|ежекадров|постоянн|систематическ|регулярн)[а-яё]*$` +
    '|^(?:год[аыуе]?|гг?|году|месяц[аеы]?|месяцев|квартал[а-яё]*|полугоди[а-яё]*|четверт[а-яё]*|триместр[а-яё]*|недел[а-яё]*|дн[яией]+|день|раз[а]?|числ[аоу]|лет[оа]|осень|осенью|весн[аой]+|зим[аой]+|каникул[а-яё]*)$' +
    '|^(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресень[ея])[а-яё]*$' +
    '|^(?:сроки?|срока|графику?|плану|необходимости|запросу|запросе|мере|течение|течении|период[аеу]?|периодов|начал[оае]|конец|конца|конце|середин[аеы]|итогам|завершени[июя]|окончани[июя]|поступлени[яюи]|отдельному|установленные)$',
  'iu',
);
const FILLER =
  /^(?:в|во|до|с|со|по|к|не|позднее|ранее|на|и|или|а|от|за|при|после|всего|весь|всех|каждый|каждого|каждую|каждое|каждые|один|одного|два|две|три|перв[а-яё]+|втор[а-яё]+|треть[а-яё]+|четв[её]рт[а-яё]+|последн[а-яё]+|текущ[а-яё]+|учебн[а-яё]+|реализации|цмн|программы|плана|далее|этап[а-яё]*|наличии|согласно|отдельно|индивидуальн[а-яё]+|календарн[а-яё]+|ходе|всё|время|работы|также|i{1,3}|iv)$/iu;

/** True when nearly all words are words of time: «16-28 февраля 2023г.», «в течение всего периода реализации ЦМН». */
export function looksLikeDeadline(text: string): boolean {
  const clean = text
    .toLowerCase()
    .replace(/[*_«»"()]/gu, ' ')
    .trim();
  if (clean === '' || clean.length > 120) return false;
  const words = clean.match(/[\p{L}]+|\d+/gu) ?? [];
  const letters = words.filter((word) => !/^\d/u.test(word));
  const first = letters[0] ?? '';
  if (letters.length > 0 && !DATE_WORD.test(first) && !FILLER.test(first)) return false;
  const dated =
    /\d{1,2}\s?[.,]\s?\d{1,2}(?!\d)/u.test(clean) && letters.every((word) => DATE_WORD.test(word) || FILLER.test(word));
  if (dated) return true;
  const hits = letters.filter((word) => DATE_WORD.test(word)).length;
  if (letters.length === 0)
    return /\d{1,2}\s*[.,/]\s*\d{1,2}|^(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d$|^20\d\d$/u.test(clean);
  const strong = letters.some((word) => DATE_WORD.test(word) && !/^гг?$/u.test(word));
  if (hits === 0 || (!strong && !/(?:19|20)\d\d/u.test(clean)) || INITIALS.test(text)) return false;
  const known = letters.filter((word) => DATE_WORD.test(word) || FILLER.test(word)).length;
  if (ACTION.test(clean) || /^[а-яё]+(?:ение|ание|ация)(?:\s|$)/u.test(clean)) return false;
  return known / letters.length >= 0.6;
}

const INITIALS =
  /(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\s?[.,]\s?(?:\p{Lu}\s?[.,]?)?|\p{Lu}\s?\.\s?(?:\p{Lu}\s?\.)?\s?\p{Lu}\p{Ll}+)/u;
const POST =
  /^(?:отв\.|ответственн|директор|замдиректор|зам[.\s]|зам\.?\s*дир|заместител|завуч|заведующ|зав\.|и\.\s?о\.|куратор|координатор|администра|руководител|рук\.|кл\.|класс?н[а-яё]+ рук|учител|педагог|психолог|соц\.|социальн|специалист|наставник|наставляем|методист|воспитател|библиотекар|секретар|председател|рабочая групп|раб\. групп|творческ|совет|педсовет|педагогическ[а-яё]+ (?:совет|коллектив)|методическ[а-яё]+ (?:совет|объединени)|администраци|министерств|департамент|управлени|комитет|отдел|организатор|ст\. вожат|старш|вожат|преподават|тьютор|логопед|родител|профсоюз|делопроизв|бухгалтер|инспектор|вс[её] |мо |ду |до администр|здувр|здвр|моуо|оо$|члены|работник|педколлектив|медицинск|медсестр|проектн)/iu;

/** True for names with initials and for posts and bodies: «Горева О.В.», «Классные руководители, зам. директора по УВР». */
export function looksLikeResponsible(text: string): boolean {
  const clean = text.trim();
  if (clean === '' || clean.length > 220) return false;
  if (INITIALS.test(clean) && clean.replace(INITIALS, '').length < 100 && !ACTION.test(clean)) return true;
  return POST.test(clean) && !ACTION.test(clean);
}

const ACTION =
  /^(?:[–—•·-]\s*)?(?:\d+[.)]\s*)?(?!управлени[ея] (?:образован|по )|отделени|объединени|правлени)(?:[а-яё]+(?:ование|ирование|ение|ание|ация|яция|иция|екция)|анализ|мониторинг|контроль|сбор|отбор|подбор|участие|издание|принятие|подготовка|разработка|проверка|корректировка|диагностика|оценка|выставка|встреча|закрепление|заключение|обмен|отч[её]т[ы]?|изучение|выбор|закупка|покупка|подписание|осуществление|открытие|развитие|ведение|проведение)(?:[\s,:;]|$)/iu;

/** True when the text begins with the name of an action: «Формирование…», «Анализ…». */
export function looksLikeAction(text: string): boolean {
  return ACTION.test(text.trim());
}

/** True when the text begins with what has been done or a kind of document: «Сформированы пары», «Приказ ОО». */
export function looksLikeResult(text: string): boolean {
  const clean = text.trim().replace(/^[–—•·-]\s*/u, '');
  return (
    /^[а-яё]+(?:ен[аоы]?|[ая]н[аоы]?|[ая]т[аоы]?)\s/iu.test(clean) ||
    /^(?:приказ|протокол|справк|отч[её]т|письмо|регистр|перечень|база|банк|положение|план |план$|индивидуальные планы|соглашени|договор|аналитическ|материалы|информаци|фото)/iu.test(
      clean,
    )
  );
}

/** True for a row's own number: «1», «2.3.», «п. 4». */
export function looksLikeNumber(text: string): boolean {
  return /^(?:\d{1,3}(?:\s?\.\s?\d{1,3})*|[IVXІХ]{1,5})\s?[.)]?$/u.test(text.trim());
}

/** True for a mark in a schedule by quarters or months: «х», «+», «✓». */
export function looksLikeMark(text: string): boolean {
  return /^[xх+✓✔√v*●•■]$/iu.test(text.trim());
}

/** True for a cell that says «nothing»: a dash or a run of them. */
export function looksEmpty(text: string): boolean {
  return /^[-–—_.\s]*$/u.test(text);
}
