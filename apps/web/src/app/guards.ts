import type { SessionAnswer } from '@nastavnik/contracts/session';
import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { isEmployee } from '../lib/employee.ts';
import { sessionQuery } from '../lib/session.ts';

type Situation = { context: { queryClient: QueryClient }; location: { href: string } };

/** Screens of the programme: whoever is not in it is led to the page that comes before. */
export async function onlyInside({ context, location }: Situation): Promise<void> {
  const session = await context.queryClient.ensureQueryData(sessionQuery);
  switch (session.state) {
    case 'setup':
      throw redirect({ to: '/setup' });
    case 'anonymous':
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { back: location.href } });
    case 'no-organization':
      throw redirect({ to: '/no-organization' });
    case 'signed-in':
  }
}

/** Pupils, parents and partners' people begin at their own page. */
export async function onlyEmployees({ context }: Situation): Promise<void> {
  const session = await context.queryClient.ensureQueryData(sessionQuery);
  if (session.state === 'signed-in' && !isEmployee(session.active)) throw redirect({ to: '/my' });
}

/** The page stands only while the session is in this state; otherwise the start decides where to go. */
export function onlyWhile(state: SessionAnswer['state']) {
  return async ({ context }: Situation): Promise<void> => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session.state !== state) throw redirect({ to: '/' });
  };
}

/** Only an address of our own is gone back to: `//elsewhere` and `https:` are not. */
export function safeBack(back: unknown): string | undefined {
  return typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : undefined;
}
