import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { DeadlineMeaning } from '@nastavnik/domain/deadlines/deadline-reading';
import { spanInWords } from '../../../lib/dates/dates.ts';
import type { Language } from '../../../lib/texts.ts';
import type { RoadmapSay } from '../roadmap-texts.ts';

const SHOWN = 4;

/** What a deadline means in dates: «1 сентября – 30 сентября; повторяется». */
export function meaningInWords(
  meaning: Pick<DeadlineMeaning, 'windows' | 'recurrence' | 'continuous' | 'onDemand' | 'external'>,
  today: PlainDate,
  language: Language,
  say: RoadmapSay,
): string {
  const windows = meaning.windows.map((window) => spanInWords(window, today, language));
  const dates = windows.length > SHOWN ? [...windows.slice(0, SHOWN), '…'] : windows;
  const kinds = [
    meaning.continuous ? say('deadline.continuous') : undefined,
    meaning.recurrence ? say('deadline.repeats') : undefined,
    meaning.onDemand ? say('deadline.onDemand') : undefined,
    meaning.external ? say('deadline.external') : undefined,
  ].filter((word): word is string => word !== undefined);
  const words = [...(dates.length > 0 ? [dates.join('; ')] : []), ...kinds];
  return words.length > 0 ? words.join(', ') : say('deadline.noDates');
}
