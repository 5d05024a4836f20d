import type { Ledger } from '../ledger.ts';
import type { DraftApproval } from '../roadmap-draft.ts';
import { type Span, textOf } from '../text/span.ts';
import { datesIn } from './dates.ts';

/** Reads one stamp: who approved, agreed or adopted, when, and by which order or minutes. */
export function approvalOf(spans: readonly Span[], ledger: Ledger): DraftApproval {
  const text = ledger.take(spans);
  const document = documentOf(text);
  const dates = datesIn(text);
  const own = dates.find(({ date, from }) => from < (document?.from ?? Infinity) || date !== document?.date);
  // Line by line first: «… г. Ягодного» and «С.С. Щукин» below it are not one name.
  const person = spans.map((span) => personOf(textOf([span]))).find((name) => name !== null) ?? personOf(text);
  return {
    kind: kindOf(text),
    person,
    post: postOf(text, person),
    body: bodyOf(text),
    date: own?.date ?? document?.date ?? dates[0]?.date ?? null,
    document: document ? { kind: document.kind, number: document.number, date: document.date } : null,
    text,
    source: spans[0]?.piece.place ?? { block: 0 },
  };
}

function kindOf(text: string): DraftApproval['kind'] {
  const head = text.slice(0, 60);
  if (/согласован/iu.test(head)) return 'agreed';
  if (/принят|рассмотрен|одобрен/iu.test(head)) return 'adopted';
  return 'approved';
}

const NUMBER = '(?:№|N)\\s*([\\p{L}\\d][\\p{L}\\d/.-]*[\\p{L}\\d]|\\d)';

function documentOf(
  text: string,
): { kind: 'order' | 'minutes'; number: string | null; date: DraftApproval['date']; from: number } | null {
  const word = /протокол\p{L}*|приказ\p{L}*|распоряжени\p{L}*|постановлени\p{L}*/iu.exec(text);
  if (!word) return null;
  const rest = text.slice(word.index + word[0].length);
  const dates = datesIn(rest);
  const after = new RegExp(`^\\s*(?:г\\.?|года)?\\s*,?\\s*${NUMBER}`, 'iu');
  const beside = dates.map(({ to }) => after.exec(rest.slice(to))?.[1]).find((number) => number !== undefined);
  const before = new RegExp(`${NUMBER}\\s*(?:от|\\(|$)`, 'iu').exec(rest)?.[1];
  const any = new RegExp(`^[^«»]{0,40}?${NUMBER}`, 'iu').exec(rest)?.[1];
  return {
    kind: word[0].toLowerCase().startsWith('протокол') ? 'minutes' : 'order',
    number: beside ?? before ?? any ?? null,
    date: dates[0]?.date ?? null,
    from: word.index,
  };
}

const POST_WORD =
  /(?:и\s?\.?\s?о\s?\.?\s*)?(?:директор|заведующ|начальник|руководител|председател|глава|министр|заместител)\p{L}*/iu;

/** Initials before the surname are looked for first: in «Директор С.С. Щукин» the post is no surname. */
const NAMES: readonly RegExp[] = [
  /\p{Lu}\s?\.\s?(?:\p{Lu}\s?\.)?\s?\p{Lu}[\p{Ll}і]+(?:-\p{Lu}\p{Ll}+)?/gu,
  /\p{Lu}[\p{Ll}і]+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\s?\.\s?(?:\p{Lu}\s?\.)?/gu,
];

function personOf(text: string): string | null {
  const names = NAMES.flatMap((shape) => [...text.matchAll(shape)].map((match) => match[0].trim()));
  return names.find((name) => !POST_WORD.test(name)) ?? null;
}

function postOf(text: string, person: string | null): string | null {
  const match = POST_WORD.exec(text);
  if (!match) return null;
  const rest = text.slice(match.index);
  const stops = [
    person === null ? -1 : rest.indexOf(person),
    rest.search(
      /\/|_{2,}|\(подпись|\(расшифр|\s(?:от|приказ\p{L}*|протокол\p{L}*)\s|["“]\s*\d|\d{1,2}\.\d{2}\.\d{4}|«\s*_|«\s*\d/iu,
    ),
  ].filter((at) => at > 0);
  return rest.slice(0, Math.min(rest.length, ...stops)).replace(/[\s,.:–-]+$/u, '') || null;
}

const BODIES: readonly (readonly [RegExp, string])[] = [
  [/педагогическ\p{L}+\s+совет|педсовет/iu, 'педагогический совет'],
  [/управляющ\p{L}+\s+совет/iu, 'управляющий совет'],
  [/методическ\p{L}+\s+совет/iu, 'методический совет'],
  [/методическ\p{L}+\s+объединени/iu, 'методическое объединение'],
  [/наблюдательн\p{L}+\s+совет/iu, 'наблюдательный совет'],
  [/попечительск\p{L}+\s+совет/iu, 'попечительский совет'],
  [/совет\p{L}*\s+родител/iu, 'совет родителей'],
  [/совет\p{L}*\s+обучающ/iu, 'совет обучающихся'],
  [/общ\p{L}+\s+собрани\p{L}+/iu, 'общее собрание'],
  [/профсоюзн\p{L}+\s+комитет|профком/iu, 'профсоюзный комитет'],
  [/рабоч\p{L}+\s+групп/iu, 'рабочая группа'],
];

function bodyOf(text: string): string | null {
  return BODIES.find(([words]) => words.test(text))?.[1] ?? null;
}

/** A line that may stand inside a stamp. */
export function belongsToStamp(text: string): boolean {
  return (
    POST_WORD.test(text) ||
    datesIn(text).length > 0 ||
    personOf(text) !== null ||
    bodyOf(text) !== null ||
    /протокол|приказ|распоряжени|постановлени|заседани|департамент|администрац|министерств|управлени|комитет|правительств|области|района|города|_{2,}|\(подпись\)|расшифровка|^\/|№|20\d\d|учреждени|МБОУ|МАОУ|МКОУ|ГБОУ|МБДОУ|МАДОУ|МБУ|школ|^от\s/iu.test(
      text,
    )
  );
}
