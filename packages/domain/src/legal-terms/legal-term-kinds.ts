/** Events of PRIVACY §4 whose term the law or the programme counts from the day of receipt. */
export const LEGAL_TERMS = [
  'withdrawal',
  'purposeReached',
  'stopProcessing',
  'stopDissemination',
  'thirdPartiesStopDissemination',
  'publishConditions',
  'unlawfulProcessing',
  'cannotBeMadeLawful',
  'wrongData',
  'unlawfullyObtained',
  'subjectRequest',
  'impossibleToDestroy',
  'leakNotice',
  'leakInquiry',
  'keepConsent',
  'keepDestructionAct',
  'employerCancelsMentoring',
] as const;
export type LegalTerm = (typeof LEGAL_TERMS)[number];
