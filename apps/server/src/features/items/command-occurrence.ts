import type { Action } from '@nastavnik/domain/access/can';
import {
  decideOccurrence,
  type Given,
  type ItemCommand,
  type OccurrenceFacts,
} from '@nastavnik/domain/roadmaps/item-commands';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { surroundingsOf } from '../roadmaps/door.ts';
import { occurrenceForUpdate } from './item-context.ts';
import { saveOccurrence, touchItem } from './items.queries.ts';

/** The commands of 4.2 that a person gives on one occurrence. */
export type OccurrenceCommand = Exclude<ItemCommand, 'markOverdue' | 'cancel' | 'setNotRequired'>;

export type Words = Given & { readonly note?: string | null; readonly reason?: string | null };

const ACTION: Record<OccurrenceCommand, Action> = {
  start: 'item.start',
  reportDone: 'item.reportDone',
  confirm: 'item.confirm',
  sendBack: 'item.confirm',
  reopen: 'item.reopen',
  postpone: 'item.postpone',
};

const EVENT: Record<OccurrenceCommand, string> = {
  start: 'item.started',
  reportDone: 'item.reported',
  confirm: 'item.confirmed',
  sendBack: 'item.sent-back',
  reopen: 'item.reopened',
  postpone: 'item.postponed',
};

/** Carries out a command on an occurrence. Returns the id of its item. */
export async function commandOccurrence(
  tx: Writing,
  caller: Caller,
  occurrenceId: string,
  command: OccurrenceCommand,
  words: Words = {},
): Promise<string> {
  const { plan, item, occurrence, ties } = await occurrenceForUpdate(tx, caller, occurrenceId);
  permit(caller, ACTION[command], ties);
  if (words.newDue !== undefined && words.newDue > plan.cycle.end) permitBeyondCycle(caller, plan.cycle.end);

  const decided = decideOccurrence(occurrence, command, surroundingsOf(caller, plan, item, occurrence), words);
  if (typeof decided === 'string') {
    throw new Refusal(decided, { state: occurrence.state, roadmapState: plan.roadmap.state, title: item.title });
  }

  await saveOccurrence(tx, caller.tenantId, occurrence.id, {
    ...outcomeOf(decided),
    ...signaturesOf(caller, command, decided, words),
  });
  await touchItem(tx, caller.tenantId, item.id);
  await recordEvent(tx, caller, {
    type: command === 'reportDone' && decided.state === 'done' ? 'item.done' : EVENT[command],
    object: { kind: 'item', id: item.id },
    data: {
      occurrenceId,
      from: occurrence.state,
      to: decided.state,
      ...(decided.doneOn ? { doneOn: decided.doneOn } : {}),
      ...(decided.due === occurrence.due ? {} : { dueFrom: occurrence.due, dueTo: decided.due }),
      ...(words.reason ? { reason: words.reason } : {}),
      ...(words.note ? { note: words.note } : {}),
    },
  });
  return item.id;
}

/** Of the occurrence's facts those that commands change. */
export function outcomeOf({ state, due, doneOn }: OccurrenceFacts): Pick<OccurrenceFacts, 'state' | 'due' | 'doneOn'> {
  return { state, due, doneOn };
}

function permitBeyondCycle(caller: Caller, cycleEnd: string): void {
  if (!caller.roles.includes('director')) throw new Refusal('item.after-cycle-needs-director', { cycleEnd });
}

/** Who reported and who confirmed; both fall away when the work goes on. */
function signaturesOf(caller: Caller, command: OccurrenceCommand, decided: OccurrenceFacts, words: Words) {
  switch (command) {
    case 'reportDone':
      return {
        note: words.note ?? null,
        reason: null,
        reportedBy: caller.personId,
        confirmedBy: decided.state === 'done' ? caller.personId : null,
      };
    case 'confirm':
      return { confirmedBy: caller.personId };
    case 'sendBack':
    case 'reopen':
      return { reportedBy: null, confirmedBy: null, reason: words.reason ?? null };
    case 'postpone':
      return { reason: words.reason ?? null };
    case 'start':
      return {};
  }
}
