import { type PlainDate, plainDate } from '@nastavnik/domain/calendar/plain-date';

/** The only source of the present. Tests move it. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands until it is moved. */
export class MovableClock implements Clock {
  #now: Date;
  constructor(start: string | Date) {
    this.#now = new Date(start);
  }
  now(): Date {
    return new Date(this.#now);
  }
  moveTo(moment: string | Date): void {
    this.#now = new Date(moment);
  }
}

/** The calendar day of a moment in an IANA time zone. */
export function dayIn(timeZone: string, moment: Date): PlainDate {
  return plainDate(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment));
}
