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

/** Of two who sign one document in their accounts, whose turn it is. */
type Side = 'subject' | 'representative';

/**
 * RULE-04: what is missing before the document may be given out. On paper the signer's address, identity document,
 * authority and contact may be written by hand — lines are printed for them, so the school need not keep them; in the
 * account it must be there before somebody signs: where two sign for themselves (RULE-06), each for the own paper.
 * @param by who signs now, of a document that two sign; without it the papers of both are asked for
 */
export function consentGaps(print: ConsentPrint, way: 'paper' | 'account', by?: Side): readonly ConsentGap[] {
  const { operator, subject, representative, template, participation } = print;
  const isWritten = (WRITTEN as readonly string[]).includes(template.kind);
  const isByHand = way === 'paper' || !isWritten;
  const isByTwo = template.audience === 'pupil' && by !== undefined;
  const isSubjectByHand = isByHand || (isByTwo && by === 'representative');
  const isOtherByHand = isByHand || (isByTwo && by === 'subject');
  const isForChild = template.audience !== 'adult';
  const gaps: [ConsentGap, boolean][] = [
    ['operator.name', isBlank(operator.name)],
    ['operator.address', isBlank(operator.address)],
    ['subject.fullName', isBlank(subject.fullName)],
    ['subject.birthDate', isForChild && template.kind !== 'mentoringDuty' && subject.birthDate === null],
    ['subject.address', !isSubjectByHand && template.audience !== 'representative' && isBlank(subject.address)],
    ['subject.identityDocument', !isSubjectByHand && isBlank(subject.identityDocument)],
    ['subject.contact', way === 'account' && template.kind === 'dissemination' && isBlank(subject.contact)],
    ['representative', isForChild && representative === null],
    ['representative.fullName', representative !== null && isBlank(representative.fullName)],
    ['representative.address', !isOtherByHand && representative !== null && isBlank(representative.address)],
    [
      'representative.identityDocument',
      !isOtherByHand && representative !== null && isBlank(representative.identityDocument),
    ],
    ['representative.authority', !isOtherByHand && representative !== null && isBlank(representative.authority)],
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
