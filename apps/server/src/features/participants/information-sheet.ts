import type { InformationSheetAnswer } from '@nastavnik/contracts/participants';
import { composeInformationSheet } from '@nastavnik/documents/consents/compose-papers';
import type { OfficialDocument } from '@nastavnik/documents/write/official-document';
import { can } from '@nastavnik/domain/access/can';
import { type InformationSheet, informationSheetFor } from '@nastavnik/domain/consents/information-sheet';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { type Operator, operatorOf } from '../consent-templates/door.ts';
import { formsById } from '../mentoring-forms/door.ts';
import { participantsById } from './participant.queries.ts';

type Sheet = { readonly sheet: InformationSheet; readonly operator: Operator; readonly contact: string };

/** «Памятка», to be read on the screen. @throws participant.not-found, access.denied */
export async function seeInformationSheet(tx: Reading, caller: Caller, id: string): Promise<InformationSheetAnswer> {
  const { sheet, operator, contact } = await sheetOf(tx, caller, id);
  return {
    school: operator.fullName,
    title: sheet.title,
    sections: sheet.sections.map(({ heading, paragraphs }) => ({ heading, paragraphs: [...paragraphs] })),
    contact,
  };
}

/** The same to be printed and handed out; the history keeps that it was taken. */
export async function takeInformationSheet(tx: Writing, caller: Caller, id: string): Promise<OfficialDocument> {
  const { sheet, operator, contact } = await sheetOf(tx, caller, id);
  await recordEvent(tx, caller, { type: 'participant.sheet-taken', object: { kind: 'participant', id } });
  const { fullName: name, address, inn, ogrn } = operator;
  return composeInformationSheet(sheet, { name, address: address ?? '', inn, ogrn }, contact);
}

async function sheetOf(tx: Reading, caller: Caller, id: string): Promise<Sheet> {
  const [row] = await participantsById(tx, caller.tenantId, [id]);
  if (!row) throw new Refusal('participant.not-found');
  const ties = (await tiesTo(tx, caller, [row.personId])).get(row.personId) ?? [];
  if (!can(caller, 'participant.see', ties)) throw new Refusal('access.denied', { action: 'participant.see' });
  const form = row.formId ? ((await formsById(tx, caller.tenantId)).get(row.formId)?.form.name ?? null) : null;
  return {
    sheet: informationSheetFor({ form, role: row.role }),
    operator: await operatorOf(tx, caller.tenantId),
    contact: await whomToAsk(tx, caller),
  };
}

/** The curators of today by name; their telephones are their own. */
async function whomToAsk(tx: Reading, { tenantId, today }: Caller): Promise<string> {
  const curators = await tx
    .selectFrom('role_assignments as r')
    .innerJoin('people as p', (join) => join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.person_id'))
    .select(['p.family_name', 'p.given_name', 'p.patronymic'])
    .distinct()
    .where('r.tenant_id', '=', tenantId)
    .where('r.role', '=', 'curator')
    .where('r.started_on', '<=', today)
    .where((where) => where.or([where('r.ended_on', 'is', null), where('r.ended_on', '>=', today)]))
    .where('p.deactivated_at', 'is', null)
    .orderBy('p.family_name')
    .orderBy('p.given_name')
    .execute();
  const names = curators.map((each) => [each.family_name, each.given_name, each.patronymic].filter(Boolean).join(' '));
  if (names.length === 0) return 'У классного руководителя или в канцелярии школы.';
  return `Куратор программы наставничества: ${names.join('; ')}. Можно спросить и классного руководителя.`;
}
