import type { PlainDate } from '../calendar/plain-date.ts';
import { age } from './age.ts';

/**
 * Teaching experience: known by the day it counts from, or as somebody told it on a day (a staff list says «3 года»);
 * from then on it grows while the teacher works.
 */
export type TeachingExperience =
  | { readonly kind: 'since'; readonly day: PlainDate }
  | { readonly kind: 'told'; readonly years: number; readonly on: PlainDate };

/** Full years of teaching on a day; not below zero. */
export function teachingYears(experience: TeachingExperience, on: PlainDate): number {
  const years =
    experience.kind === 'since' ? age(experience.day, on) : experience.years + Math.max(0, age(experience.on, on));
  return Math.max(0, years);
}

export type YoungSpecialistSetting = {
  /** Full years at most, 3 by IND-14. */
  readonly atMostYears: number;
  /** Age at most, 35 where the school says so; `null`: any age. */
  readonly atMostAge: number | null;
};

export const YOUNG_SPECIALIST_RULE: YoungSpecialistSetting = { atMostYears: 3, atMostAge: null };

export type TeacherFacts = {
  readonly isTeacher: boolean;
  readonly experience: TeachingExperience | null;
  readonly birthDate: PlainDate | null;
};

export type YoungSpecialist =
  | { readonly young: true; readonly years: number }
  | { readonly young: false; readonly because: 'notTeacher' | 'experienced' | 'older' }
  /** Counted neither as young nor as not: the list of those whose data are missing. */
  | { readonly young: null; readonly missing: 'experience' | 'birthDate' };

/** IND-14: a teacher with 0–3 full years of teaching experience; by setting also up to an age, inclusive. */
export function youngSpecialist(
  { isTeacher, experience, birthDate }: TeacherFacts,
  on: PlainDate,
  setting: YoungSpecialistSetting = YOUNG_SPECIALIST_RULE,
): YoungSpecialist {
  if (!isTeacher) return { young: false, because: 'notTeacher' };
  const years = experience === null ? null : teachingYears(experience, on);
  if (years !== null && years > setting.atMostYears) return { young: false, because: 'experienced' };
  if (setting.atMostAge !== null && birthDate !== null && age(birthDate, on) > setting.atMostAge) {
    return { young: false, because: 'older' };
  }
  if (years === null) return { young: null, missing: 'experience' };
  if (setting.atMostAge !== null && birthDate === null) return { young: null, missing: 'birthDate' };
  return { young: true, years };
}
