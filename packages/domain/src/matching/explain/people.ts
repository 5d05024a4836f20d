import type { Id } from '../input/snapshot.ts';
import { EventError } from '../session/events.ts';

/** The one with this id; an `EventError` for a stranger. */
export function personIn<T extends { id: Id }>(people: readonly T[], id: Id): T {
  const found = people.find((one) => one.id === id);
  if (!found) throw new EventError(people.some((one) => 'capacity' in one) ? 'unknown-mentor' : 'unknown-request', id);
  return found;
}
