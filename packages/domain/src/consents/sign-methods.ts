import type { ConsentKind, SignMethod } from './consent-kinds.ts';

const ANY: readonly SignMethod[] = ['paper', 'simpleESign', 'qualifiedESign'];
const WRITTEN: readonly SignMethod[] = ['paper', 'qualifiedESign'];

/**
 * RULE-09: where the law wants writing, a tick in the account is not enough. `mentoringDuty` is the employee's written
 * agreement of ТК art. 351.8; `dissemination` may one day also come through Roskomnadzor's own system.
 */
const METHODS: Record<ConsentKind, readonly SignMethod[]> = {
  processing: ANY,
  participation: ANY,
  dissemination: WRITTEN,
  mentoringDuty: WRITTEN,
  special: WRITTEN,
  employeeThirdParty: WRITTEN,
};

/** @param accountSigning whether the school lets people sign in their account at all */
export function allowedMethods(kind: ConsentKind, accountSigning: boolean): readonly SignMethod[] {
  return METHODS[kind].filter((method) => accountSigning || method !== 'simpleESign');
}
