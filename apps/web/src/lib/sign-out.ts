import { send } from './api/send.ts';

/** Ends this session or all of them, and leaves nothing of the old one in the page. */
export async function signOut(where: 'here' | 'everywhere'): Promise<void> {
  if (where === 'everywhere') await send('POST', '/api/auth/revoke-sessions', { body: {} });
  await send('POST', '/api/auth/sign-out', { body: {} });
  globalThis.location.assign('/sign-in');
}
