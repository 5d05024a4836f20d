import type { SourcePlace } from '../../source/source-document.ts';
import type { DraftRemark } from '../roadmap-draft.ts';

/** Every remark the checker makes, with its weight. The screens word each code; docs/rules/reading-roadmaps.md has the Russian sentences. */
export const REMARKS = {
  'remark.nothing-found': 'error',
  'remark.title-missing': 'warning',
  'remark.period-unknown': 'warning',
  'remark.period-assumed': 'hint',
  'remark.deadline-before-approval': 'warning',
  'remark.agreed-after-approved': 'warning',
  'remark.adopted-after-approved': 'warning',
  'remark.norm-number': 'warning',
  'remark.leftover-year': 'warning',
  'remark.numbering-gap': 'hint',
  'remark.numbering-repeat': 'hint',
  'remark.no-responsible': 'warning',
  'remark.no-responsible-column': 'warning',
  'remark.no-deadline': 'warning',
  'remark.no-deadline-column': 'warning',
  'remark.no-result': 'hint',
  'remark.no-result-column': 'hint',
  'remark.consents-after-banks': 'error',
  'remark.year-slip': 'warning',
  'remark.deadline-outside-period': 'warning',
  'remark.deadline-ambiguous': 'hint',
  'remark.deadline-unreadable': 'warning',
  'remark.deadline-no-such-day': 'error',
  'remark.deadline-reversed': 'error',
  'remark.duplicate-activity': 'hint',
  'remark.row-scrambled': 'warning',
  'remark.stage-without-title': 'warning',
  'remark.unknown-column': 'hint',
  'remark.second-language': 'hint',
  'remark.misspelt-word': 'hint',
} as const satisfies Record<string, DraftRemark['severity']>;

export type RemarkCode = keyof typeof REMARKS;

export type Mend = NonNullable<DraftRemark['mend']>;

/** A remark with the weight of its code. */
export function remark(
  code: RemarkCode,
  text: string,
  source: SourcePlace | null,
  mend?: Mend,
): DraftRemark & { code: RemarkCode } {
  return { code, severity: REMARKS[code], text, source, ...(mend && { mend }) };
}
