import type { Ledger } from '../ledger.ts';
import type { DraftActivity } from '../roadmap-draft.ts';
import { looksLikeAction, looksLikeDeadline, looksLikeResponsible, looksLikeResult } from '../text/looks.ts';
import { flowOf, type Span, textOf, trimmed } from '../text/span.ts';
import { activity, type CellReaders } from './activities.ts';
import type { PlanUnit } from './draft-rows.ts';

/** An activity found among the cells of scrambled rows, with the cells of its own row. */
type Found = {
  unit: PlanUnit;
  title: Span[];
  items: Span[][];
  deadlines: Span[][];
  responsibles: Span[][];
  results: Span[][];
  own: Span[];
};

/**
 * Activities of rows that recognition has thrown together. Each row has one activity: its first cell that names an action.
 * Results find their activity by common words. Deadlines and responsibles stay with their row when it has one of them, or are
 * dealt out in order when there are as many as activities. What cannot be told is left, and so stays unrecognised.
 */
export function unscramble(units: readonly PlanUnit[], tools: { ledger: Ledger; read: CellReaders }): DraftActivity[] {
  const found: Found[] = [];
  for (const unit of units) {
    const cells = (
      unit.scrambled ?? [
        unit.number,
        unit.measure,
        unit.content,
        unit.deadline,
        unit.responsible,
        unit.result,
        ...unit.others,
      ]
    ).filter((spans) => spans.length > 0);
    addRow(found, unit, cells);
  }
  const results = found.flatMap((one) => one.results);
  const matched = matchResults(found, results);
  const ordered =
    results.length === found.length && matched.every((result) => result !== null)
      ? found
          .map((_, index) => index)
          .toSorted((left, right) => results.indexOf(matched[left] ?? []) - results.indexOf(matched[right] ?? []))
      : found.map((_, index) => index);
  const deadlines = dealt(found, ordered, (one) => one.deadlines);
  const open = ordered.filter((index) => found[index]?.own.length === 0);
  const responsibles = dealt(found, open, (one) => one.responsibles);
  return ordered.map((index) => {
    const one = found[index] as Found;
    const cells = {
      deadline: deadlines[index] ?? [],
      responsible: one.own.length > 0 ? one.own : (responsibles[index] ?? []),
      result: matched[index] ?? [],
    };
    const made = activity(
      { unit: one.unit, point: { number: [], body: one.title, whole: one.title, group: null }, measure: null, cells },
      tools,
    );
    return { ...made, items: one.items.map((spans) => tools.ledger.take(spans)) };
  });
}

function addRow(found: Found[], unit: PlanUnit, cells: readonly (readonly Span[])[]): void {
  let mine: Found | null = null;
  const rest: Span[][] = [];
  for (const spans of cells) {
    const text = textOf(spans);
    const isTerm = looksLikeDeadline(text) || looksLikeResponsible(text);
    if (isTerm || !looksLikeAction(text)) {
      rest.push([...spans]);
      continue;
    }
    const known = found.find((one) => sameBeginning(textOf(one.title), text));
    if (known && text.length > textOf(known.title).length) known.title = [...spans];
    else if (known) continue;
    else if (mine) mine.items.push([...spans]);
    else {
      mine = { unit, title: [...spans], items: [], deadlines: [], responsibles: [], results: [], own: [] };
      found.push(mine);
    }
  }
  const owner: Found | undefined = mine ?? found.at(-1);
  if (!owner) return;
  const own = ownTerms(rest);
  if (own) {
    owner.deadlines.push(own.deadline);
    owner.own = own.responsibles;
  }
  for (const spans of rest) {
    if (own && (spans === own.deadline || own.cells.includes(spans))) continue;
    for (const part of doubled(spans)) {
      const text = textOf(part);
      if (looksLikeDeadline(text)) owner.deadlines.push(part);
      else if (looksLikeResponsible(text)) owner.responsibles.push(part);
      else if (looksLikeResult(text) || text.length > 20) owner.results.push(part);
    }
  }
}

/** A deadline with responsibles right after it and a result behind them reads as the row's own cells. */
function ownTerms(rest: readonly Span[][]): { deadline: Span[]; responsibles: Span[]; cells: Span[][] } | null {
  const at = rest.findIndex((spans) => looksLikeDeadline(textOf(spans)));
  const deadline = rest[at];
  if (!deadline || rest.filter((spans) => looksLikeDeadline(textOf(spans))).length !== 1) return null;
  const cells: Span[][] = [];
  for (const spans of rest.slice(at + 1)) {
    if (!looksLikeResponsible(textOf(spans)) || doubled(spans).length > 1) break;
    cells.push(spans);
  }
  return cells.length > 0 && rest.length > cells.length + 1 ? { deadline, responsibles: cells.flat(), cells } : null;
}

/** Two cells one below the other come out as one text with a wide gap: «Горева О.В.  Горева О.В.». */
function doubled(spans: readonly Span[]): Span[][] {
  const flow = flowOf(spans);
  const parts: Span[][] = [];
  let from = 0;
  for (const gap of flow.text.matchAll(/(?<=\S)[^\S\n]{2,}(?=\p{Lu})/gu)) {
    parts.push(trimmed(flow.slice(from, gap.index ?? 0)));
    from = (gap.index ?? 0) + gap[0].length;
  }
  return [...parts, trimmed(flow.slice(from, flow.text.length))].filter((part) => part.length > 0);
}

function sameBeginning(left: string, right: string): boolean {
  const length = Math.min(left.length, right.length);
  return length >= 40 && left.slice(0, length).toLowerCase() === right.slice(0, length).toLowerCase();
}

/** The result of each activity by common word stems, the strongest likeness first. */
function matchResults(found: readonly Found[], results: readonly Span[][]): (Span[] | null)[] {
  const matched: (Span[] | null)[] = found.map(() => null);
  const free = new Set(results);
  if (results.length === 0) return matched;
  const pairs = found
    .flatMap((one, index) =>
      results.map((result) => ({
        index,
        result,
        score: likeness(textOf(one.title), textOf(result)) + (one.results.includes(result) ? 0.05 : 0),
      })),
    )
    .filter((pair) => pair.score >= 0.2)
    .toSorted((left, right) => right.score - left.score);
  for (const { index, result } of pairs) {
    if (matched[index] !== null || !free.has(result)) continue;
    matched[index] = result;
    free.delete(result);
  }
  const open = matched.flatMap((result, index) => (result === null ? [index] : []));
  const [last] = [...free];
  if (open.length === 1 && free.size === 1 && open[0] !== undefined && last) matched[open[0]] = last;
  return matched;
}

function likeness(left: string, right: string): number {
  const [one, other] = [stems(left), stems(right)];
  const common = [...one].filter((stem) => other.has(stem)).length;
  return common / Math.max(1, Math.min(one.size, other.size));
}

function stems(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 6)));
}

function dealt(found: readonly Found[], ordered: readonly number[], pick: (one: Found) => Span[][]): Span[][] {
  const all = found.flatMap(pick);
  const out: Span[][] = found.map(() => []);
  if (all.length === ordered.length && ordered.length > 1) {
    ordered.forEach((index, at) => {
      out[index] = all[at] ?? [];
    });
    return out;
  }
  return found.map((one) => (pick(one).length === 1 ? (pick(one)[0] ?? []) : []));
}
