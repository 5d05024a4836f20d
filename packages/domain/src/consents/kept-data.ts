import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { legalDeadline } from '../legal-terms/legal-deadline.ts';
import type { ErasureGround } from './erasure.ts';

/** Everything that is kept about a person, by groups with one fate (PRIVACY §3, DOCUMENTS 0.6). */
export const DATA_GROUPS = [
  'name',
  'classAndPost',
  'birthDate',
  'contacts',
  'identityDocument',
  'address',
  'representation',
  'nomination',
  'request',
  'competenceCard',
  'preferences',
  'notWithWhom',
  'needsSupport',
  'interview',
  'clearance',
  'training',
  'plan',
  'meetings',
  'surveyAnswers',
  'messages',
  'publications',
  'photosAndVideos',
  'searchIndex',
  'exports',
  'notices',
  'account',
  'orders',
  'signedDocuments',
  'labourPapers',
  'consents',
  'auditLog',
  'backups',
  'indicators',
] as const;
export type DataGroup = (typeof DATA_GROUPS)[number];

/**
 * `destroy`: the row or the file goes. `code`: stays under a code in place of the name. `keep`: stays as it is on another
 * basis. `officerOnly`: stays, and none but the data protection officer sees it. `age`: a birth date becomes an age.
 * `review`: a free text that a person reads before it goes or stays. `rotate`: overwritten in its turn; listed in the act.
 */
export type Fate = 'destroy' | 'code' | 'keep' | 'officerOnly' | 'age' | 'review' | 'rotate';

/** RULE-16, RULE-18: at the destruction of one person's data. */
const DESTROYED: Record<DataGroup, Fate> = {
  name: 'code',
  classAndPost: 'destroy',
  birthDate: 'destroy',
  contacts: 'destroy',
  identityDocument: 'officerOnly',
  address: 'officerOnly',
  // That there was a power stands behind the signatures; the paper it rested on goes.
  representation: 'code',
  nomination: 'destroy',
  request: 'destroy',
  competenceCard: 'destroy',
  preferences: 'destroy',
  notWithWhom: 'destroy',
  needsSupport: 'destroy',
  interview: 'destroy',
  clearance: 'destroy',
  training: 'destroy',
  plan: 'destroy',
  meetings: 'code',
  surveyAnswers: 'destroy',
  messages: 'destroy',
  publications: 'destroy',
  photosAndVideos: 'destroy',
  searchIndex: 'destroy',
  exports: 'destroy',
  notices: 'destroy',
  account: 'destroy',
  // Archive law is the other basis: a registered order is not rewritten.
  orders: 'keep',
  signedDocuments: 'keep',
  labourPapers: 'keep',
  consents: 'officerOnly',
  auditLog: 'keep',
  backups: 'rotate',
  indicators: 'keep',
};

/** RULE-39: a closed cycle lives on without persons, and its numbers stay. */
const DEPERSONALISED: Record<DataGroup, Fate> = {
  ...DESTROYED,
  birthDate: 'age',
  request: 'review',
  plan: 'code',
  training: 'code',
  surveyAnswers: 'code',
  account: 'keep',
  publications: 'keep',
  photosAndVideos: 'keep',
};

/** What becomes of a group of data when one person's data are destroyed. */
export function fateOf(group: DataGroup, ground: ErasureGround): Fate {
  // Of a nominee who said no there is neither order nor consent in force: only the paper with the «нет» stays as proof.
  if (ground === 'refusal' && (group === 'identityDocument' || group === 'address' || group === 'meetings')) {
    return 'destroy';
  }
  return DESTROYED[group];
}

/** What becomes of a group of data when a cycle that is closed loses its persons. */
export function depersonalisedFateOf(group: DataGroup): Fate {
  return DEPERSONALISED[group];
}

/** RULE-18: the consent and its log may go after this day; until then the data protection officer alone sees them. */
export function consentKeptUntil(endedOn: PlainDate): PlainDate {
  return legalDeadline('keepConsent', endedOn);
}

/** RULE-38: act and log export. */
export function destructionActKeptUntil(ranOn: PlainDate): PlainDate {
  return legalDeadline('keepDestructionAct', ranOn);
}

/** PRIVACY §3, «с кем нет»: for safety, until the round is closed and a month more. */
export function notWithWhomGoesOn(roundClosedOn: PlainDate): PlainDate {
  return addDays(roundClosedOn, 30);
}
