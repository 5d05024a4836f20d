/**
 * Groups of fields about a person that are seen or not seen together (PRIVACY §3). Contacts of minors and of adults
 * are two groups (RULE-46), and so are an employee's flags and their contents (RULE-43).
 */
export const FIELD_GROUPS = [
  /** Name, class or post, role. */
  'identity',
  /** RULE-31. */
  'firstNameAndClass',
  'birthDate',
  'ageGroup',
  'adultContacts',
  'minorContacts',
  'identityDocument',
  'snils',
  'representatives',
  'request',
  'competenceCard',
  'preferences',
  /** «С кем нет». */
  'notWithWhom',
  'needsSupport',
  'clearanceFlags',
  'personnelData',
  'consentStatus',
  'consentDocuments',
  'trainingFlags',
  'interview',
  'plan',
  'meetings',
  /** RULE-31: all of the meetings that a partner sees. */
  'meetingTimes',
  'surveyAnswers',
  'wellbeing',
  'history',
  'disclosureLog',
] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** How the asker stands to the person whose card it is. One asker may stand in several relations. */
export const ASKER_RELATIONS = [
  'self',
  'representative',
  'curator',
  'workingGroupMember',
  'director',
  'deputyDirector',
  'ownClassTeacher',
  'ownAssociationHead',
  'personnelOfficer',
  'psychologist',
  'pairMentor',
  'pairMentee',
  'partnerOfPair',
  'dataProtectionOfficer',
  /** Compares the signed paper with the document of identity and of authority (RULE-08). */
  'consentVerifier',
  'systemAdministrator',
  'siteEditor',
  'coordinatorAbove',
] as const;
export type AskerRelation = (typeof ASKER_RELATIONS)[number];
