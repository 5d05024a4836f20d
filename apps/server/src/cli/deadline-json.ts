import type { DeadlineReading } from '@nastavnik/domain/deadlines/deadline-reading';

/** The documented shape: an alternative has the shape of a reading without its own alternatives; its remarks are the reading's. */
export function readingJson(reading: DeadlineReading): object {
  return { ...reading, alternatives: reading.alternatives.map((meaning) => ({ ...meaning, issues: [] })) };
}
