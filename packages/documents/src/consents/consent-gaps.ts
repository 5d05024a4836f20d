import type { ConsentPrint } from './consent-print.ts';

/** A ★ field of DOC-12…17 that is empty, by its path in `ConsentPrint`. */
export type ConsentGap =
  | 'operator.name'
  | 'operator.address'
  | 'subject.fullName'
  | 'subject.birthDate'
  | 'subject.address'
  | 'subject.identityDocument'
  | 'subject.contact'
  | 'representative'
  | 'representative.fullName'
  | 'representative.address'
  | 'representative.identityDocument'
  | 'representative.authority'
  | 'participation'
  | 'template.purposes'
  | 'template.dataItems'
  | 'template.receivers'
  | 'template.resources'
  | 'template.term'
  | 'template.withdrawal'
  | 'signatures';

/** Kinds whose law wants the signer's paper and address in the document (152-ФЗ art. 9(4)). */
const WRITTEN = ['processing', 'special', 'employeeThirdParty'] as const;

/**
 * RULE-04: what is missing before the document may be given out. On paper the signer's address, identity document,
 * authority and contact may be written by hand — lines are printed for them, so the school need not keep them; in the
 * account everything must be there before the text is shown.
 */
export function consentGaps(print: ConsentPrint, way: 'paper' | 'account'): readonly ConsentGap[] {
  const { operator, subject, representative, template, participation } = print;
  const isWritten = (WRITTEN as readonly string[]).includes(template.kind);
  const isByHand = way === 'paper' || !isWritten;
  const isForChild = template.audience !== 'adult';
  const gaps: [ConsentGap, boolean][] = [
    ['operator.name', isBlank(operator.name)],
    ['operator.address', isBlank(operator.address)],
    ['subject.fullName', isBlank(subject.fullName)],
    ['subject.birthDate', isForChild && template.kind !== 'mentoringDuty' && subject.birthDate === null],
    ['subject.address', !isByHand && template.audience !== 'representative' && isBlank(subject.address)],
    ['subject.identityDocument', !isByHand && isBlank(subject.identityDocument)],
    ['subject.contact', way === 'account' && template.kind === 'dissemination' && isBlank(subject.contact)],
    ['representative', isForChild && representative === null],
    ['representative.fullName', representative !== null && isBlank(representative.fullName)],
    ['representative.address', !isByHand && representative !== null && isBlank(representative.address)],
    [
      'representative.identityDocument',
      !isByHand && representative !== null && isBlank(representative.identityDocument),
    ],
    ['representative.authority', !isByHand && representative !== null && isBlank(representative.authority)],
    ['participation', template.kind === 'participation' && participation === null],
    ['template.purposes', template.purposes.length === 0],
    ['template.dataItems', (isWritten || template.kind === 'dissemination') && template.dataItems.length === 0],
    ['template.receivers', isWritten && template.receivers.length === 0],
    ['template.resources', template.kind === 'dissemination' && template.resources.length === 0],
    ['template.term', isBlank(print.term) && isBlank(template.term?.text ?? null)],
    ['template.withdrawal', isBlank(template.withdrawal)],
    ['signatures', print.signatures.length === 0],
  ];
  return gaps.filter(([, isMissing]) => isMissing).map(([gap]) => gap);
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
