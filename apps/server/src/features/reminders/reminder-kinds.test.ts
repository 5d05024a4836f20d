import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fill, REMINDER_KINDS, REMINDERS, unknownPlaceholders } from './reminder-kinds.ts';

test.each(REMINDER_KINDS)('our own text of «%s» has no hole in it', (kind) => {
  expect(unknownPlaceholders(kind, REMINDERS[kind])).toEqual([]);
  const values = Object.fromEntries(REMINDERS[kind].placeholders.map((name) => [name, 'слово']));
  const text = fill(REMINDERS[kind], values);
  expect(`${text.subject}${text.body}`).not.toMatch(/[{}]/);
});

test('a subject is one line, whatever is filled into it: no header can be smuggled in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const { subject } = fill(REMINDERS.late, { пункт: `${title}\r\nBcc: everybody@example.org` });
      expect(subject).not.toMatch(/[\r\n]/);
    }),
  );
});

test('words that look like placeholders inside a title stay as they are', () => {
  expect(fill(REMINDERS.late, { пункт: '{имя}' }).subject).toBe('Срок прошёл: {имя}');
});
