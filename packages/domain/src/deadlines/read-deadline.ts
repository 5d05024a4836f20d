import type { Deadline, DeadlineContext } from './deadline.ts';
import type { DeadlineIssue, DeadlineMeaning, DeadlineReading } from './deadline-reading.ts';
import { parseDeadline } from './parse-deadline.ts';
import { wholeIssue } from './parse-issues.ts';
import { type ResolvedDeadline, resolveDeadline, type SaidWords } from './resolve-deadline.ts';

/** Reads a phrase in a period: the windows and repetitions of its likeliest meaning, its other meanings, and what to look at. Never throws. */
export function readDeadline(text: string, context: DeadlineContext): DeadlineReading {
  const { deadline, alternatives, issues, relativeWords } = parseDeadline(text);
  const said = { text, relativeWords };
  if (!deadline) return { ...nothing(text), alternatives: [], issues };
  const resolved = resolveDeadline(deadline, context, said);
  const others = otherMeanings(deadline, alternatives, resolved, context, said);
  const found = [...issues, ...problemIssues(resolved, text)];
  if (others.length > 0 && !found.some(({ code }) => code === 'deadline.ambiguous')) {
    found.push(wholeIssue('deadline.ambiguous', text));
  }
  return { ...resolved.meaning, alternatives: others, issues: found };
}

function nothing(text: string): DeadlineMeaning {
  return { text, windows: [], recurrence: null, continuous: false, onDemand: false, external: null };
}

function otherMeanings(
  deadline: Deadline,
  structural: readonly Deadline[],
  resolved: ResolvedDeadline,
  context: DeadlineContext,
  said: SaidWords,
): DeadlineMeaning[] {
  const others: DeadlineMeaning[] = [];
  const known = new Set([key(resolved.meaning)]);
  const add = (meaning: DeadlineMeaning) => {
    if (known.has(key(meaning))) return;
    known.add(key(meaning));
    others.push(meaning);
  };
  for (const other of structural) add(resolveDeadline(other, context, said).meaning);
  // What repeats every year of the plan has nothing to choose: all its places are meant.
  const everyYear = resolved.meaning.recurrence !== null && resolved.meaning.windows.length > deadline.windows.length;
  if (!everyYear) {
    for (let choice = 1; choice < resolved.choices; choice += 1)
      add(resolveDeadline(deadline, context, said, choice).meaning);
  }
  return others;
}

function key({ windows, recurrence }: DeadlineMeaning): string {
  return JSON.stringify([windows, recurrence]);
}

function problemIssues({ problems }: ResolvedDeadline, text: string): DeadlineIssue[] {
  const issues: DeadlineIssue[] = [];
  for (const { code, shift } of problems) {
    if (issues.some((issue) => issue.code === code)) continue;
    const issue = wholeIssue(code, text);
    const better = shift === undefined ? null : text.replace(/(?:19|20)\d\d/g, (year) => String(Number(year) + shift));
    issues.push(better === null || better === text ? issue : { ...issue, suggestion: better });
  }
  return issues;
}
