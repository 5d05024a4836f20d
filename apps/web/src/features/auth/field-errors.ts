import type { z } from 'zod';
import type { AuthSay } from './auth-texts.ts';

/** What is wrong with a form by its contract, as a sentence per field path («administrator.login»). */
export function fieldErrors(shape: z.ZodType, values: unknown, say: AuthSay): Record<string, string> {
  const read = shape.safeParse(values);
  if (read.success) return {};
  const errors: Record<string, string> = {};
  for (const issue of read.error.issues) {
    const path = issue.path.join('.');
    const field = String(issue.path.at(-1) ?? '');
    errors[path] ??=
      field === 'login' || field === 'email' || field === 'password' ? say(`field.${field}`) : say('field.required');
  }
  return errors;
}
