import type { Consent } from '@nastavnik/domain/consents/consent';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { formsById } from '../mentoring-forms/door.ts';
import { participationsOf } from '../participants/door.ts';

/**
 * Which records end with this consent. Processing is the ground of all of them (RULE-15). A consent to take part is given
 * for one form and ends that one; a record whose form nobody has chosen yet stays while another form is agreed to. DOC-17
 * is the mentor's own, of the forms that ask for it.
 */
export async function participationsEndedBy(tx: Reading, caller: Caller, consent: Consent): Promise<string[]> {
  const all = await participationsOf(tx, caller.tenantId, consent.subjectId);
  if (consent.kind === 'participation') {
    const agreed = await agreesToAnother(tx, caller.tenantId, consent);
    return all.filter(({ formId }) => formId === consent.formId || (formId === null && !agreed)).map(({ id }) => id);
  }
  if (consent.kind !== 'mentoringDuty') return all.map(({ id }) => id);
  const forms = await formsById(tx, caller.tenantId);
  const asksForDuty = (formId: string | null) =>
    formId === null || (forms.get(formId)?.form.mentor.consents.includes('mentoringDuty') ?? true);
  return all.filter(({ role, formId }) => role === 'mentor' && asksForDuty(formId)).map(({ id }) => id);
}

async function agreesToAnother(tx: Reading, tenantId: string, { id, subjectId }: Consent): Promise<boolean> {
  const other = await tx
    .selectFrom('consents')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', subjectId)
    .where('kind', '=', 'participation')
    .where('state', '=', 'valid')
    .where('id', '<>', id)
    .executeTakeFirst();
  return other !== undefined;
}
