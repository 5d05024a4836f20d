import { isPlainDate, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { z } from 'zod';

/** Pieces that several shapes share. */

export const id = z.uuid();

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const day = z
  .string()
  .refine((text): text is PlainDate => isPlainDate(text), { error: 'day' })
  .meta({ format: 'date', example: '2024-09-01' }) as unknown as z.ZodType<PlainDate, string>;

/** A moment, ISO 8601 with zone. */
export const moment = z.iso.datetime({ offset: true });

export const span = z.strictObject({ start: day, end: day }).refine((value) => value.start <= value.end, {
  error: 'span',
  path: ['end'],
});

/** One line of text a person typed: trimmed, not empty. */
export const line = (max = 300) => z.string().trim().min(1).max(max);

/** Longer text that may be empty. */
export const text = (max = 10_000) => z.string().trim().max(max);

/** A place of the time zone database, `Europe/Moscow`. Every day of an organisation is reckoned in it, by us and by the database. */
export const timeZone = z
  .string()
  .max(60)
  .refine((name) => /^[A-Z][A-Za-z_]+\/[A-Za-z_/-]+$/.test(name) && isTimeZone(name), { error: 'time-zone' });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** True: the warning was read, and it is so all the same: another person (`person.maybe-known`), no special data (RULE-11). */
export const evenSo = z.boolean().default(false);

export const none = z.null();

/** Commands that a person explains. */
export const reason = z.strictObject({ reason: line(1000) });

/** What the caller may do with the thing at hand: buttons follow it, the server decides again. */
export const may = <const Actions extends readonly string[]>(actions: Actions) =>
  z.object(
    Object.fromEntries(actions.map((action) => [action, z.boolean()])) as { [Key in Actions[number]]: z.ZodBoolean },
  );
