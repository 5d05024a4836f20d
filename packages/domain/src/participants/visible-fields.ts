import type { AskerRelation, FieldGroup } from './field-groups.ts';
import { isInBank, type ParticipantState } from './participant-states.ts';

/** What about the person whose card it is matters to the answer. */
export type SeenPerson = {
  readonly kind: 'pupil' | 'employee' | 'other';
  /** Under 18, or under guardianship: RULE-46, and only then does a representative see anything. */
  readonly isMinor: boolean;
  readonly state: ParticipantState | null;
  /** RULE-15: consent withdrawn, data blocked until they are destroyed. */
  readonly isBlocked: boolean;
  /** Both sides confirmed the pair (G-MUTUAL): only then does the mentor's side read the request (PRIVACY §3). */
  readonly pairConfirmed: boolean;
};

const OFFICE = ['curator', 'director', 'deputyDirector'] as const;
const OWN = ['self', 'representative'] as const;
const PAIR = ['pairMentor', 'pairMentee'] as const;

/** PRIVACY §3 with RULE-11, 18, 28, 31, 43, 46. Who is not written in the row sees nothing of the group. */
const SEEN_BY: Record<FieldGroup, readonly AskerRelation[]> = {
  identity: [
    ...OWN,
    ...OFFICE,
    'workingGroupMember',
    'ownClassTeacher',
    'ownAssociationHead',
    'personnelOfficer',
    'psychologist',
    ...PAIR,
    'dataProtectionOfficer',
    'consentVerifier',
    'systemAdministrator',
  ],
  firstNameAndClass: [
    ...OWN,
    ...OFFICE,
    'workingGroupMember',
    'ownClassTeacher',
    'ownAssociationHead',
    'personnelOfficer',
    'psychologist',
    ...PAIR,
    'partnerOfPair',
    'dataProtectionOfficer',
    'consentVerifier',
    'systemAdministrator',
  ],
  birthDate: [...OWN, 'curator', 'personnelOfficer', 'consentVerifier'],
  ageGroup: [
    ...OWN,
    ...OFFICE,
    'workingGroupMember',
    'ownClassTeacher',
    'ownAssociationHead',
    'personnelOfficer',
    'psychologist',
    'pairMentor',
  ],
  adultContacts: ['self', 'curator', 'ownClassTeacher', 'ownAssociationHead', 'personnelOfficer'],
  minorContacts: [...OWN, 'curator', 'ownClassTeacher'],
  identityDocument: [...OWN, 'dataProtectionOfficer', 'consentVerifier'],
  snils: [...OWN, 'personnelOfficer'],
  representatives: [...OWN, 'curator', 'ownClassTeacher', 'consentVerifier'],
  request: [
    ...OWN,
    'curator',
    'workingGroupMember',
    'psychologist',
    'ownAssociationHead',
    'pairMentor',
    'partnerOfPair',
  ],
  competenceCard: [...OWN, ...OFFICE, 'workingGroupMember', 'personnelOfficer', 'ownAssociationHead', 'pairMentee'],
  preferences: ['self', 'curator', 'workingGroupMember'],
  notWithWhom: ['self', 'curator', 'psychologist'],
  needsSupport: [...OWN, 'curator', 'psychologist', 'ownClassTeacher'],
  clearanceFlags: ['self', 'curator', 'director', 'workingGroupMember', 'personnelOfficer'],
  personnelData: ['self', 'personnelOfficer', 'director'],
  consentStatus: [
    ...OWN,
    'curator',
    'director',
    'workingGroupMember',
    'ownClassTeacher',
    'personnelOfficer',
    'dataProtectionOfficer',
    'consentVerifier',
  ],
  consentDocuments: [...OWN, 'dataProtectionOfficer', 'consentVerifier'],
  trainingFlags: ['self', ...OFFICE, 'workingGroupMember', 'personnelOfficer'],
  interview: ['self', 'curator', 'workingGroupMember', 'psychologist'],
  plan: [...OWN, 'curator', 'director', ...PAIR],
  meetings: [...OWN, 'curator', 'director', ...PAIR],
  meetingTimes: [...OWN, 'curator', 'director', ...PAIR, 'partnerOfPair'],
  surveyAnswers: ['self'],
  wellbeing: ['self', 'psychologist'],
  history: [...OWN, ...OFFICE, 'dataProtectionOfficer'],
  disclosureLog: [...OWN, 'dataProtectionOfficer'],
};

/** RULE-03: what exists of a nominee at all. */
const BEFORE_CONSENT: readonly FieldGroup[] = [
  'identity',
  'firstNameAndClass',
  'adultContacts',
  'needsSupport',
  'consentStatus',
  'consentDocuments',
  'identityDocument',
  'representatives',
  'birthDate',
  'ageGroup',
  'snils',
  'minorContacts',
  'personnelData',
  'history',
  'disclosureLog',
];

/** Blocked data are kept for proof alone: RULE-15, RULE-18. */
const WHILE_BLOCKED: readonly AskerRelation[] = ['self', 'representative', 'dataProtectionOfficer'];
/** Never of pupils: LIFECYCLE §1. */
const NOT_OF_PUPILS: readonly AskerRelation[] = ['personnelOfficer', 'ownAssociationHead'];
const OF_PAIRS: readonly AskerRelation[] = ['pairMentor', 'pairMentee', 'partnerOfPair'];

/** May somebody in this relation see this group of fields of this person? Default deny. */
export function isVisible(group: FieldGroup, relation: AskerRelation, person: SeenPerson): boolean {
  if (!SEEN_BY[group].includes(relation) || !exists(group, person)) return false;
  if (relation === 'representative' && !person.isMinor) return false;
  if (relation === 'ownClassTeacher' && person.kind !== 'pupil') return false;
  if (NOT_OF_PUPILS.includes(relation) && person.kind !== 'employee') return false;
  if (person.isBlocked && !WHILE_BLOCKED.includes(relation)) return false;
  return group !== 'request' || !OF_PAIRS.includes(relation) || person.pairConfirmed;
}

/** Everything the asker may see, by all relations in which they stand to the person. */
export function visibleFields(relations: readonly AskerRelation[], person: SeenPerson): readonly FieldGroup[] {
  return GROUPS.filter((group) => relations.some((relation) => isVisible(group, relation, person)));
}

const GROUPS = Object.keys(SEEN_BY) as readonly FieldGroup[];

function exists(group: FieldGroup, { isMinor, kind, state }: SeenPerson): boolean {
  if (group === 'adultContacts' && isMinor) return false;
  if (group === 'minorContacts' && !isMinor) return false;
  if ((group === 'personnelData' || group === 'clearanceFlags') && kind === 'pupil') return false;
  const wasInBank =
    state !== null && (isInBank(state) || state === 'completed' || state === 'withdrawn' || state === 'excluded');
  return wasInBank || state === 'rejected' || BEFORE_CONSENT.includes(group);
}
