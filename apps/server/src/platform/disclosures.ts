import type { Caller } from './caller.ts';
import type { Writing } from './db/transactions.ts';
import { newId } from './ids.ts';

export type Disclosure = {
  readonly kind: 'bank' | 'register' | 'consents';
  /** In the words of who took it. */
  readonly purpose: string;
  readonly personIds: readonly string[];
};

/**
 * Something about people leaves the house (RULE-40): who took it, when, what for, and of whom; each of them finds it in
 * «Мои данные». Returns the id of the record.
 */
export async function recordDisclosure(tx: Writing, caller: Caller, out: Disclosure): Promise<string> {
  const id = newId(caller.now);
  await tx
    .insertInto('disclosures')
    .values({
      tenant_id: caller.tenantId,
      id,
      at: caller.now,
      by_person_id: caller.personId,
      by_name: caller.name,
      kind: out.kind,
      purpose: out.purpose,
    })
    .execute();
  const people = [...new Set(out.personIds)];
  if (people.length > 0) {
    await tx
      .insertInto('disclosed_people')
      .values(people.map((person_id) => ({ tenant_id: caller.tenantId, disclosure_id: id, person_id })))
      .execute();
  }
  return id;
}
