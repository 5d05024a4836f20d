import type {
  addRepresentativeBody,
  endRepresentationBody,
  objectionBody,
  representationBody,
} from '@nastavnik/contracts/persons';
import { type Action, can } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { isMinor } from '@nastavnik/domain/people/age';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { Refusal } from '../../platform/refusal.ts';
import { demandNoSpecialData } from '../../platform/special-data.ts';
import { permitAbout } from '../../platform/ties.ts';
import { askDirector, consentsLookAgain, directorHasDecided } from '../consents/door.ts';
import { addPerson } from './add-person.ts';
import { personForEdit } from './person-for-edit.ts';
import { personSides } from './person-sides.queries.ts';
import { visibleTo } from './reach.ts';
import { isGuarded } from './relations.ts';

/** A representative of the child: somebody known, who may be a parent here of another child too, or somebody new. */
export async function addRepresentative(
  tx: Writing,
  caller: Caller,
  childId: string,
  { who, kind, document, startedOn }: z.infer<typeof addRepresentativeBody>,
): Promise<string> {
  const { sides: child } = await personForEdit(tx, caller, childId, { action: 'representative.edit' });
  if (child.birthDate !== null && !isMinor(child.birthDate, caller.today) && !child.underGuardianship) {
    throw new Refusal('representation.not-needed');
  }
  const representativeId =
    who.is === 'known' ? await knownPerson(tx, caller, who.personId) : await newRepresentative(tx, caller, who);
  if (representativeId === childId) throw new Refusal('representation.of-oneself');
  const from = startedOn ?? caller.today;
  demandPast(caller, [from, document?.date ?? null]);
  await demandOnce(tx, caller.tenantId, { representativeId, childId, from, to: null });
  const id = newId(caller.now);
  await tx
    .insertInto('representations')
    .values({
      tenant_id: caller.tenantId,
      id,
      representative_id: representativeId,
      child_id: childId,
      kind,
      document_kind: document?.kind ?? null,
      document_number: document?.number ?? null,
      document_date: document?.date ?? null,
      started_on: from,
    })
    .execute();
  await tell(tx, caller, { id, childId }, 'representation.added', { kind, representativeId });
  return id;
}

type NewOne = Extract<z.infer<typeof addRepresentativeBody>['who'], { is: 'new' }>;

async function newRepresentative(tx: Writing, caller: Caller, who: NewOne): Promise<string> {
  if (who.birthDate !== null && isMinor(who.birthDate, caller.today)) throw new Refusal('representation.minor');
  return addPerson(tx, caller, { ...who, snils: null });
}

/** A power and the paper it rests on are there before somebody enters them. */
function demandPast(caller: Caller, days: readonly (PlainDate | null)[]): void {
  if (days.some((each) => each !== null && each > caller.today)) throw new Refusal('record.in-future');
}

async function knownPerson(tx: Writing, caller: Caller, personId: string): Promise<string> {
  const sides = await personSides(tx, { tenantId: caller.tenantId, personId });
  if (!sides) throw new Refusal('person.not-found');
  // By this tie one comes to the contacts and the code of the parent: of whom one does not see, the curator decides.
  if (!can(caller, 'representative.edit') && !(await isSeen(tx, caller, personId)))
    throw new Refusal('representation.ask-curator');
  if (isGuarded(sides, caller.today) && sides.emancipatedOn === null) throw new Refusal('representation.minor');
  if (sides.mergedInto !== null) throw new Refusal('person.merged', { personId: sides.mergedInto });
  return sides.id;
}

async function isSeen(tx: Writing, caller: Caller, personId: string): Promise<boolean> {
  const { rows } = await sql`select from people p
    where p.tenant_id = ${caller.tenantId} and p.id = ${personId} and ${visibleTo(caller)}`.execute(tx);
  return rows.length > 0;
}

/** What was checked by its document is not rewritten: it ends, and a new one is entered. */
export async function editRepresentation(
  tx: Writing,
  caller: Caller,
  id: string,
  { kind, document, startedOn }: z.infer<typeof representationBody>,
): Promise<string> {
  const row = await representationForUpdate(tx, caller, id, 'representative.edit');
  if (row.verifiedOn !== null) throw new Refusal('representation.verified');
  if (row.endedOn !== null && row.endedOn < startedOn) throw new Refusal('representation.ends-before-it-starts');
  demandPast(caller, [startedOn, document?.date ?? null]);
  await demandOnce(tx, caller.tenantId, { ...row, from: startedOn, to: row.endedOn });
  await change(tx, caller.tenantId, id, {
    kind,
    document_kind: document?.kind ?? null,
    document_number: document?.number ?? null,
    document_date: document?.date ?? null,
    started_on: startedOn,
  });
  await tell(tx, caller, row, 'representation.changed', { kind });
  return row.childId;
}

/** RULE-08: somebody looked at the document, and the record says who and when. Nobody checks the own power. */
export async function verifyRepresentation(tx: Writing, caller: Caller, id: string): Promise<string> {
  const row = await representationForUpdate(tx, caller, id, 'representative.verify');
  if (row.representativeId === caller.personId) throw new Refusal('access.denied', { action: 'representative.verify' });
  if (row.documentKind === null) throw new Refusal('representation.document-missing');
  if (row.verifiedOn !== null) return row.childId;
  await change(tx, caller.tenantId, id, { verified_by: caller.personId, verified_on: caller.today });
  await tell(tx, caller, row, 'representation.verified', {});
  return row.childId;
}

