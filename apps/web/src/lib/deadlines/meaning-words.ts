import type { DeadlineMeaning } from '@nastavnik/domain/deadlines/deadline-reading';
import { useCallback } from 'react';
import { spanInWords } from '../dates/dates.ts';
import { useToday } from '../session.ts';
import { catalogue, useLanguage } from '../texts.ts';
import { ru } from './texts.ru.ts';

const { useTexts } = catalogue('deadlines', ru, () => import('./texts.en.ts'));
const SHOWN = 4;

type Meaning = Pick<DeadlineMeaning, 'windows' | 'recurrence' | 'continuous' | 'onDemand' | 'external'>;

/** What a deadline means in dates: «1–30 сентября, повторяется». */
export function useMeaningWords(): (meaning: Meaning) => string {
  const say = useTexts();
  const today = useToday();
  const language = useLanguage();
  return useCallback(
    (meaning) => {
      const windows = meaning.windows.map((window) => spanInWords(window, today, language));
      const dates = windows.length > SHOWN ? [...windows.slice(0, SHOWN), '…'] : windows;
      const words = [
        ...(dates.length > 0 ? [dates.join('; ')] : []),
        ...(meaning.continuous ? [say('continuous')] : []),
        ...(meaning.recurrence ? [say('repeats')] : []),
        ...(meaning.onDemand ? [say('onDemand')] : []),
        ...(meaning.external ? [say('external')] : []),
      ];
      return words.length > 0 ? words.join(', ') : say('noDates');
    },
    [say, today, language],
  );
}
