import type { ConsentCard, classSheetAnswer } from '@nastavnik/contracts/consents';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ConsentState } from '@nastavnik/domain/consents/consent-kinds';
import type { z } from 'zod';
import { dayInWords, untilDay } from '../dates/dates.ts';
import type { Language } from '../texts.ts';
import type { usePeopleWords } from './people-words.ts';

/** Sentences about consents that several screens share. */

type Say = ReturnType<typeof usePeopleWords>;
type Clock = { readonly today: PlainDate; readonly language: Language };
type Tone = 'done' | 'soon' | 'late' | 'awaiting' | 'open' | 'quiet';
export type SheetCell = z.infer<typeof classSheetAnswer>['rows'][number]['cells'][number];
type Signer = ConsentCard['signers'][number];

/** A «no» is everybody's right and no alarm: it is quiet. */
export const CELL_TONE: Record<SheetCell['state'], Tone> = {
  notAsked: 'quiet',
  issued: 'open',
  printed: 'awaiting',
  oneOfTwo: 'awaiting',
  valid: 'done',
  needsRenewal: 'soon',
  refused: 'quiet',
  withdrawn: 'quiet',
  expired: 'late',
  notNeeded: 'quiet',
};

export const CONSENT_TONE: Record<ConsentState, Tone> = {
  draft: 'quiet',
  issued: 'awaiting',
  partiallySigned: 'awaiting',
  valid: 'done',
  expired: 'late',
  refused: 'quiet',
  withdrawn: 'quiet',
  superseded: 'quiet',
  invalidated: 'late',
};

/** Somebody is still asked for an answer. */
export function isWaiting(state: ConsentState): boolean {
  return state === 'draft' || state === 'issued' || state === 'partiallySigned';
}

/** The word of a state; laid aside because its processing was refused, nothing has taken its place. */
export function stateWord({ state, endReason }: { state: ConsentState; endReason: string | null }) {
  return state === 'superseded' && endReason === 'notNeeded' ? 'notNeeded' : state;
}

/** «Действует до 31 августа 2026 г.», «Напечатано» */
export function cellWords(say: Say, cell: SheetCell, { today, language }: Clock): string {
  if (cell.state === 'valid' && cell.validTo) {
    return say('cell.valid.until', { until: untilDay(cell.validTo as PlainDate, today, language) });
  }
  return say(`cell.${cell.state}`);
}

/** «Иванова О. П.: подпись 3 октября, на бумаге» */
export function signerWords(
  say: Say,
  signer: Signer,
  { today, language, waits = true }: Clock & { waits?: boolean },
): string {
  const { name } = signer;
  const day = (on: string) => dayInWords(on as PlainDate, today, language);
  if (signer.signedOn && signer.method) {
    return say('signer.signed', { name, day: day(signer.signedOn), method: say(`signMethod.${signer.method}`) });
  }
  if (signer.refusedOn) return say('signer.refused', { name, day: day(signer.refusedOn) });
  if (!waits && !signer.assentOnly) return say('signer.unsigned', { name });
  return say(signer.assentOnly ? 'signer.assentWaits' : 'signer.waits', { name });
}
