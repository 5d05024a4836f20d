import type { CardFault, CardPart, CompetenceCard, TimeWindow } from './competence-card.ts';

/** An empty card, as it is opened when a mentor enters the bank. New mentees are taken until somebody says otherwise. */
export const EMPTY_CARD: CompetenceCard = {
  forms: [],
  competences: [],
  achievements: [],
  experienceYears: null,
  motives: [],
  interests: [],
  menteeAges: null,
  hoursAWeek: null,
  times: [],
  places: [],
  distanceKm: null,
  capacity: null,
  takesNew: true,
  topicsNotToTake: '',
  trainingNeeded: '',
};

/**
 * Parts that `select` waits for («questionnaire filled», LIFECYCLE 4.3): what for, with what, for how many, when and
 * where. Without them a mentor cannot be matched; all other parts may stay empty.
 */
export function missingOfCard(card: CompetenceCard): readonly CardPart[] {
  const missing: CardPart[] = [];
  if (card.forms.length === 0) missing.push('forms');
  if (card.competences.length === 0) missing.push('competences');
  if (card.capacity === null) missing.push('capacity');
  // Whoever meets online only may agree on times with the mentee; hours a week are enough then.
  if (card.times.length === 0 && card.hoursAWeek === null) missing.push('times');
  if (card.places.length === 0) missing.push('places');
  return missing;
}

export type CardSurroundings = {
  /** Ids of the school's catalogue, those switched off too: old cards keep them. */
  readonly competences: ReadonlySet<string>;
  /** Ids of the school's forms. */
  readonly forms: ReadonlySet<string>;
  /** G-LOAD: mentees at most, a setting of the regulation (3 by default). */
  readonly limit: number;
};

/** What cannot stand in a card. Missing parts are no fault: a card is filled bit by bit (`missingOfCard`). */
export function cardFaults(
  card: CompetenceCard,
  { competences, forms, limit }: CardSurroundings,
): readonly CardFault[] {
  const faults: CardFault[] = [
    ...card.competences
      .filter((id) => !competences.has(id))
      .map((id): CardFault => ({ code: 'card.unknown-competence', id })),
    ...card.forms.filter((id) => !forms.has(id)).map((id): CardFault => ({ code: 'card.unknown-form', id })),
  ];
  if (card.capacity !== null && !isWhole(card.capacity, 1, limit)) faults.push({ code: 'card.capacity', limit });
  if (card.hoursAWeek !== null && !(card.hoursAWeek > 0 && card.hoursAWeek <= 40)) faults.push({ code: 'card.hours' });
  const ages = card.menteeAges;
  if (ages && !(isWhole(ages.from, 0, 100) && isWhole(ages.to, 0, 100) && ages.from <= ages.to)) {
    faults.push({ code: 'card.ages' });
  }
  card.times.forEach((time, at) => {
    const overlaps = card.times.slice(0, at).some((before) => overlap(before, time));
    if (!isWindow(time) || overlaps) faults.push({ code: 'card.times', at });
  });
  return faults;
}

function isWindow({ weekday, from, to }: TimeWindow): boolean {
  return isWhole(weekday, 1, 7) && isWhole(from, 0, 24 * 60) && isWhole(to, 0, 24 * 60) && from < to;
}

function overlap(one: TimeWindow, other: TimeWindow): boolean {
  return one.weekday === other.weekday && one.from < other.to && other.from < one.to;
}

function isWhole(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}
