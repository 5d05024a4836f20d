import { readFileSync } from 'node:fs';
import { type Clock, systemClock } from './clock.ts';

/**
 * A clock that journeys move from outside: the file holds the moment, ISO 8601; without the file it is the system's.
 * Asked for by `NASTAVNIK_TEST_CLOCK` only.
 */
export function clockFromFile(path: string): Clock {
  return {
    now() {
      try {
        return new Date(readFileSync(path, 'utf8').trim());
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return systemClock.now();
        throw error;
      }
    },
  };
}
