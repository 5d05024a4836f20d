import type { SourcePlace } from '../../source/source-document.ts';
import type { DraftRemark, RoadmapDraft } from '../roadmap-draft.ts';
import { remark } from './remark-codes.ts';

type Numbered = { readonly number: string; readonly source: SourcePlace };

/** Gaps and repeats in the numbers of sections, stages, activities and items. Each list is counted by itself. */
export function numberingRemarks(draft: RoadmapDraft): DraftRemark[] {
  const lists: Numbered[][] = [
    draft.sections.flatMap(({ heading, source }) => leading(heading, source)),
    draft.stages.flatMap(({ number, source }) => (number === null ? [] : [{ number, source }])),
  ];
  for (const stage of draft.stages) {
    const groups = new Map<string | null, Numbered[]>();
    for (const { number, measure, source, items } of stage.activities) {
      if (number !== null) groups.set(measure, [...(groups.get(measure) ?? []), { number, source }]);
      lists.push(items.flatMap((item) => leading(item, source)));
    }
    lists.push(...groups.values());
  }
  return lists.flatMap(remarksOfList);
}

function leading(text: string, source: SourcePlace): Numbered[] {
  const number = /^(\d{1,2}(?:\.\d{1,2})*)[.)]\s/u.exec(text)?.[1];
  return number === undefined ? [] : [{ number, source }];
}

function remarksOfList(list: readonly Numbered[]): DraftRemark[] {
  return list.slice(1).flatMap(({ number, source }, index) => {
    const before = list[index]?.number ?? '';
    const [one, other] = [split(before), split(number)];
    if (!one || !other || one.head !== other.head) return [];
    if (other.last === one.last) return [remark('remark.numbering-repeat', number, source)];
    return other.last > one.last + 1 ? [remark('remark.numbering-gap', `${before} → ${number}`, source)] : [];
  });
}

const ROMAN: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8, IX: 9, X: 10 };

function split(number: string): { head: string; last: number } | null {
  const roman = ROMAN[number.replace(/І/gu, 'I').replace(/Х/gu, 'X')];
  if (roman !== undefined) return { head: 'roman', last: roman };
  const steps = number.split('.').map((step) => step.trim());
  const last = Number(steps.at(-1));
  return Number.isInteger(last) ? { head: steps.slice(0, -1).join('.'), last } : null;
}
