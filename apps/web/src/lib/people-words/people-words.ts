import type { ParticipantState } from '@nastavnik/domain/participants/participant-states';
import type { RequestState } from '@nastavnik/domain/participants/request-states';
import { isKnownCategory } from '@nastavnik/domain/people/teacher-categories';
import { catalogue, type TextKey } from '../texts.ts';
import { ru } from './texts.ru.ts';

/** Words about people of the programme that several screens share: steps, roles, and what is lacking. */
export const { useTexts: usePeopleWords } = catalogue('people-words', ru, () => import('./texts.en.ts'));

type Tone = 'done' | 'soon' | 'late' | 'onRequest' | 'awaiting' | 'open' | 'quiet';

/** How a step looks: what waits for somebody stands out, what has ended is quiet. */
export const STATE_TONE: Record<ParticipantState, Tone> = {
  nominated: 'soon',
  invited: 'awaiting',
  consentPending: 'awaiting',
  inBank: 'open',
  selected: 'open',
  assigned: 'open',
  active: 'done',
  completed: 'quiet',
  waiting: 'soon',
  refused: 'quiet',
  rejected: 'quiet',
  withdrawn: 'quiet',
  suspended: 'late',
  excluded: 'quiet',
};

export const REQUEST_TONE: Record<RequestState, Tone> = {
  draft: 'quiet',
  submitted: 'awaiting',
  accepted: 'open',
  inMatching: 'open',
  matched: 'done',
  closed: 'quiet',
  returned: 'soon',
  redirected: 'quiet',
  cancelled: 'quiet',
};

type Say = ReturnType<typeof usePeopleWords>;
export type Lacking = { readonly code: string; readonly data: Readonly<Record<string, unknown>> };

/** One sentence of what stands in the way: «Согласие на обработку данных: не хватает подписи (мама)». */
export function lackingWords(say: Say, { code, data }: Lacking): string {
  if (!code.startsWith('consent.'))
    return isKey(`lacking.${code}`) ? say(`lacking.${code}` as TextKey<typeof ru>) : code;
  const kind = `kind.${String(data['kind'])}`;
  const what = isKey(kind) ? say(kind as TextKey<typeof ru>) : '';
  const why = `lacking.${code}`;
  const names = Array.isArray(data['waitsFor']) ? data['waitsFor'].join(', ') : '';
  const sentence = isKey(why) ? say(why as TextKey<typeof ru>) : say('lacking.consent.other');
  return names === '' ? `${what}: ${sentence}` : `${what}: ${sentence} (${names})`;
}

function isKey(key: string): boolean {
  return Object.hasOwn(ru, key);
}

/** A category of a teacher in words: the school's own are words already. */
export function categoryWords(words: Say, category: string): string {
  return isKnownCategory(category) ? words(`category.${category}`) : category;
}
