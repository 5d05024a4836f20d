import type { English } from '../texts.ts';
import type { ru } from './texts.ru.ts';

export const en: English<typeof ru> = {
  continuous: 'the whole period',
  repeats: 'repeats',
  onDemand: 'on request',
  external: 'date from another document',
  noDates: 'no dates',
};
