import { isPlainDate, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { dayInWords } from '../../../lib/dates/dates.ts';
import type { Language } from '../../../lib/texts.ts';
import type { HistorySay } from './history-texts.ts';

export type HistoryEvent = {
  readonly type: string;
  readonly who: string;
  readonly data: Readonly<Record<string, unknown>>;
};
type Telling = { readonly today: PlainDate; readonly language: Language; readonly say: HistorySay };

/** Event → key of its sentence, for those whose words need nothing but what stands in `data` under the same name. */
const PLAIN = [
  'item.added',
  'item.removed',
  'item.started',
  'item.confirmed',
  'item.sent-back',
  'item.reopened',
  'item.overdue',
  'item.cancelled',
  'item.not-required',
  'item.woken',
  'evidence.added',
  'evidence.removed',
  'evidence.restored',
  'roadmap.retitled',
  'roadmap.corrected',
  'roadmap.submitted',
  'roadmap.returned',
  'roadmap.considered',
  'roadmap.asked',
  'roadmap.agreed',
  'roadmap.approved',
  'roadmap.enacted',
  'roadmap.superseded',
  'roadmap.amendment-begun',
  'roadmap.closed',
  'roadmap.archived',
  'stage.added',
  'stage.removed',
  'import.applied',
] as const;

const FIELDS = [
  'title',
  'stageId',
  'position',
  'number',
  'measure',
  'points',
  'deadline',
  'responsible',
  'result',
  'condition',
  'activityKind',
] as const;

/** What happened, in one sentence; and, under it, why. */
export function eventInWords(event: HistoryEvent, telling: Telling): { what: string; why: string[] } {
  const { say } = telling;
  const { data } = event;
  const said = [
    typeof data['reason'] === 'string' && data['reason'] ? say('reason', { reason: data['reason'] }) : undefined,
    typeof data['comment'] === 'string' && data['comment'] ? say('comment', { comment: data['comment'] }) : undefined,
    typeof data['note'] === 'string' && data['note'] ? say('note', { note: data['note'] }) : undefined,
  ];
  return { what: whatHappened(event, telling), why: said.filter((words): words is string => words !== undefined) };
}

function whatHappened({ type, data }: HistoryEvent, telling: Telling): string {
  const { say } = telling;
  const day = (key: string) => dayOf(data[key], telling);
  switch (type) {
    case 'item.edited':
      return say('item.edited', { fields: changes(data['changes'], say) });
    case 'item.reported':
      return say('item.reported', { day: day('doneOn') });
    case 'item.done':
      return say('item.done', { day: day('doneOn') });
    case 'item.postponed':
      return data['dueFrom']
        ? say('item.postponed', { from: day('dueFrom'), to: day('dueTo') })
        : say('item.postponedTo', { to: day('dueTo') });
    case 'item.requested':
      return data['due'] ? say('item.requestedUntil', { to: day('due') }) : say('item.requested');
    case 'roadmap.created':
      return say(data['amends'] ? 'roadmap.amending' : 'roadmap.created');
    case 'stage.edited':
      return say('stage.edited', { title: text(data['to']) });
    case 'roadmap.agreement-asked':
      return say('roadmap.asked');
  }
  const known = PLAIN.find((each) => each === type);
  if (!known) return say('other', { type });
  const values = Object.entries(data).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key, value] as const] : [],
  );
  return say(known, { title: '', body: '', number: '', person: '', ...Object.fromEntries(values) });
}

function dayOf(value: unknown, { today, language }: Telling): string {
  return typeof value === 'string' && isPlainDate(value) ? dayInWords(value, today, language) : '';
}

const SHORT = 60;

function changes(value: unknown, say: HistorySay): string {
  if (!Array.isArray(value)) return '';
  return value
    .flatMap((change: unknown) => {
      if (typeof change !== 'object' || change === null) return [];
      const { field, before, after } = change as Record<string, unknown>;
      const known = FIELDS.find((each) => each === field);
      if (!known) return [];
      const name = say(`field.${known}`);
      if (known === 'stageId' || known === 'position') return [name];
      return [say('field.change', { field: name, before: text(before), after: text(after) })];
    })
    .join('; ');
}

function text(value: unknown): string {
  const words = Array.isArray(value)
    ? value.join('; ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value ?? '');
  if (words === '' || words === '""') return '–';
  return words.length > SHORT ? `${words.slice(0, SHORT)}…` : words;
}
