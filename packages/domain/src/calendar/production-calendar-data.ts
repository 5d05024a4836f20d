/** Days that a decree moves, beside the holidays of the Labour Code and the weekends. All days as `YYYY-MM-DD`. */
export type DayTransfers = {
  /** Weekdays without work. */
  readonly daysOff: readonly string[];
  /** Saturdays with work. */
  readonly working: readonly string[];
};

/**
 * Transfers of days off, one entry a decreed year:
 * - 2024: government decree of 10.08.2023 № 1314 (6 January → 10 May, 7 January → 31 December, three working Saturdays);
 * - 2025: government decree of 04.10.2024 № 1335 (4 January → 2 May, 5 January → 31 December, 23 February → 8 May,
 *   8 March → 13 June, Saturday 1 November ↔ Monday 3 November);
 * - 2026: government decree of 24.09.2025 № 1466 (3 January → 9 January, 4 January → 31 December); 9 March and 11 May follow
 *   from article 112 itself;
 * - 2027: no decree is entered. Until it is, the calendar uses article 112 alone: 3 May, 10 May and 14 June are days
 *   off by the rule; where Saturday 2 and Sunday 3 January go is not known.
 */
export const transfersByYear: Readonly<Record<number, DayTransfers>> = {
  2024: {
    daysOff: ['2024-04-29', '2024-04-30', '2024-05-10', '2024-12-30', '2024-12-31'],
    working: ['2024-04-27', '2024-11-02', '2024-12-28'],
  },
  2025: {
    daysOff: ['2025-05-02', '2025-05-08', '2025-06-13', '2025-11-03', '2025-12-31'],
    working: ['2025-11-01'],
  },
  2026: {
    daysOff: ['2026-01-09', '2026-03-09', '2026-05-11', '2026-12-31'],
    working: [],
  },
};
