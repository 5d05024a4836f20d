/** Stable key of a mentor or a request inside a round. */
export type Id = string;

/**
 * A round of matching, frozen: everything the engine may know. An absent optional field means "not said", never "no":
 * a rule about it passes and a criterion about it counts as its neutral value. Fields the engine does not know are ignored.
 */
export interface Snapshot {
  version: 1;
  /** Decides between equally good results; any 32-bit integer. */
  seed: number;
  mentors: MentorIn[];
  /** A mentee may have several requests, e.g. two subjects. */
  requests: RequestIn[];
  policy: Policy;
  /** Pairs that a person has decided; they are kept. */
  locks: Lock[];
  exclusions: Exclusion[];
  preferences?: Preferences;
  /** Pairs announced earlier; keeping one is worth `policy.keepBonus` points. */
  published?: PublishedPair[];
  /** Scores counted elsewhere. When given, only the pairs listed here are candidates and criteria are not computed. */
  scores?: GivenScore[];
}

/** What may be said of either side. Lists hold free words that both sides share, e.g. names of subjects. */
export interface Profile {
  organization?: string;
  municipality?: string;
  /** Consents that the law asks of this side are in force, those of a minor's representative included. */
  consent?: boolean;
  languages?: string[];
  /** Free times of the week, numbers 0..27: day * 4 + part of the day. */
  slots?: number[];
  /** May meet on-line. */
  online?: boolean;
  /** The way of meeting this side would rather have. */
  prefers?: 'online' | 'faceToFace';
  /** Metres on a flat local map, whole numbers. */
  position?: { x: number; y: number };
  subjects?: string[];
  competences?: string[];
  goals?: string[];
  /** Further lists of words, named by criteria of kind `tags`. */
  tags?: Record<string, string[]>;
  /** Years of experience, 0 and up. */
  experience?: number;
  /** Free words about oneself or about the wish. */
  text?: string;
}

export interface MentorIn extends Profile {
  id: Id;
  /** Places still free, 0..1,000,000; a group is a mentor with several. */
  capacity: number;
  /** The person behind the mentor, if other than `id`. */
  person?: Id;
  /** The smallest group this mentor works with, see `Result.groups`. */
  minimum?: number;
  /** Not admitted now, whatever the capacity. */
  closed?: boolean;
  /** Mentoring forms this mentor is admitted for. */
  forms?: string[];
  /** Organisations with an agreement that lets this mentor come. */
  partnerOf?: string[];
}

export interface RequestIn extends Profile {
  id: Id;
  /** The person who asks, if it matters who (several requests of one, or a mentor who is also a mentee). */
  mentee?: Id;
  /** Whole points; where somebody must stay out, the higher stays in. */
  priority?: number;
  form?: string;
  /** Persons who may not mentor this one. */
  lineManagers?: Id[];
  relatives?: Id[];
}

export type Importance = 'veryImportant' | 'important' | 'desirable' | 'ignored' | 'required';

export type CriterionKind =
  | 'subjects'
  | 'competences'
  | 'goals'
  | 'tags'
  | 'languages'
  | 'slots'
  | 'organization'
  | 'municipality'
  | 'experience'
  | 'meeting'
  | 'text';

export interface Criterion {
  id: string;
  kind: CriterionKind;
  importance: Importance;
  /** Exact weight instead of the one that follows from `importance`, whole and positive. */
  weight?: number;
  /** Similarity 0..100 assumed where an answer is missing; 50 unless said. */
  neutral?: number;
  /** Which list a criterion of kind `tags` compares. */
  field?: string;
  /** The least similarity 0..100 that a required criterion accepts; 1 unless said. */
  least?: number;
}

export interface Policy {
  criteria: Criterion[];
  /** Mutual choice: of no account, the third level of the objective, or stable pairs by explicit lists. */
  mutual: 'ignore' | 'bonus' | 'stable';
  /** Lambda of the load cost `round(lambda * (2t - 1) / capacity)` of the t-th place; 0 switches it off. */
  loadBalance: number;
  keepBonus: number;
  /** Pairs below this score are not candidates. People must not be refused by a score alone, so off by default. */
  minScore?: number;
  /** Who may mentor across organisations: those with an agreement (default) or anyone in the round. */
  crossOrganization?: 'agreement' | 'anyone';
  /** Farthest way to meet face to face, metres. */
  maxDistance?: number;
}

export interface Lock {
  request: Id;
  mentor: Id;
}

export interface Exclusion {
  mentor: Id;
  request: Id;
  by: 'mentee' | 'mentor' | 'curator';
}

/** Groups are ties, best first. Somebody without a key has not answered. */
export interface Preferences {
  ofRequest: Record<Id, Id[][]>;
  ofMentor: Record<Id, Id[][]>;
}

export interface PublishedPair {
  request: Id;
  mentor: Id;
}

export interface GivenScore {
  request: Id;
  mentor: Id;
  /** 0..1000 */
  score: number;
}
