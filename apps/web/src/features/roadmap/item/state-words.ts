import type { Item, Occurrence, Roadmap } from '@nastavnik/contracts/roadmaps';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { daysBetween } from '@nastavnik/domain/calendar/plain-date';
import { dayInWords, lateBy, untilDay } from '../../../lib/dates/dates.ts';
import type { Language } from '../../../lib/texts.ts';
import type { StateTone } from '../../../ui/palette.ts';
import type { RoadmapSay } from '../roadmap-texts.ts';

export type StateWords = { readonly tone: StateTone; readonly words: string };
type Telling = { readonly today: PlainDate; readonly language: Language; readonly say: RoadmapSay };

/** The state of an item as a colleague says it: «Просрочено на 3 дня», «До 13 февраля», «Спит: при наличии наставляемых». */
export function itemInWords(item: Item, { today, language, say }: Telling): StateWords {
  if (item.state === 'cancelled') return { tone: 'quiet', words: say('state.cancelled') };
  if (item.state === 'notRequired') return { tone: 'quiet', words: say('state.notRequired') };
  if (!item.awake) return { tone: 'quiet', words: say('state.asleep', { condition: item.condition ?? '' }) };
  if (item.dueState === 'late' && item.lateDays) {
    return { tone: 'late', words: capital(lateBy(item.lateDays, language)) };
  }
  if (item.state === 'reported') return { tone: 'awaiting', words: say('state.waiting') };
  return placedInTime(
    { state: item.state, dueState: item.dueState, due: item.nextDue, start: firstStart(item) },
    { today, language, say },
  );
}

export function occurrenceInWords(occurrence: Occurrence, telling: Telling): StateWords {
  const { today, language, say } = telling;
  if (occurrence.state === 'cancelled') return { tone: 'quiet', words: say('state.cancelled') };
  if (occurrence.state === 'notRequired') return { tone: 'quiet', words: say('state.notRequired') };
  if (occurrence.state === 'reported') return { tone: 'awaiting', words: say('state.waiting') };
  if (occurrence.state === 'done' && occurrence.doneOn) {
    return { tone: 'done', words: say('state.doneOn', { day: dayInWords(occurrence.doneOn, today, language) }) };
  }
  if (occurrence.dueState === 'late' && occurrence.due) {
    return { tone: 'late', words: capital(lateBy(Math.max(1, daysBetween(occurrence.due, today)), language)) };
  }
  return placedInTime(occurrence, telling);
}

type Placed = Pick<Occurrence, 'state' | 'dueState' | 'due' | 'start'>;

function placedInTime({ state, dueState, due, start }: Placed, { today, language, say }: Telling): StateWords {
  const until = due ? untilDay(due, today, language) : null;
  switch (dueState) {
    case 'late':
      return { tone: 'late', words: say('state.late') };
    case 'done':
      return { tone: 'done', words: say('state.done') };
    case 'closed':
      return { tone: 'quiet', words: say('state.closed') };
    case 'asleep':
      return { tone: 'quiet', words: say('state.sleeps') };
    case 'onRequest':
      return { tone: 'onRequest', words: say('state.onRequest') };
    case 'dueSoon':
      return { tone: 'soon', words: until ? capital(until) : say('state.dueSoon') };
    case 'open':
      if (state === 'inProgress') {
        return { tone: 'open', words: until ? say('state.inProgressUntil', { until }) : say('state.inProgress') };
      }
      return { tone: 'open', words: until ? capital(until) : say('state.open') };
    case 'ahead':
      return {
        tone: 'quiet',
        words: start
          ? say('state.from', { day: dayInWords(start, today, language) })
          : until
            ? capital(until)
            : say('state.ahead'),
      };
  }
}

function firstStart(item: Item): PlainDate | null {
  return item.occurrences.find((each) => each.due === item.nextDue)?.start ?? null;
}

const RUNNING: readonly Roadmap['state'][] = ['inForce', 'superseded', 'closed', 'archived'];

/** Before a plan is put into force nobody is late with it. */
export function isRunning({ state }: Pick<Roadmap, 'state'>): boolean {
  return RUNNING.includes(state);
}

const PARTS = ['deadline', 'responsible', 'result'] as const;

/** An item of a plan that is being prepared: whole, or what it lacks. What an amendment takes over as done stays done. */
export function preparedInWords(item: Item, { say }: Pick<Telling, 'say'>): StateWords {
  if (item.state === 'done') return { tone: 'done', words: say('state.done') };
  const missing = PARTS.filter((part) => item[part] === null);
  if (missing.length === 0) return { tone: 'quiet', words: say('state.whole') };
  return {
    tone: 'soon',
    words: capital(say('missing.needs', { parts: missing.map((part) => say(`missing.part.${part}`)).join(', ') })),
  };
}

/** A term on the timeline and in the calendar; of a plan that is being prepared it is planned, not late. */
export function plannedInWords(plan: Pick<Roadmap, 'state'>, occurrence: Occurrence, telling: Telling): StateWords {
  return isRunning(plan) || occurrence.state === 'done'
    ? occurrenceInWords(occurrence, telling)
    : { tone: 'open', words: telling.say('state.planned') };
}

/** How many of several occurrences are done; null for an item with one. */
export function doneOfMany(item: Item): { done: number; of: number } | null {
  const live = item.occurrences.filter((each) => each.state !== 'cancelled' && each.state !== 'notRequired');
  return live.length > 1 ? { done: live.filter((each) => each.state === 'done').length, of: live.length } : null;
}

export function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
}

export const ROADMAP_TONES: Record<Roadmap['state'], StateTone> = {
  draft: 'quiet',
  underReview: 'awaiting',
  returned: 'late',
  agreed: 'awaiting',
  approved: 'open',
  inForce: 'open',
  superseded: 'quiet',
  closed: 'done',
  archived: 'quiet',
};
