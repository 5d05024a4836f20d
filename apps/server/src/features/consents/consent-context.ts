import { isRefusalCode, type RefusalCode } from '@nastavnik/contracts/refusals';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ConsentContext, ConsentRefusal } from '@nastavnik/domain/consents/consent-command';
import { Refusal } from '../../platform/refusal.ts';
import type { Subject } from './subject.queries.ts';

/** The world around a consent on the day, as the rules ask for it. */
export function contextOf(subject: Subject, today: PlainDate, accountSigning: boolean): ConsentContext {
  return {
    today,
    subject: subject.facts,
    representations: subject.representations,
    nameToday: (personId) => subject.names.get(personId) ?? null,
    accountSigning,
  };
}

/** A rule's «no» as the server says it. */
export function refusalOf(code: ConsentRefusal): Refusal {
  return new Refusal(knownCode(code));
}

/** Codes of the rules stand on the list of refusals; one that does not is a defect. */
export function knownCode(code: string): RefusalCode {
  if (!isRefusalCode(code)) throw new Error(`A refusal that is on no list: ${code}`);
  return code;
}
