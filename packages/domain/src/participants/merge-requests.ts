import { type MergedRequest, REQUEST_SOURCES, type RequestNote, URGENCIES } from './request-states.ts';

/**
 * Notes from personnel files, method work, certification, questionnaires … as one list for each person: one entry for
 * a theme, wherever it was found, the most urgent first. Notes without a theme are joined only when their words are the
 * same. No note is lost: each stands in exactly one entry.
 */
export function mergeRequests(notes: readonly RequestNote[]): readonly MergedRequest[] {
  const groups = new Map<string, RequestNote[]>();
  for (const note of notes) {
    const key = JSON.stringify([note.personId, note.themeId ?? `words:${plain(note.words)}`]);
    const group = groups.get(key);
    if (group) group.push(note);
    else groups.set(key, [note]);
  }
  return [...groups.values()]
    .map(merged)
    .toSorted(
      (one, other) =>
        compare(one.personId, other.personId) ||
        URGENCIES.indexOf(other.urgency) - URGENCIES.indexOf(one.urgency) ||
        compare(one.firstFoundOn, other.firstFoundOn) ||
        compare(one.noteIds[0] ?? '', other.noteIds[0] ?? ''),
    );
}

function merged(group: readonly RequestNote[]): MergedRequest {
  const notes = group.toSorted((one, other) => compare(one.foundOn, other.foundOn) || compare(one.id, other.id));
  const sources = new Set(notes.map(({ source }) => source));
  const urgency = Math.max(...notes.map((note) => URGENCIES.indexOf(note.urgency)));
  return {
    personId: notes[0]?.personId ?? '',
    themeId: notes[0]?.themeId ?? null,
    noteIds: notes.map(({ id }) => id),
    sources: REQUEST_SOURCES.filter((source) => sources.has(source)),
    firstFoundOn: first(notes).foundOn,
    lastFoundOn: first(notes.toReversed()).foundOn,
    urgency: URGENCIES[urgency] ?? 'calm',
    words: different(notes.map(({ words }) => words)),
    wishedResults: different(notes.map(({ wishedResult }) => wishedResult)),
  };
}

/** A group is made by its first note, so there is one. */
function first(notes: readonly RequestNote[]): RequestNote {
  const [note] = notes;
  if (!note) throw new RangeError('a group without notes');
  return note;
}

/** Said twice in the same words is said once; the first spelling stands. */
function different(texts: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const text of texts) if (text.trim() !== '' && !seen.has(plain(text))) seen.set(plain(text), text.trim());
  return [...seen.values()];
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s.,;:!?«»"'()–—-]+/g, ' ')
    .trim();
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
