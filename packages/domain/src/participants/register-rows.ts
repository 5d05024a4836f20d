import { addDays, type DateSpan, type PlainDate, plainDate } from '../calendar/plain-date.ts';
import { isInBank, type ParticipantRole } from './participant-states.ts';
import type { RegisterParticipant, RegisterRow, StatusLine } from './register.ts';

/**
 * The register of participants (персонифицированный учёт, DOC-30) as it stood at the end of a day: whoever was in the
 * bank, with the state they had then. What was written later about later days changes nothing here.
 */
export function registerOn(
  lines: readonly StatusLine[],
  participants: readonly RegisterParticipant[],
  day: PlainDate,
): readonly RegisterRow[] {
  return rowsOver(historiesOf(lines, participants), participants, { start: day, end: day }).filter((row) =>
    isInBank(row.state),
  );
}

/**
 * Whoever was in the bank on any day of the span, with the state at its end: those who completed or left in it too.
 */
export function registerOver(
  lines: readonly StatusLine[],
  participants: readonly RegisterParticipant[],
  span: DateSpan,
): readonly RegisterRow[] {
  return rowsOver(historiesOf(lines, participants), participants, span);
}

export type RegisterCounts = {
  readonly records: number;
  /** A person counts once, however many records they have (INDICATORS §0.8). */
  readonly people: number;
  readonly byRole: Readonly<Record<ParticipantRole, number>>;
  /** Distinct people by form; a person in two forms counts in both. */
  readonly byForm: Readonly<Record<string, number>>;
};

export function countRegister(rows: readonly RegisterRow[]): RegisterCounts {
  const people = (chosen: readonly RegisterRow[]) => new Set(chosen.map(({ personId }) => personId)).size;
  const forms = [...new Set(rows.flatMap((row) => row.forms))].toSorted();
  return {
    records: rows.length,
    people: people(rows),
    byRole: {
      mentee: people(rows.filter(({ role }) => role === 'mentee')),
      mentor: people(rows.filter(({ role }) => role === 'mentor')),
    },
    byForm: Object.fromEntries(forms.map((form) => [form, people(rows.filter((row) => row.forms.includes(form)))])),
  };
}

export type RegisterQuarter = {
  readonly quarter: DateSpan;
  /** Came into the bank, and left it, in the quarter. */
  readonly entered: number;
  readonly left: number;
  readonly over: RegisterCounts;
  readonly atEnd: RegisterCounts;
};

/** LIFECYCLE 2.1 (4): quarter by quarter of the calendar, from the quarter of `from` to that of `to`. */
export function registerByQuarters(
  lines: readonly StatusLine[],
  participants: readonly RegisterParticipant[],
  { start, end }: DateSpan,
): readonly RegisterQuarter[] {
  const histories = historiesOf(lines, participants);
  return quartersOf({ start, end }).map((quarter) => {
    const over = rowsOver(histories, participants, quarter);
    const atEnd = over.filter(({ state }) => isInBank(state));
    const eve = addDays(quarter.start, -1);
    const before = rowsOver(histories, participants, { start: eve, end: eve });
    const stood = before.filter(({ state }) => isInBank(state));
    return {
      quarter,
      entered: notAmong(over, stood),
      left: notAmong(over, atEnd),
      over: countRegister(over),
      atEnd: countRegister(atEnd),
    };
  });
}

/** Calendar quarters that the span touches. */
export function quartersOf({ start, end }: DateSpan): readonly DateSpan[] {
  const quarters: DateSpan[] = [];
  let year = Number(start.slice(0, 4));
  let quarter = Math.floor((Number(start.slice(5, 7)) - 1) / 3);
  for (;;) {
    const first = plainDate(`${pad(year, 4)}-${pad(quarter * 3 + 1, 2)}-01`);
    if (first > end) return quarters;
    quarter += 1;
    if (quarter === 4) [year, quarter] = [year + 1, 0];
    quarters.push({ start: first, end: addDays(plainDate(`${pad(year, 4)}-${pad(quarter * 3 + 1, 2)}-01`), -1) });
  }
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

type Histories = ReadonlyMap<string, readonly StatusLine[]>;

/** One person in one role: who goes over to the next year neither leaves nor comes. */
function whoAs({ personId, role }: { readonly personId: string; readonly role: ParticipantRole }): string {
  return `${role} ${personId}`;
}

/** How many of them, each once, are not among the others. */
function notAmong(rows: readonly RegisterRow[], others: readonly RegisterRow[]): number {
  const known = new Set(others.map(whoAs));
  return new Set(rows.map(whoAs).filter((each) => !known.has(each))).size;
}

/**
 * Each participant's lines in time, whatever the order in which they came. The record of a later year takes the place of
 * the same person's one in that role.
 */
function historiesOf(lines: readonly StatusLine[], participants: readonly RegisterParticipant[]): Histories {
  const histories = byParticipant(lines);
  const inTurn = participants
    .flatMap((participant) => {
      const first = histories.get(participant.id)?.[0];
      return first ? [{ participant, from: first.on }] : [];
    })
    .toSorted((one, other) => (one.from < other.from ? 1 : -1));
  const later = new Map<string, PlainDate>();
  for (const { participant, from } of inTurn) {
    const next = later.get(whoAs(participant));
    later.set(whoAs(participant), from);
    if (next === undefined) continue;
    const kept = (histories.get(participant.id) ?? []).filter(({ on }) => on < next);
    histories.set(participant.id, [
      ...kept,
      { participantId: participant.id, on: next, sequence: 0, state: 'completed' },
    ]);
  }
  return histories;
}

function byParticipant(lines: readonly StatusLine[]): Map<string, readonly StatusLine[]> {
  const histories = new Map<string, StatusLine[]>();
  for (const line of lines) {
    const history = histories.get(line.participantId);
    if (history) history.push(line);
    else histories.set(line.participantId, [line]);
  }
  for (const history of histories.values()) history.sort(inTime);
  return new Map(histories);
}

function rowsOver(histories: Histories, participants: readonly RegisterParticipant[], span: DateSpan): RegisterRow[] {
  return participants.flatMap((participant) => {
    const history = (histories.get(participant.id) ?? []).filter(({ on }) => on <= span.end);
    const last = history.at(-1);
    if (!last || !wasInBankDuring(history, span.start)) return [];
    return [rowOf(participant, history, last, span)];
  });
}

function rowOf(
  { id, personId, role, forms }: RegisterParticipant,
  history: readonly StatusLine[],
  last: StatusLine,
  span: DateSpan,
): RegisterRow {
  let since = last;
  for (const line of history.toReversed()) {
    if (line.state !== last.state) break;
    since = line;
  }
  const active = forms.filter(({ from, to }) => from <= span.end && (to === null || to >= span.start));
  return {
    participantId: id,
    personId,
    role,
    state: last.state,
    since: since.on,
    enteredOn: history.find((line) => isInBank(line.state))?.on ?? null,
    forms: [...new Set(active.map(({ form }) => form))],
  };
}

/** In the bank at the end of the day before, or on any day from then on. Lines are in time and not after the span. */
function wasInBankDuring(history: readonly StatusLine[], start: PlainDate): boolean {
  const before = history.findLast((line) => line.on < start);
  return (
    (before !== undefined && isInBank(before.state)) || history.some((line) => line.on >= start && isInBank(line.state))
  );
}

function inTime(one: StatusLine, other: StatusLine): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  return one.sequence - other.sequence;
}
