import type { Action, Tie } from '@nastavnik/domain/access/can';
import type { ConsentCommand, ConsentDecision } from '@nastavnik/domain/consents/consent-command';
import { decideConsent } from '@nastavnik/domain/consents/consent-commands';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { operatorOf } from '../consent-templates/door.ts';
import { consentForUpdate, type StoredConsent } from './consent.queries.ts';
import { contextOf, refusalOf } from './consent-context.ts';
import { type Subject, subjectsOf } from './subject.queries.ts';

/** A consent that is locked, with whom it is about and how the caller stands to them. */
export type Held = {
  readonly stored: StoredConsent;
  readonly subject: Subject;
  readonly ties: readonly Tie[];
  readonly accountSigning: boolean;
};

/** Locks the consent and asks whether the caller may. @throws consent.not-found, access.denied */
export async function holdConsent(tx: Writing, caller: Caller, id: string, action: Action): Promise<Held> {
  const stored = await consentForUpdate(tx, caller.tenantId, id);
  if (!stored) throw new Refusal('consent.not-found');
  const { subjectId } = stored.consent;
  const ties = (await tiesTo(tx, caller, [subjectId])).get(subjectId) ?? [];
  permit(caller, action, ties);
  const subject = (await subjectsOf(tx, caller.tenantId, [subjectId], caller.today)).get(subjectId);
  if (!subject) throw new Refusal('consent.not-found');
  const { accountSigning } = await operatorOf(tx, caller.tenantId);
  return { stored, subject, ties, accountSigning };
}

/** What the rules make of the command. @throws the rule's refusal */
export function decided(held: Held, command: ConsentCommand, caller: Pick<Caller, 'today'>): ConsentDecision {
  const { stored, subject, accountSigning } = held;
  const decision = decideConsent(stored.consent, command, contextOf(subject, caller.today, accountSigning));
  if (typeof decision === 'string') throw refusalOf(decision);
  return decision;
}
