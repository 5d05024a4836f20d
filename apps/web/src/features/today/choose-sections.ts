import type { TodayEntry, todayAnswer } from '@nastavnik/contracts/roadmaps';
import type { Role } from '@nastavnik/domain/access/roles';
import type { z } from 'zod';

type Today = z.infer<typeof todayAnswer>;
export type Task = Today['tasks'][number];

export const LISTS = ['waitingForMe', 'late', 'week', 'soon', 'onRequest', 'waitingForOthers'] as const;
export type List = (typeof LISTS)[number];
export type Act = 'report' | 'confirm' | 'open';
export type TodaySection = { readonly list: List; readonly entries: readonly TodayEntry[] };

/** Steps that need the director's hand; with them the screen of a director begins. */
const SIGNED: readonly Task['kind'][] = ['consider', 'agree', 'approve', 'enact', 'close'];

export function isDirector(roles: readonly Role[]): boolean {
  return roles.includes('director');
}

/** «На подпись» of the director and «Следующий шаг» of everybody, in the order of the server. */
export function splitTasks(tasks: readonly Task[], roles: readonly Role[]): { toSign: Task[]; steps: Task[] } {
  const signs = (task: Task) => isDirector(roles) && SIGNED.includes(task.kind);
  return { toSign: tasks.filter(signs), steps: tasks.filter((task) => !signs(task)) };
}

/** The lists that have something in them, the most pressing first. */
export function sectionsOf(today: Pick<Today, List>): TodaySection[] {
  return LISTS.map((list) => ({ list, entries: today[list] })).filter(({ entries }) => entries.length > 0);
}

/** The one thing this person does with the entry; all three open the item. */
export function actOf(list: List, entry: Pick<TodayEntry, 'mine'>): Act {
  if (list === 'waitingForMe') return 'confirm';
  return entry.mine && list !== 'waitingForOthers' ? 'report' : 'open';
}