export async function endRepresentation(
  tx: Writing,
  caller: Caller,
  id: string,
  { on, reason, evenSo }: z.infer<typeof endRepresentationBody>,
): Promise<string> {
  const row = await representationForUpdate(tx, caller, id, 'representative.edit');
  if (on < row.startedOn) throw new Refusal('representation.ends-before-it-starts');
  demandNoSpecialData([reason], evenSo);
  await change(tx, caller.tenantId, id, { ended_on: on });
  if (on < caller.today) await directorHasDecided(tx, caller, id);
  await tell(tx, caller, row, 'representation.ended', { on, reason });
  return row.childId;
}

/** Entered by mistake: it never was, and opens nothing from the next request on. What somebody signed by it stays. */
export async function removeRepresentation(tx: Writing, caller: Caller, id: string): Promise<string> {
  const row = await representationForUpdate(tx, caller, id, 'representative.edit');
  if (await isUsed(tx, caller.tenantId, id)) throw new Refusal('representation.used');
  await directorHasDecided(tx, caller, id);
  // Documents that still ask for this signature are drawn anew by `consentsLookAgain`.
  await sql`update consent_signers set representation_id = null
    where tenant_id = ${caller.tenantId} and representation_id = ${id}`.execute(tx);
  await tx.deleteFrom('representations').where('tenant_id', '=', caller.tenantId).where('id', '=', id).execute();
  await tell(tx, caller, row, 'representation.removed', { representativeId: row.representativeId });
  return row.childId;
}

/** A signature rests on it. */
async function isUsed(tx: Writing, tenantId: string, id: string): Promise<boolean> {
  const { rows } = await sql`select from consent_signers where tenant_id = ${tenantId} and representation_id = ${id}
    and (signed_on is not null or refused_at is not null) limit 1`.execute(tx);
  return rows.length > 0;
}

/** The other parent says no (RULE-08): publication stops until the director has decided. */
export async function recordObjection(
  tx: Writing,
  caller: Caller,
  id: string,
  { objection, evenSo }: z.infer<typeof objectionBody>,
): Promise<string> {
  const row = await representationForUpdate(tx, caller, id, 'representative.edit');
  if (objection && objection.on > caller.today) throw new Refusal('consent.said-in-future');
  demandNoSpecialData([objection?.note], evenSo);
  await change(tx, caller.tenantId, id, {
    objected_on: objection?.on ?? null,
    objection_note: objection?.note ?? null,
    // Said anew, it is decided anew.
    objection_settled_on: null,
    objection_settled_by: null,
    objection_decision: null,
    objection_upheld: null,
  });
  if (objection) await askDirector(tx, caller, { representationId: id, childId: row.childId });
  else await directorHasDecided(tx, caller, id);
  await tell(tx, caller, row, objection ? 'representation.objected' : 'representation.objection-taken-back', {
    on: objection?.on ?? null,
  });
  return row.childId;
}

type RepresentationLock = {
  readonly id: string;
  readonly childId: string;
  readonly representativeId: string;
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly documentKind: string | null;
  readonly verifiedOn: PlainDate | null;
};

async function representationForUpdate(
  tx: Writing,
  caller: Caller,
  id: string,
  action: Action,
): Promise<RepresentationLock> {
  const { rows } = await sql<RepresentationLock>`
    select id, child_id as "childId", representative_id as "representativeId", started_on as "startedOn",
      ended_on as "endedOn", document_kind as "documentKind", verified_on as "verifiedOn"
    from representations where tenant_id = ${caller.tenantId} and id = ${id} for update`.execute(tx);
  const [row] = rows;
  if (!row) throw new Refusal('representation.not-found');
  await permitAbout(tx, caller, action, row.childId);
  return row;
}

async function demandOnce(
  tx: Writing,
  tenantId: string,
  one: {
    readonly id?: string;
    readonly representativeId: string;
    readonly childId: string;
    readonly from: PlainDate;
    readonly to: PlainDate | null;
  },
): Promise<void> {
  const { rows } = await sql`select 1 from representations
    where tenant_id = ${tenantId} and representative_id = ${one.representativeId} and child_id = ${one.childId}
      and id is distinct from ${one.id ?? null}::uuid
      and daterange(started_on, ended_on, '[]') && daterange(${one.from}::date, ${one.to}::date, '[]')`.execute(tx);
  if (rows.length > 0) throw new Refusal('representation.twice');
}

async function change(tx: Writing, tenantId: string, id: string, values: Record<string, unknown>): Promise<void> {
  await tx.updateTable('representations').set(values).where('tenant_id', '=', tenantId).where('id', '=', id).execute();
}

/** Another one who may sign: RULE-13 asks the consents again. */
async function tell(
  tx: Writing,
  caller: Caller,
  row: { readonly id: string; readonly childId: string },
  type: string,
  data: Record<string, unknown>,
): Promise<void> {
  await recordEvent(tx, caller, {
    type,
    object: { kind: 'representation', id: row.id },
    data: { ...data, childId: row.childId },
  });
  await enqueue(tx, consentsLookAgain, { tenantId: caller.tenantId, personId: row.childId });
}
