import type { Notes } from '../notes.ts';
import { relativeWidth } from './letter-widths.ts';
import type { VisualLine } from './text-lines.ts';

export type Unwrapped = { readonly text: string; readonly bold: boolean; readonly first: VisualLine };

/**
 * Puts the lines of a cell or column back into paragraphs. A line was wrapped when the first word of the next one had
 * no room on it; otherwise somebody began a new line. `left … right` is the room that the text had.
 */
export function unwrap(
  lines: readonly VisualLine[],
  room: { left: number; right: number },
  notes: Notes,
  continued: typeof isContinued = isContinued,
): Unwrapped[] {
  const paragraphs: { text: string; bold: boolean; first: VisualLine }[] = [];
  // A list has its semicolons at the ends of lines, a sentence has them anywhere.
  const isList = !lines.some((line) => /;\s*\S/.test(line.text));
  let before: VisualLine | undefined;
  for (const line of lines) {
    const open = paragraphs[paragraphs.length - 1];
    const isNext = (isList && before?.text.endsWith(';')) || (DASH.test(open?.text ?? '') && DASH.test(line.text));
    if (open && before && !isNext && continued(before, line, room)) {
      open.text = glued(open.text, line.text, before, room, notes);
      open.bold &&= line.bold;
    } else {
      paragraphs.push({ text: line.text, bold: line.bold, first: line });
    }
    before = line;
  }
  return paragraphs;
}

export function isContinued(before: VisualLine, line: VisualLine, room: { left: number; right: number }): boolean {
  if (before.text.includes('\t') || line.text.includes('\t') || before.bold !== line.bold) return false;
  if (line.y - before.y > Math.max(line.size, before.size) * 1.9 || Math.abs(line.size - before.size) > 1) return false;
  if (!isAligned(before, line) || OPENS.test(line.text)) return false;
  if (STARTS_ITEM.test(line.text) && !/[,(№-]$/.test(before.text) && !isDashInside(before, line)) return false;
  if (/[а-яёa-z][-\u2010–—]$/i.test(before.text) && /^[а-яёa-z]/.test(line.text)) return true;
  if (LEANS_FORWARD.test(before.text) || before.hyphen === 'broken') return true;
  const unit = relativeWidth(` ${firstUnit(line.text)}`) / relativeWidth(line.text);
  // A sentence that ends where the room does may have ended the paragraph too: only a word that clearly had no room goes on.
  const slack = ENDS_ITEM.test(before.text) ? -(line.size * 0.3) : 1;
  return before.right + unit * (line.right - line.left) > room.right - slack;
}

const ENDS_ITEM = /[.;:!?]$/;

/** A stamp, or words with a colon that say what follows: nobody begins them in the middle of a sentence. */
const OPENS =
  /^(?:УТВЕРЖД|СОГЛАСОВ|ПРИНЯТ|РАССМОТР|(?:Утверждаю|Утверждено|Согласовано|Принято|Рассмотрено)(?=[\s:]|$)|Задач[аи] [^:,;–]{0,30}[–—]|(?:Цел[ьи]|Задач[аи]|Ф\. ?И\. ?О|ФИО|Куратор|Наставни[кц]|Наставляем|Молодой|Руководител|Ответственн|Ожидаем|Составил|Исполнител|Форм[аы]|Тема|Участник|Срок|Период)[^:,;]{0,40}:)/;

/** «(форма: учитель» / «– учитель)»: a dash inside brackets begins no item, nor does one before a small letter in a sentence. */
function isDashInside(before: VisualLine, line: VisualLine): boolean {
  if (/^[–—-]\s[^(]*\)/.test(line.text) && before.text.lastIndexOf('(') > before.text.lastIndexOf(')')) return true;
  return /^[–—]\s[«"]?[а-яё]/.test(line.text) && /[а-яё»)]$/.test(before.text) && !DASH.test(before.text);
}

const DASH = /^[–—•-]\s/;

/** The words of a line that cannot be parted: a no-break space, which a PDF does not tell from others, holds them together. */
function firstUnit(text: string): string {
  return (UNIT.exec(text) ?? /^[^ ]*/.exec(text))?.[0] ?? '';
}

/** «14 марта», «2025 г.», «№ 5», «Петрова О.С.», «О.С. Петрова». */
const UNIT =
  /^(?:\d{1,2} (?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]*|\d{4} (?:гг?\.|год[а-яё]*)|№ \S+|[А-ЯЁ][а-яё]+ [А-ЯЁ]\. ?[А-ЯЁ]\.|[А-ЯЁ]\. ?[А-ЯЁ]\. [А-ЯЁ][а-яё]+)[^ ]*/;

/** Where the room is only guessed, a line goes on only if it shows so: by a small letter, or inside quotation marks. */
export function isSurelyContinued(
  before: VisualLine,
  line: VisualLine,
  room: { left: number; right: number },
): boolean {
  const isOpen = before.text.lastIndexOf('«') > before.text.lastIndexOf('»');
  if (!/^[а-яёa-z(]/.test(line.text) && !isOpen && !LEANS_FORWARD.test(before.text)) return false;
  return isContinued(before, line, room);
}

/** Lines of one paragraph begin near one another (but for indents) or stand around one middle. */
function isAligned(before: VisualLine, line: VisualLine): boolean {
  const middle = (of: VisualLine): number => (of.left + of.right) / 2;
  return Math.abs(before.left - line.left) < line.size * 5 || Math.abs(middle(before) - middle(line)) < line.size * 0.5;
}

/** A preposition, conjunction or sign that nobody ends a line with on purpose. */
const LEANS_FORWARD = /(?:^|\s)(?:в|во|на|с|со|по|до|от|из|к|ко|о|об|за|для|при|и|или|не|чем)$|\s[№«]$/;

/** «1.», «2.1», «3)», «–», «•»: what begins an item. A date («13.09.2024») or a bare number does not. */
export const STARTS_ITEM =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|\d{1,2}\.\d{1,2}\s|[а-яa-z]\)\s|[–—•-]\s|[IVX]{1,5}\.\s)/;

const letterWidth = (line: VisualLine): number => (line.right - line.left) / Math.max(1, line.text.length);

/** A text and its next line, put together at the break: a hyphen that only the break has made goes, a cut word is whole again. */
export function glued(text: string, next: string, before: VisualLine, room: { right: number }, notes: Notes): string {
  const [tail = ''] = text.split(/\s+/).slice(-1);
  const [head = ''] = next.split(/\s+/, 1);
  if (before.hyphen === 'broken' && /^[а-яё]/.test(next)) {
    notes.add('broken-words-joined');
    return text + next;
  }
  if (/^[,.;:)»]/.test(next)) return text + next;
  if (/[а-яё][-\u2010]$/i.test(tail) && /^[а-яё]/.test(head)) {
    const isKept = before.hyphen === undefined ? isCompound(tail, head) : before.hyphen === 'kept';
    if (isKept) return text + next;
    notes.add('broken-words-joined');
    return text.slice(0, -1) + next;
  }
  const isFull = room.right - before.right < letterWidth(before) * 2;
  if (/[а-яё]$/i.test(tail) && isFull && cannotBegin(head)) {
    notes.add('broken-words-joined');
    return text + next;
  }
  // «п/п», «сентябрь–октябрь» may break after their sign.
  return /[а-яё0-9][/–—]$/i.test(tail) && /^[а-яё0-9]/i.test(next) ? text + next : `${text} ${next}`;
}

