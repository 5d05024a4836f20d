import type { auditRow } from '@nastavnik/contracts/audit';
import type { z } from 'zod';
import type { Say, TextKey } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

type Word = TextKey<typeof ru>;
const isWord = (key: string): key is Word => Object.hasOwn(ru, key);

/** What happened, in words; of a type that has none yet, what it was done to. */
export function wordsOfEvent(
  event: Pick<z.infer<typeof auditRow>, 'type' | 'objectKind'>,
  say: Say<typeof ru>,
): string {
  for (const key of [`type.${event.type}`, `kind.${event.objectKind}`]) if (isWord(key)) return say(key);
  return say('kind.other');
}
