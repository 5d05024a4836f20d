import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ConsentKind } from '@nastavnik/domain/consents/consent-kinds';
import { type RequiredDocument, requiredDocuments } from '@nastavnik/domain/consents/required-documents';
import type { SubjectFacts } from '@nastavnik/domain/consents/signing-facts';
import type { MentoringForm, Side } from '@nastavnik/domain/participants/mentoring-form';
import type { Reading } from '../../platform/db/transactions.ts';

export type Participation = {
  readonly personId: string;
  readonly role: Side;
  readonly formId: string | null;
  readonly cycleId: string;
  readonly inBank: boolean;
};

export type WantedDocument = {
  readonly kind: ConsentKind;
  /** Of a participation: for which form. */
  readonly formId: string | null;
  readonly role: Side;
  readonly before?: RequiredDocument['before'];
  readonly required?: boolean;
};

/** Everything that the participations of a person ask for, each document once. */
export function wantedDocuments(
  subject: SubjectFacts,
  participations: readonly Participation[],
  forms: ReadonlyMap<string, MentoringForm>,
  on: PlainDate,
): WantedDocument[] {
  const asked: readonly Pick<Participation, 'role' | 'formId'>[] =
    participations.length > 0 ? participations : [{ role: 'mentee', formId: null }];
  const wanted = new Map<string, WantedDocument>();
  for (const { role, formId } of asked) {
    const form = formId === null ? null : (forms.get(formId) ?? null);
    for (const document of requiredDocuments({ subject, side: role, form, jobRoleCovers: false }, on)) {
      const ofForm = document.kind === 'participation' ? formId : null;
      const key = `${document.kind}:${ofForm}`;
      if (!wanted.has(key)) wanted.set(key, { ...document, formId: ofForm, role });
    }
  }
  return [...wanted.values()];
}

const ENDED = ['completed', 'refused', 'rejected', 'withdrawn', 'excluded'];
const IN_BANK = ['inBank', 'selected', 'waiting', 'assigned', 'active', 'suspended'];

/** The participations of these people that have not ended. */
export async function participationsOfPeople(
  tx: Reading,
  tenantId: string,
  personIds: readonly string[],
): Promise<Participation[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .selectFrom('participants')
    .select(['person_id', 'role', 'form_id', 'cycle_id', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', 'in', [...personIds])
    .where('state', 'not in', ENDED)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    role: row.role as Side,
    formId: row.form_id,
    cycleId: row.cycle_id,
    inBank: IN_BANK.includes(row.state),
  }));
}
