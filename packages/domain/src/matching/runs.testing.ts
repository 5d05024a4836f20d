import { vi } from 'vitest';

/**
 * How many random rounds a property looks at. By default the seed is fixed and a run takes seconds; `MATCHING_FUZZ=60`
 * looks at sixty times as many with a new seed each time (printed on failure), see `scripts/matching-fuzz.ts`.
 */
export function runs(count: number): { numRuns: number; seed?: number } {
  const factor = fuzzFactor();
  return factor > 0 ? { numRuns: count * factor } : { numRuns: count, seed: 20260901 };
}

function fuzzFactor(): number {
  const host = globalThis as { process?: { env: Record<string, string | undefined> } };
  return Number(host.process?.env['MATCHING_FUZZ'] ?? 0);
}

// A search through everything has no natural limit of time, least of all on a busy machine.
vi.setConfig({ testTimeout: fuzzFactor() > 0 ? 3_600_000 : 120_000 });
