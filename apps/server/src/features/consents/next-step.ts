import type { NextStepShape } from '@nastavnik/contracts/consents';
import type { MissingConsent } from './consent-facts.ts';

/** Why a need is not met and what comes next, as answers say it. */
export function stepOf({ code, next, waitsFor, on }: MissingConsent): NextStepShape {
  return { code, next, waitsFor: [...waitsFor], on };
}
