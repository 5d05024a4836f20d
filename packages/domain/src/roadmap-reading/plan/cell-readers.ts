import type { DateSpan } from '../../calendar/plain-date.ts';
import type { CellReaders } from './activities.ts';

export function cellReaders(_period: DateSpan | null): CellReaders {
  return {
    deadline: (text) => ({
      text,
      windows: [],
      recurrence: null,
      continuous: false,
      onDemand: false,
      external: null,
      alternatives: [],
      issues: [],
    }),
    responsible: (text) => ({ text, parties: [] }),
    result: (text) => ({ text, documents: [], target: null }),
  };
}
