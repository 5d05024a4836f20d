import type { PlainDate } from '../calendar/plain-date.ts';

export const ACHIEVEMENT_PROOFS = ['file', 'link', 'order', 'certificate', 'word'] as const;
export type AchievementProof = (typeof ACHIEVEMENT_PROOFS)[number];

/** C1: an achievement in a field, with what proves it. */
export type Achievement = {
  readonly field: string;
  readonly text: string;
  readonly on: PlainDate | null;
  readonly proof: { readonly kind: AchievementProof; readonly reference: string } | null;
};

export type MeetingPlace = 'atSchool' | 'online' | 'atPartner';

/** Weekday 1–7 with hours as minutes from midnight. */
export type TimeWindow = { readonly weekday: number; readonly from: number; readonly to: number };

/** DOC-20, the mentor's questionnaire as it is kept in the bank. */
export type CompetenceCard = {
  readonly forms: readonly string[];
  /** Ids of the competence catalogue. */
  readonly competences: readonly string[];
  readonly achievements: readonly Achievement[];
  readonly experienceYears: number | null;
  readonly motives: readonly string[];
  readonly interests: readonly string[];
  /** Wished age of mentees, full years; `null`: no wish. */
  readonly menteeAges: { readonly from: number; readonly to: number } | null;
  readonly hoursAWeek: number | null;
  readonly times: readonly TimeWindow[];
  readonly places: readonly MeetingPlace[];
  /** Kilometres the mentor is ready to travel; `null`: does not travel. */
  readonly distanceKm: number | null;
  /** Mentees at most, G-LOAD. */
  readonly capacity: number | null;
  /** «Принимаю новых сейчас». */
  readonly takesNew: boolean;
  readonly topicsNotToTake: string;
  readonly trainingNeeded: string;
};

/** Parts without which a card is not filled. */
export const CARD_PARTS = ['forms', 'competences', 'capacity', 'times', 'places'] as const;
export type CardPart = (typeof CARD_PARTS)[number];

export type CardFault =
  | { readonly code: 'card.missing'; readonly part: CardPart }
  | { readonly code: 'card.unknown-competence'; readonly id: string }
  | { readonly code: 'card.unknown-form'; readonly id: string }
  | { readonly code: 'card.capacity'; readonly limit: number }
  | { readonly code: 'card.hours' }
  | { readonly code: 'card.times'; readonly at: number }
  | { readonly code: 'card.ages' };
