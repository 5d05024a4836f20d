import type { commandRequestBody, editRequestBody, newRequestBody } from '@nastavnik/contracts/mentee-requests';
import { can } from '@nastavnik/domain/access/can';
import { isInBank } from '@nastavnik/domain/participants/participant-states';
import { decideRequest } from '@nastavnik/domain/participants/request-commands';
import type { RequestContext, RequestState } from '@nastavnik/domain/participants/request-states';
import { themeSuits } from '@nastavnik/domain/participants/request-themes';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { demandNoSpecialData } from '../../platform/special-data.ts';
import { demandScope } from '../consents/door.ts';
import { participantsById } from '../participants/door.ts';
import { contextOf, type Mentee, menteesById } from './request-facts.ts';
import { findRequests, type RequestRow } from './requests.queries.ts';

type Fields = Omit<z.infer<typeof editRequestBody>, 'version'>;

/** What a request says of the person (RULE-13). */
const WRITTEN = { purpose: 'matching', dataItems: ['request', 'preferences'], receiver: null } as const;

/** RULE-01, RULE-03: a request exists from the bank on, and not a day before. */
export async function openRequest(
  tx: Writing,
  caller: Caller,
  participantId: string,
  body: z.infer<typeof newRequestBody>,
): Promise<string> {
  const [participant] = await participantsById(tx, caller.tenantId, [participantId], true);
  if (!participant) throw new Refusal('participant.not-found');
  const mentee = (await menteesById(tx, caller, [participant.personId])).get(participant.personId)!;
  const decided = decideRequest(null, 'open', contextOf(caller, mentee, {}, true));
  if (typeof decided === 'string') throw new Refusal(decided);
  if (participant.role !== 'mentee') throw new Refusal('participant.not-allowed');
  if (!isInBank(participant.state)) throw new Refusal('request.consent-required');
  if (body.foundOn > caller.today) throw new Refusal('record.in-future');
  await demandScope(tx, caller, participant.personId, WRITTEN);
  demandNoSpecialData(textsOf(body), body.evenSo);
  await demandTheme(tx, caller, body.themeId, mentee.person.standing);
  const id = newId(caller.now);
  await tx
    .insertInto('mentee_requests')
    .values({
      tenant_id: caller.tenantId,
      id,
      participant_id: participantId,
      source: body.source,
      found_on: body.foundOn,
      state: decided.state,
      ...columns(body),
      created_by: caller.personId,
      created_at: caller.now,
    })
    .execute();
  await recordEvent(tx, caller, {
    type: 'request.opened',
    object: { kind: 'request', id },
    data: { source: body.source },
  });
  return id;
}

export async function editRequest(
  tx: Writing,
  caller: Caller,
  id: string,
  body: z.infer<typeof editRequestBody>,
): Promise<void> {
  const { row, mentee } = await requestForUpdate(tx, caller, id);
  if (!can(caller, 'request.submit', mentee.ties)) throw new Refusal('request.not-allowed');
  if (!mentee.processingConsent) throw new Refusal('request.consent-required');
  if (row.state !== 'draft' && row.state !== 'returned') throw new Refusal('request.state');
  if (row.version !== body.version) throw new Refusal('request.changed-meanwhile');
  await demandScope(tx, caller, mentee.person.id, WRITTEN);
  demandNoSpecialData(textsOf(body), body.evenSo);
  await demandTheme(tx, caller, body.themeId, mentee.person.standing);
  await tx
    .updateTable('mentee_requests')
    .set({ ...columns(body), version: row.version + 1 })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, caller, { type: 'request.changed', object: { kind: 'request', id } });
}

/** LIFECYCLE 4.6. */
export async function commandRequest(
  tx: Writing,
  caller: Caller,
  id: string,
  { version, command, evenSo }: z.infer<typeof commandRequestBody>,
): Promise<void> {
  const { row, mentee } = await requestForUpdate(tx, caller, id);
  const filled = row.theme_id !== null && row.description !== '';
  const decided = decideRequest(row.state, command.command, contextOf(caller, mentee, givenOf(command), filled));
  if (typeof decided === 'string') throw new Refusal(decided);
  if (row.version !== version) throw new Refusal('request.changed-meanwhile');
  if (command.command === 'return') demandNoSpecialData([command.remark], evenSo);
  await tx
    .updateTable('mentee_requests')
    .set({
      state: decided.state,
      closed_as: decided.result,
      note: command.command === 'return' ? command.remark : null,
      redirected_to: command.command === 'redirect' ? command.to : null,
      ...(isOver(decided.state) ? { ended_on: caller.today } : {}),
      ...(command.command === 'submit' ? { submitted_at: caller.now } : {}),
      version: row.version + 1,
    })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, caller, {
    type: `request.${command.command}`,
    object: { kind: 'request', id },
    data: { from: row.state, to: decided.state },
  });
}

const isOver = (state: RequestState) => state === 'closed' || state === 'cancelled' || state === 'redirected';

function givenOf(command: z.infer<typeof commandRequestBody>['command']): RequestContext['given'] {
  switch (command.command) {
    case 'return':
      return { remark: command.remark };
    case 'redirect':
      return { redirectTo: command.to };
    case 'close':
      return { result: command.result };
    default:
      return {};
  }
}

async function requestForUpdate(
  tx: Writing,
  caller: Caller,
  id: string,
): Promise<{ readonly row: RequestRow; readonly mentee: Mentee }> {
  await tx
    .selectFrom('mentee_requests')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  const [row] = await findRequests(tx, caller.tenantId, sql<boolean>`r.id = ${id}`, 1);
  if (!row) throw new Refusal('request.not-found');
  const mentee = (await menteesById(tx, caller, [row.person_id])).get(row.person_id)!;
  if (!can(caller, 'request.see', mentee.ties)) throw new Refusal('access.denied', { action: 'request.see' });
  return { row, mentee };
}

function columns(body: Fields) {
  return {
    theme_id: body.themeId,
    description: body.description,
    wished_result: body.wishedResult,
    urgency: body.urgency,
    preferences: JSON.stringify(body.preferences),
  };
}

/** Every text of a request; the times and the subject are typed too. */
function textsOf({ description, wishedResult, preferences: { mentorAge, subject, times } }: Fields) {
  return [description, wishedResult, mentorAge, subject, times];
}

async function demandTheme(
  tx: Writing,
  caller: Caller,
  themeId: string | null,
  standing: Mentee['person']['standing'],
): Promise<void> {
  if (themeId === null) return;
  const theme = await tx
    .selectFrom('request_themes')
    .select('audience')
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', themeId)
    .executeTakeFirst();
  if (!theme) throw new Refusal('theme.not-found');
  if (!themeSuits(theme.audience, standing)) throw new Refusal('theme.of-others');
}