/**
 * «социально-педагогический» keeps its hyphen, «профессио-нальный» does not: the first part of a compound is a known one
 * or an adverb in -но or -ско, the second an adjective; or the second is a noun that joins others («педагог-психолог»).
 */
function isCompound(tail: string, head: string): boolean {
  const first = /([^-]*).$/.exec(tail)?.[1]?.toLowerCase() ?? '';
  if (/^(кое|из|во|в)$/.test(first)) return true;
  if (MONTH.test(first) && MONTH.test(head)) return true;
  if (first.length > 2 && SECOND_NOUN.test(head)) return true;
  if (first === 'по') return /^[а-яё]+(ому|ему|ски|цки)[.,;:)]*$/.test(head);
  const isFirstPart = FIRST_PARTS.has(first) || (first.length > 4 && /(но|ско)$/.test(first) && !head.startsWith('ва'));
  return isFirstPart && head.length > 5 && ADJECTIVE.test(head);
}

const MONTH = /^(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]{0,2}[.,;]?$/;
const FIRST_PARTS = new Set(
  'психолого медико технико историко практико физико химико эколого северо юго литературно аналитико'.split(' '),
);
/** Whole words only: «пер-воклассник» and «мето-дист» are cut. */
const SECOND_NOUN =
  /^(?:психолог|организатор|библиотекар|логопед|дефектолог|предметник|предметниц|партн[её]р|стажист|стаж[её]р|новатор|тьютор|наставник|наставниц|наставляем|ученик|студент|учител|педагог|методист|куратор|родител|работодател|выпускник|воспитател|знакомств|встреч|планировани|класс|ресурс|сайт|платформ|площадк|график|конспект|отч[её]т|игр|викторин|бесед|практик|практикум|тренинг|анкет|анкетировани|опрос|заняти|семинар|консультаци|марафон|урок|конкурс|акци|конференци|группа|группы|карт)(?:а|я|у|ю|ом|ем|ой|ей|е|ы|и|ь|о|ов|ам|ям|ами|ями|ах|ях|ые|ых|ым|ыми|ого|ому|ие|ия|ию|ий|иям|иями|иях|ием)?[.,;:)»]*$/;
const ADJECTIVE = /(ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ыми|ими|ую|юю)[.,;:)]*$/;

/** No Russian word begins with ь, ъ or ы, or has no vowel, save a few little ones; «ик» and «ние» are endings. */
function cannotBegin(head: string): boolean {
  const word = head.replace(/[^а-яё]+$/i, '');
  if (/^[ьъы]/.test(word)) return true;
  if (!/^[а-яё]+$/.test(word)) return false;
  if (LITTLE.has(word)) return false;
  return !/[аеёиоуыэюя]/.test(word) || word.length <= 2 || ENDINGS.test(word);
}

const LITTLE = new Set(
  'и в с к о у а я на по за из до от об не ни ли же бы во со ко их он мы вы то их ее её им ей ул пр др тд тп кл мл ст'.split(
    ' ',
  ),
);
const ENDINGS =
  /^(ние|ния|нию|ный|ной|ного|ных|ность|ности|ство|ства|ский|ских|тель|теля|тели|ция|ции|ник|ника|ники|ков|ров|лей)$/;
