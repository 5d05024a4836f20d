/**
 * Words that leave a list open. «иные» and «другие» may stand inside a sentence of their own («другой законный
 * представитель»), so they count before what the lists name, and at the end.
 */
const OPEN_ENDED = [
  String.raw`и\s*(?:т\.?\s*д|т\.?\s*п|пр|др)\.?(?![\p{L}\d])`,
  String.raw`и\s+так\s+далее`,
  String.raw`и\s+тому\s+подобн[а-яё]+`,
  String.raw`(?:и|или|а\s+также|,)\s+(?:все\s+)?(?:ин|друг|проч|люб|остальн)[а-яё]+(?:\s+[а-яё]+)?\s+(?:персональн[а-яё]+\s+)?(?:данн|сведени|информаци|документ|действи|цел|лиц|организаци|орган|материал)[а-яё]*`,
  String.raw`(?:и|или)\s+(?:ин[а-яё]{1,3}|друг[а-яё]{1,3}|проч[а-яё]{1,3})\s*(?:[.,;)]|$)`,
  String.raw`(?:ин|друг|проч|люб)(?:ые|ие|ая|ое|ых|их|ую|ой|ым|им)\s+(?:персональн[а-яё]+\s+)?(?:данн|сведени)[а-яё]*`,
  String.raw`включая,?\s+но\s+не\s+ограничиваясь`,
  String.raw`(?:^|[^\p{L}])etc\.?`,
];
const OPEN = new RegExp(`(?<![\\p{L}])(?:${OPEN_ENDED.join('|')})`, 'iu');

/** RULE-04: the list of data is closed, and so are those of purposes, actions and receivers. */
export function openEnding(text: string): string | null {
  return OPEN.exec(text.replaceAll('\u00a0', ' '))?.[0].trim() ?? null;
}
