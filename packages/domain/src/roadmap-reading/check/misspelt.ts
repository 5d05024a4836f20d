import type { DraftRemark, RoadmapDraft } from '../roadmap-draft.ts';
import { textsOfDraft } from './draft-texts.ts';
import { remark } from './remark-codes.ts';

/** The words that every mentoring plan is made of; a word one letter away from one of them is a slip of the pen. */
const WORDS =
  'наставничество наставничества наставничестве наставников наставники наставляемых наставляемые наставляемого наставнических персонализированных персонализированной персонифицированных мероприятия мероприятий ответственный ответственные ответственных педагогических образовательной реализации реализация организация организации проведение формирование утверждение согласование методических мониторинг'.split(
    ' ',
  );

export function misspeltRemarks(draft: RoadmapDraft): DraftRemark[] {
  return [
    ...textsOfDraft(draft),
    ...(draft.layout ?? []).map(({ text, source }) => ({ text, source, path: null })),
  ].flatMap(({ text, path, source }) =>
    [...text.matchAll(/\p{L}{9,}/gu)].flatMap((match) => {
      const word = match[0].toLowerCase();
      if (WORDS.includes(word)) return [];
      const right = WORDS.find((known) => isSlip(word, known));
      if (!right) return [];
      const fixed =
        match[0].charAt(0) === match[0].charAt(0).toUpperCase()
          ? right.charAt(0).toUpperCase() + right.slice(1)
          : right;
      const mend =
        path === null
          ? undefined
          : { path, value: text.slice(0, match.index) + fixed + text.slice(match.index + match[0].length) };
      return [remark('remark.misspelt-word', match[0], source, mend)];
    }),
  );
}

/** One letter lost, added, changed or two exchanged, not at the end of the word: there it is only another case. */
function isSlip(word: string, right: string): boolean {
  if (Math.abs(word.length - right.length) > 1) return false;
  let from = 0;
  while (from < Math.min(word.length, right.length) && word[from] === right[from]) from += 1;
  if (from < 2 || from >= Math.min(word.length, right.length) - 3) return false;
  const [a, b] = [word.slice(from), right.slice(from)];
  return (
    a.slice(1) === b.slice(1) ||
    a === b.slice(1) ||
    a.slice(1) === b ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
