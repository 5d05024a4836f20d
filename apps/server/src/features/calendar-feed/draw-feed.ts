import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';

export type FeedEntry = {
  readonly occurrenceId: string;
  readonly title: string;
  readonly due: PlainDate;
  readonly late: boolean;
  readonly link: string;
};

/**
 * The terms of one person as a calendar: a whole day each, on the day they are due. A link can be passed on by mistake,
 * so there is no evidence, no note and no name of anybody in it. The same plan gives the same text.
 */
export function drawFeed(feed: {
  readonly name: string;
  readonly stamp: Date;
  readonly entries: readonly FeedEntry[];
}): string {
  const calendar = ical({
    name: feed.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'nastavnik', product: 'plan', language: 'RU' },
    ttl: 3600,
  });
  for (const entry of feed.entries) {
    calendar.createEvent({
      id: `${entry.occurrenceId}@nastavnik`,
      stamp: feed.stamp,
      start: entry.due,
      end: addDays(entry.due, 1),
      allDay: true,
      summary: entry.late ? `Просрочено: ${entry.title}` : entry.title,
      url: entry.link,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    });
  }
  return calendar.toString();
}
