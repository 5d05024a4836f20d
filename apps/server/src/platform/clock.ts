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

/** There are some twenty zones that anybody lives in; a format is dearer than all that is formatted with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in an IANA time zone. */
export function dayIn(timeZone: string, moment: Date): PlainDate {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return plainDate(format.format(moment));
}
