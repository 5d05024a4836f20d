/**
 * How many random rounds a property looks at. `MATCHING_FUZZ=60 npx vitest run …` makes it sixty times as many with a new
 * seed each time (printed on failure): about an hour. Without it the seed is fixed and the default run stays quick.
 */
export function runs(count: number): { numRuns: number; seed?: number; endOnFailure?: boolean } {
  const factor = Number(fuzzFactor() ?? 0);
  return factor > 0 ? { numRuns: count * factor } : { numRuns: count, seed: 20260901 };
}

function fuzzFactor(): string | undefined {
  const host = globalThis as { process?: { env: Record<string, string | undefined> } };
  return host.process?.env['MATCHING_FUZZ'];
}
