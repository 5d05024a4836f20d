import type { TodayEntry } from '@nastavnik/contracts/roadmaps';
import { expect, test } from 'vitest';
import { actOf, sectionsOf, splitTasks, type Task } from './choose-sections.ts';

const entry = (title: string, mine = false): TodayEntry => ({
  roadmapId: 'r',
  itemId: title,
  occurrenceId: null,
  stage: 'Подготовка',
  title,
  due: null,
  dueState: 'open',
  state: 'planned',
  days: null,
  responsible: null,
  mine,
});
const task = (kind: Task['kind']): Task => ({ kind, title: 'План', roadmapId: 'r', importId: null });
const nothing = { late: [], week: [], soon: [], onRequest: [], waitingForMe: [], waitingForOthers: [] };

test('what waits for my confirmation stands before what is late, and that before the week', () => {
  const today = { ...nothing, week: [entry('неделя')], late: [entry('поздно')], waitingForMe: [entry('ждёт')] };
  expect(sectionsOf(today).map(({ list }) => list)).toEqual(['waitingForMe', 'late', 'week']);
});

test('a list with nothing in it is not shown', () => {
  expect(sectionsOf(nothing)).toEqual([]);
});

test('the director signs what needs a signature; the rest is a next step', () => {
  const tasks = [task('import'), task('approve'), task('wake'), task('close')];
  expect(splitTasks(tasks, ['director'])).toEqual({
    toSign: [task('approve'), task('close')],
    steps: [task('import'), task('wake')],
  });
  expect(splitTasks(tasks, ['curator'])).toEqual({ toSign: [], steps: tasks });
});

test.each([
  ['waitingForMe', false, 'confirm'],
  ['waitingForMe', true, 'confirm'],
  ['late', true, 'report'],
  ['late', false, 'open'],
  ['onRequest', true, 'report'],
  ['waitingForOthers', true, 'open'],
] as const)('in the list %s an item that is mine (%s) offers: %s', (list, mine, act) => {
  expect(actOf(list, entry('пункт', mine))).toBe(act);
});
