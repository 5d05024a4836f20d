import { randomInt } from 'node:crypto';
import type { accessCodesAnswer } from '@nastavnik/contracts/access';
import type { RefusalCode } from '@nastavnik/contracts/refusals';
import { squareCodeSvg } from '@nastavnik/documents/write/square-code';
import { can } from '@nastavnik/domain/access/can';
import { suggestLogin } from '@nastavnik/domain/access/suggest-login';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { tiesTo } from '../../platform/ties.ts';
import { personSummaries } from '../participants/door.ts';
import { createInvitation, mayInvite, revokeOpen } from '../staff/door.ts';

type Answer = z.infer<typeof accessCodesAnswer>;

/** Two weeks: a sheet handed out on Friday is still good after a cold. */
const DAYS = 14;

/**
 * One-time codes for people without mail: pupils and parents of the own class, for a class teacher. Whoever has an
 * account gets a code that lets a new password be chosen (recovery), unless the account opens another organisation too.
 */
export async function giveCodes(
  tx: Writing,
  caller: Caller,
  personIds: readonly string[],
  origin: string,
): Promise<Answer> {
  permit(caller, 'codes.give', caller.roles.includes('classTeacher') ? ['ownClass'] : []);
  const ids = [...new Set(personIds)];
  const people = await personSummaries(tx, caller, ids);
  const accounts = await accountsOf(tx, caller, ids);
  const answer: Answer = { codes: [], refused: [] };
  for (const personId of ids) {
    const person = people.get(personId);
    const account = accounts.get(personId);
    const refused = person ? await refusalOf(tx, caller, personId, account) : 'person.not-found';
    if (refused || !person) {
      // Whoever may not give this person a code is not told whose number it is.
      const name = refused === 'access.denied' ? '' : (person?.name ?? '');
      answer.refused.push({ personId, name, code: refused ?? 'person.not-found' });
      continue;
    }
    const code = newCode();
    const purpose = account ? 'recovery' : 'first';
    await revokeOpen(tx, caller, personId);
    const login = account?.login ?? (await freeLogin(tx, caller, person.name));
    const { expiresAt } = await createInvitation(tx, caller, personId, {
      token: code,
      days: DAYS,
      purpose,
      suggestedLogin: login,
    });
    await recordEvent(tx, caller, {
      type: 'code.given',
      object: { kind: 'person', id: personId },
      data: { purpose },
    });
    const link = `${origin}/invitation#${code}`;
    answer.codes.push({
      personId,
      name: person.name,
      place: person.place,
      purpose,
      login,
      code: code.replace(/(\d{4})(?=\d)/g, '$1 '),
      link,
      square: squareCodeSvg(link),
      expiresAt: expiresAt.toISOString(),
    });
  }
  return answer;
}

type Account = { readonly login: string; readonly elsewhere: boolean; readonly secondFactor: boolean };

async function refusalOf(
  tx: Writing,
  caller: Caller,
  personId: string,
  account: Account | undefined,
): Promise<RefusalCode | undefined> {
  if (!(await mayGive(tx, caller, personId))) return 'access.denied';
  if (!(await mayInvite(tx, caller, personId))) return 'code.holds-office';
  if (account?.elsewhere) return 'code.account-elsewhere';
  return account?.secondFactor ? 'code.holds-office' : undefined;
}

/**
 * Of the person, or of the children whom the person represents today. A code lets its giver in: whoever comes to a parent
 * through a child gives one only where the parent opens nothing that the giver does not see, so of no colleague and of no
 * parent who has a child elsewhere too.
 */
async function mayGive(tx: Writing, caller: Caller, personId: string): Promise<boolean> {
  const own = (await tiesTo(tx, caller, [personId])).get(personId) ?? [];
  if (can(caller, 'codes.give', own)) return true;
  if (own.includes('employee')) return false;
  const children = await tx
    .selectFrom('representations')
    .select('child_id')
    .where('tenant_id', '=', caller.tenantId)
    .where('representative_id', '=', personId)
    .where('started_on', '<=', caller.today)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>=', caller.today)]))
    .execute();
  const ties = await tiesTo(
    tx,
    caller,
    children.map((row) => row.child_id),
  );
  return ties.size > 0 && [...ties.values()].every((each) => can(caller, 'codes.give', each));
}

async function accountsOf(tx: Writing, caller: Caller, ids: readonly string[]): Promise<ReadonlyMap<string, Account>> {
  const { rows } = await sql<{ person_id: string; login: string | null; second_factor: boolean; elsewhere: boolean }>`
    select m.person_id, coalesce(u."displayUsername", u.username) as login, coalesce(u."twoFactorEnabled", false) as second_factor,
      works_elsewhere(m.user_id, m.tenant_id) as elsewhere
    from memberships m join auth."user" u on u.id = m.user_id
    where m.tenant_id = ${caller.tenantId} and m.person_id = any (${sql.val([...ids])}::uuid[])`.execute(tx);
  return new Map(
    rows.map((row) => [
      row.person_id,
      { login: row.login ?? '', elsewhere: row.elsewhere, secondFactor: row.second_factor },
    ]),
  );
}

/** Nobody's login yet, and on nobody's slip that is still good. */
async function freeLogin(tx: Writing, caller: Caller, name: string): Promise<string> {
  const wished = suggestLogin(name);
  const { rows } = await sql<{ username: string }>`
    select username from (
      select username from auth."user"
      union all
      select suggested_login from invitations where tenant_id = ${caller.tenantId} and accepted_at is null
        and revoked_at is null and expires_at > ${caller.now}
    ) taken (username)
    where username = ${wished} or username ~ ${`^${wished.replaceAll('.', '\\.')}\\d+$`}`.execute(tx);
  const taken = new Set(rows.map((row) => row.username));
  if (!taken.has(wished)) return wished;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${wished}${number}`)) return `${wished}${number}`;
  }
}

/** Twelve digits, as a pupil types them on any keyboard; guessing is slowed where they are taken. */
function newCode(): string {
  return Array.from({ length: 12 }, () => String(randomInt(10))).join('');
}
