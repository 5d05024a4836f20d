import { rollOverDecisions } from '@nastavnik/contracts/roll-over';
import { useState } from 'react';
import type { z } from 'zod';

export type Decisions = z.infer<typeof rollOverDecisions>;
export type ClassDecision = Decisions['classes'][string];
export type PupilDecision = Decisions['pupils'][string];

const NOTHING: Decisions = { classes: {}, pupils: {} };

/** What was decided so far, kept in this browser (ids, no names) until the year is rolled over: the work takes days. */
export function useDecisions(key: string): [Decisions, (change: Partial<Decisions>) => void, () => void] {
  const [decisions, setDecisions] = useState(() => read(key));
  const change = (part: Partial<Decisions>) => {
    const next = { ...decisions, ...part };
    setDecisions(next);
    write(key, next);
  };
  return [decisions, change, () => write(key, undefined)];
}

/** The decisions without this one, or with it. */
export function withDecision<Decision>(
  all: Readonly<Record<string, Decision>>,
  id: string,
  decision: Decision | undefined,
): Record<string, Decision> {
  const rest = Object.fromEntries(Object.entries(all).filter(([key]) => key !== id));
  return decision === undefined ? rest : { ...rest, [id]: decision };
}

function read(key: string): Decisions {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage?.getItem(key) ?? '');
    return rollOverDecisions.safeParse(kept).data ?? NOTHING;
  } catch {
    return NOTHING;
  }
}

function write(key: string, decisions: Decisions | undefined): void {
  try {
    if (decisions) globalThis.localStorage?.setItem(key, JSON.stringify(decisions));
    else globalThis.localStorage?.removeItem(key);
  } catch {
    // Private mode or a full storage: the decisions live as long as the page.
  }
}
