import { passwordFault } from '@nastavnik/domain/access/password';
import type { Writing } from '../db/transactions.ts';
import { newId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { Auth } from './auth.ts';

export type NewAccount = {
  readonly name: string;
  readonly login: string;
  readonly email: string | null;
  readonly password: string;
};

/**
 * An account with a password, in the caller's transaction. People without mail get an address that cannot exist
 * (RFC 2606), since the sign-in library keys accounts by address.
 * @throws setup.password-weak, and `taken` when the login or the address is somebody's
 */
export async function createAccount(
  tx: Writing,
  auth: Auth,
  account: NewAccount,
  now: Date,
  taken: 'setup.login-taken' | 'invitation.login-taken',
): Promise<string> {
  const fault = passwordFault(account.password, [account.login, account.email ?? '', account.name]);
  if (fault) throw new Refusal('setup.password-weak', { why: fault });
  const login = account.login.toLowerCase();
  const email = account.email?.toLowerCase() ?? `${login}@no-mail.invalid`;
  const existing = await tx
    .selectFrom('auth.user')
    .select('id')
    .where((where) => where.or([where('username', '=', login), where('email', '=', email)]))
    .executeTakeFirst();
  if (existing) throw new Refusal(taken);
  const hash = await (await auth.$context).password.hash(account.password);
  const userId = newId(now);
  // Two who choose one login at once: the second waits for the first here, and finds it taken.
  const inserted = await tx
    .insertInto('auth.user')
    .values({
      id: userId,
      name: account.name,
      email,
      emailVerified: account.email !== null,
      username: login,
      displayUsername: account.login,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) throw new Refusal(taken);
  await tx
    .insertInto('auth.account')
    .values({
      id: newId(now),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: hash,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  return userId;
}

/** A new password for an account that is there, in the caller's transaction; its open sessions end. Returns the login. */
export async function replacePassword(
  tx: Writing,
  auth: Auth,
  userId: string,
  wish: { readonly password: string; readonly name: string },
  now: Date,
): Promise<string> {
  const user = await tx
    .selectFrom('auth.user')
    .select(['username', 'email'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  const fault = passwordFault(wish.password, [user.username ?? '', user.email, wish.name]);
  if (fault) throw new Refusal('setup.password-weak', { why: fault });
  const hash = await (await auth.$context).password.hash(wish.password);
  await tx
    .updateTable('auth.account')
    .set({ password: hash, updatedAt: now })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute();
  await tx.deleteFrom('auth.session').where('userId', '=', userId).execute();
  return user.username ?? user.email;
}
