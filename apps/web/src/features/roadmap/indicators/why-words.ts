import type { Why } from '@nastavnik/domain/roadmaps/indicators';
import type { IndicatorsSay } from './indicators-texts.ts';

const WHYS: readonly Why[] = [
  'done-in-time',
  'done-late',
  'done-before-term',
  'not-done',
  'waits-for-confirmation',
  'done-without-evidence',
  'not-due-yet',
  'cancelled',
  'not-required',
  'no-request',
  'asleep',
];

export function whyInWords(why: string, say: IndicatorsSay): string {
  const known = WHYS.find((each) => each === why);
  return known ? say(`why.${known}`) : why;
}
