import type { Deps } from '../deps.ts';

export type DemoSignIn = {
  readonly organization: string;
  readonly who: string;
  readonly login: string;
  readonly password: string;
};

/** Invented organisations half-way through a year. Filled once; a second call only tells the sign-ins. */
export async function fillDemo(_deps: Deps): Promise<DemoSignIn[]> {
  return [];
}
