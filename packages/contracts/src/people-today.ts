import { z } from 'zod';
import { id } from './shapes.ts';

/**
 * What waits for the caller among the people, in the order in which it is shown. `count` is the number of people (of
 * requests, tasks) behind it; `class` where it is about one class.
 */
export const PEOPLE_TASKS = [
  'duties.overdue',
  'duties',
  'demands',
  'invite.mentee',
  'invite.mentor',
  'enterBank.mentee',
  'enterBank.mentor',
  'requests',
  'signUps',
  'interests',
  'papers.class',
  'powers.class',
  'papers.staff',
] as const;

export const peopleTodayAnswer = z.object({
  tasks: z.array(
    z.object({
      kind: z.enum(PEOPLE_TASKS),
      count: z.number().int().positive(),
      class: z.object({ id, name: z.string() }).nullable(),
    }),
  ),
});
export type PeopleToday = z.infer<typeof peopleTodayAnswer>;
