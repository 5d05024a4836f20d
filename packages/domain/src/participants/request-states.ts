import type { Role } from '../access/roles.ts';
import type { PlainDate } from '../calendar/plain-date.ts';

/** LIFECYCLE 4.6. */
export const REQUEST_STATES = [
  'draft',
  'submitted',
  'accepted',
  'inMatching',
  'matched',
  'closed',
  'returned',
  'redirected',
  'cancelled',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** `open` writes the draft; `release` takes an unmatched request out of a round; `rematch` is the end of a pair before the goal. */
export const REQUEST_COMMANDS = [
  'open',
  'submit',
  'accept',
  'return',
  'redirect',
  'enterMatching',
  'release',
  'match',
  'rematch',
  'close',
  'cancel',
] as const;
export type RequestCommand = (typeof REQUEST_COMMANDS)[number];

export const REQUEST_RESULTS = ['solved', 'partly', 'notSolved'] as const;
export type RequestResult = (typeof REQUEST_RESULTS)[number];

export const REDIRECT_TARGETS = ['psychologist', 'socialTeacher', 'speechTherapist', 'otherService'] as const;
export type RedirectTarget = (typeof REDIRECT_TARGETS)[number];

export const URGENCIES = ['calm', 'soon', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** B1: where a request was found. */
export const REQUEST_SOURCES = [
  'personnelFile',
  'methodWork',
  'certification',
  'questionnaire',
  'classTeacher',
  'self',
  'event',
] as const;
export type RequestSource = (typeof REQUEST_SOURCES)[number];
/** Of a pupil the personnel office and the methodical work know nothing. */
const SOURCES_OF_WORK: readonly RequestSource[] = ['personnelFile', 'methodWork', 'certification'];

/** Where a request of this person may have been found. */
export function requestSourcesOf(standing: string): readonly RequestSource[] {
  return REQUEST_SOURCES.filter((source) =>
    standing === 'employee' ? source !== 'classTeacher' : !SOURCES_OF_WORK.includes(source),
  );
}

export type RequestTie = 'self' | 'representative' | 'ownClass' | 'ownAssociation';

export type RequestAsker =
  | { readonly kind: 'user'; readonly roles: readonly Role[]; readonly ties: readonly RequestTie[] }
  | { readonly kind: 'system' };

export type RequestContext = {
  readonly by: RequestAsker;
  /** G-PD of the mentee on this day. */
  readonly processingConsent: boolean;
  /** Full years of the mentee; `null` for an employee whose birth date nobody keeps, who is of age. */
  readonly age: number | null;
  readonly given: {
    readonly result?: RequestResult;
    readonly redirectTo?: RedirectTarget;
    /** return: what is to be put right. */
    readonly remark?: string;
  };
  /** submit: theme and own words are there. */
  readonly filled: boolean;
};

export type RequestRefusal =
  | 'request.state'
  | 'request.not-allowed'
  | 'request.consent-required'
  | 'request.adult-needed'
  | 'request.not-filled'
  | 'request.result-required'
  | 'request.target-required'
  | 'request.remark-required';

/** A need of one person, found in one place. Several of one theme become one entry of the list. */
export type RequestNote = {
  readonly id: string;
  readonly personId: string;
  /** Id of the catalogue, or `null` when nobody has put it under a theme. */
  readonly themeId: string | null;
  readonly source: RequestSource;
  readonly foundOn: PlainDate;
  readonly words: string;
  readonly wishedResult: string;
  readonly urgency: Urgency;
};

/** One entry of a person's list, whatever number of places it was found in. */
export type MergedRequest = {
  readonly personId: string;
  readonly themeId: string | null;
  readonly noteIds: readonly string[];
  readonly sources: readonly RequestSource[];
  readonly firstFoundOn: PlainDate;
  readonly lastFoundOn: PlainDate;
  readonly urgency: Urgency;
  /** The different words said, oldest first. */
  readonly words: readonly string[];
  readonly wishedResults: readonly string[];
};
