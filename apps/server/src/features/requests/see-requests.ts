import type { MenteeRequestView, mergedRequest, requestsQuery } from '@nastavnik/contracts/mentee-requests';
import { can } from '@nastavnik/domain/access/can';
import { mergeRequests } from '@nastavnik/domain/participants/merge-requests';
import { isInBank } from '@nastavnik/domain/participants/participant-states';
import { decideRequest, knowsRequestCommand } from '@nastavnik/domain/participants/request-commands';
import type { RequestCommand } from '@nastavnik/domain/participants/request-states';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  countsAsMinor,
  either,
  inOwnAssociation,
  inOwnClass,
  isSupported,
  participantsById,
  shownPerson,
} from '../participants/door.ts';
import { contextOf, type Mentee, menteesById } from './request-facts.ts';
import { findRequests, type RequestRow } from './requests.queries.ts';

/** The requests of one participation, and the needs they come to: several places of one theme are one need. */
export async function seeRequestsOf(tx: Writing, caller: Caller, participantId: string) {
  const [participant] = await participantsById(tx, caller.tenantId, [participantId]);
  if (!participant) throw new Refusal('participant.not-found');
  const mentees = await menteesById(tx, caller, [participant.personId]);
  const mentee = mentees.get(participant.personId)!;
  if (!can(caller, 'request.see', mentee.ties)) throw new Refusal('access.denied', { action: 'request.see' });
  await recordLook(tx, caller, mentee);
  const rows = await findRequests(tx, caller.tenantId, sql<boolean>`r.participant_id = ${participantId}`, 200);
  const open = contextOf(caller, mentee, {}, true);
  return {
    requests: rows.map((row) => viewRequest(caller, mentee, row)),
    needs: needsOf(rows),
    may: {
      add:
        participant.role === 'mentee' &&
        isInBank(participant.state) &&
        typeof decideRequest(null, 'open', open) !== 'string',
    },
  };
}

/** RULE-34: the words of a request are a side of the card. */
async function recordLook(tx: Writing, caller: Caller, { person, ties }: Mentee): Promise<void> {
  if (ties.includes('self') || !countsAsMinor(person, caller.today)) return;
  await recordCardView(tx, caller, person.id, 'request');
}

function needsOf(rows: readonly RequestRow[]): z.infer<typeof mergedRequest>[] {
  const themes = new Map(rows.map((row) => [row.theme_id, row.theme]));
  const standing = rows.filter((row) => row.state !== 'cancelled' && row.state !== 'closed');
  return mergeRequests(
    standing.map((row) => ({
      id: row.id,
      personId: row.person_id,
      themeId: row.theme_id,
      source: row.source,
      foundOn: row.found_on,
      words: row.description,
      wishedResult: row.wished_result,
      urgency: row.urgency,
    })),
  ).map((need) => ({
    themeId: need.themeId,
    theme: themes.get(need.themeId) ?? null,
    requestIds: [...need.noteIds],
    sources: [...need.sources],
    firstFoundOn: need.firstFoundOn,
    lastFoundOn: need.lastFoundOn,
    urgency: need.urgency,
  }));
}

/** Requests of the whole bank, found by their words in any form; each asker finds those of the own people alone. */
export async function searchRequests(tx: Writing, caller: Caller, query: z.infer<typeof requestsQuery>) {
  const conditions = [
    reachOf(caller),
    sql<boolean>`p.erased_at is null and p.blocked_at is null`,
    ...(query.state ? [sql<boolean>`r.state = ${query.state}`] : []),
    ...(query.themeId ? [sql<boolean>`r.theme_id = ${query.themeId}`] : []),
    ...(query.search ? [sql<boolean>`r.search_text @@ websearch_to_tsquery('russian', ${query.search})`] : []),
    ...(query.after ? [sql<boolean>`r.id < ${query.after}`] : []),
  ];
  const rows = await findRequests(
    tx,
    caller.tenantId,
    sql<boolean>`${sql.join(conditions, sql` and `)}`,
    query.limit + 1,
  );
  const shown = rows.slice(0, query.limit);
  const mentees = await menteesById(
    tx,
    caller,
    shown.map((row) => row.person_id),
  );
  for (const mentee of mentees.values()) await recordLook(tx, caller, mentee);
  return {
    requests: shown.map((row) => viewRequest(caller, mentees.get(row.person_id)!, row)),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

function reachOf(caller: Caller): RawBuilder<boolean> {
  if (can(caller, 'request.see')) return sql<boolean>`true`;
  const own = [
    ...(caller.roles.includes('classTeacher') ? [inOwnClass(caller)] : []),
    ...(caller.roles.includes('methodAssociationHead') ? [inOwnAssociation(caller)] : []),
    ...(caller.roles.includes('psychologist') ? [isSupported()] : []),
  ];
  if (own.length === 0) throw new Refusal('access.denied', { action: 'request.see' });
  return either(own);
}

const OFFERED = [
  'submit',
  'accept',
  'return',
  'redirect',
  'close',
  'cancel',
] as const satisfies readonly RequestCommand[];
/** What a command is given when it comes to it; here only whether it may come at all. */
const GIVEN = { remark: 'замечание', redirectTo: 'psychologist', result: 'solved' } as const;

export function viewRequest(caller: Caller, mentee: Mentee, row: RequestRow): MenteeRequestView {
  const context = contextOf(caller, mentee, GIVEN, true);
  const open = (command: RequestCommand) =>
    knowsRequestCommand(row.state, command) && decideRequest(row.state, command, context) !== 'request.not-allowed';
  const edits = (row.state === 'draft' || row.state === 'returned') && can(caller, 'request.submit', mentee.ties);
  return {
    id: row.id,
    participantId: row.participant_id,
    person: shownPerson(mentee.person, caller.today),
    theme: row.theme_id ? { id: row.theme_id, name: row.theme ?? '' } : null,
    source: row.source,
    foundOn: row.found_on,
    state: row.state,
    description: row.description,
    wishedResult: row.wished_result,
    urgency: row.urgency,
    preferences: { mentorAge: null, subject: null, place: null, times: null, ...(row.preferences as object) },
    note: row.note,
    redirectedTo: row.redirected_to,
    closedAs: row.closed_as,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    version: row.version,
    may: {
      edit: edits,
      ...(Object.fromEntries(OFFERED.map((command) => [command, open(command)])) as Record<
        (typeof OFFERED)[number],
        boolean
      >),
    },
  };
}
