import type { DraftRemark, RoadmapDraft } from '../roadmap-draft.ts';
import { textsOfDraft } from './draft-texts.ts';
import { remark } from './remark-codes.ts';

/** The norms a mentoring plan stands on, how they are rightly numbered, and the slips that plans are seen to make. */
const NORMS: readonly { readonly right: string; readonly shape: RegExp; readonly near?: RegExp }[] = [
  // Order of the Ministry of Education of 25.12.2019 № Р-145, the target model.
  { right: 'Р-145', shape: /Р\s?[-–]?\s?\d{1,4}(?![\d/])/gu, near: /25\.12\.2019|25 декабря 2019|целевой\)? модели/u },
  // Letter of 21.12.2021 № АЗ-1128/08, the recommendations on mentoring of teachers.
  { right: 'АЗ-1128/08', shape: /А[3З]\s?[-–]?\s?\d{3,4}\s?\/\s?\d{1,2}/gu },
  // Labour Code, article 351.8.
  { right: '351.8', shape: /(?<=ст(?:атья|атьи|атьёй|атьей|атье|\.)\s?)3[58][158]\.[18](?!\d)/giu },
  // Letter of 23.01.2020 № МР-42/02, the methodical recommendations.
  { right: 'МР-42/02', shape: /МР\s?[-–]?\s?\d{2}\s?\/\s?0?\d/gu },
];

/** Wrong numbers of norms, each with its mend: «Р-14» for «Р-145», «АЗ1128/08», «ст. 358.1». */
export function normRemarks(draft: RoadmapDraft): DraftRemark[] {
  return textsOfDraft(draft).flatMap(({ text, path, source }) =>
    NORMS.flatMap(({ right, shape, near }) =>
      [...text.matchAll(shape)].flatMap((match) => {
        const found = match[0].trim();
        if (found === right || (near && !near.test(text)) || !isLike(found, right)) return [];
        const value = text.slice(0, match.index) + right + text.slice(match.index + match[0].length);
        return [remark('remark.norm-number', found, source, { path, value })];
      }),
    ),
  );
}

/** The same digits in another writing, or at most one digit lost, added or two exchanged. */
function isLike(found: string, right: string): boolean {
  const [one, other] = [found.replace(/\D/gu, ''), right.replace(/\D/gu, '')];
  if (one === other) return true;
  if (one.length === other.length) return one.split('').toSorted().join('') === other.split('').toSorted().join('');
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    long.length - short.length === 1 &&
    long.split('').some((_, index) => long.slice(0, index) + long.slice(index + 1) === short)
  );
}
