import { type Action, can, type Tie } from '@nastavnik/domain/access/can';
import type { Caller } from './caller.ts';
import { Refusal } from './refusal.ts';

/** Refuses what the access table does not allow. */
export function permit(caller: Caller, action: Action, ties: readonly Tie[] = []): void {
  if (!can(caller, action, ties)) throw new Refusal('access.denied', { action });
}
