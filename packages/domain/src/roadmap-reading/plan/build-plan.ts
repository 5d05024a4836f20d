import type { Ledger } from '../ledger.ts';
import type { DraftStage } from '../roadmap-draft.ts';
import { looksLikeResponsible } from '../text/looks.ts';
import { textOf } from '../text/span.ts';
import { activitiesOf, type CellReaders, type TableShape } from './activities.ts';
import type { PlanOutline, PlanStage, PlanUnit } from './draft-rows.ts';
import { unscramble } from './scrambled.ts';

export type BuiltPlan = {
  readonly stages: DraftStage[] /** Indexes of stages with rows that recognition threw together. */;
  readonly scrambled: number[];
};

/** Turns the outline into stages with their activities. */
export function buildPlan(
  outline: PlanOutline,
  shape: TableShape,
  tools: { ledger: Ledger; read: CellReaders },
): BuiltPlan {
  const stages = lostStages(withoutSignature(outline.stages));
  const scrambled: number[] = [];
  const drafts = stages.map((stage, index): DraftStage => {
    const { activities, notes, hasScrambled } = stageActivities(stage, shape, tools);
    if (hasScrambled) scrambled.push(index);
    const number = tools.ledger.take(stage.number).replace(/[.)\s]+$/u, '');
    return {
      number: number === '' ? null : number,
      title: tools.ledger.take(stage.title),
      notes: [...stage.notes.map((spans) => tools.ledger.take(spans)), ...notes],
      activities,
      source: stage.place,
    };
  });
  return {
    stages: drafts.filter(
      (stage) =>
        (stage.number ?? '') !== '' || stage.title !== '' || stage.activities.length > 0 || stage.notes.length > 0,
    ),
    scrambled,
  };
}

function stageActivities(stage: PlanStage, shape: TableShape, tools: { ledger: Ledger; read: CellReaders }) {
  const activities: DraftStage['activities'][number][] = [];
  const notes: string[] = [];
  let hasScrambled = false;
  const { units } = stage;
  for (let index = 0; index < units.length; ) {
    const block = scrambledBlock(units, index);
    if (block.length > 0) {
      activities.push(...unscramble(block, tools));
      hasScrambled = true;
      index += block.length;
      continue;
    }
    const made = activitiesOf(units[index] as PlanUnit, stage, shape, tools);
    activities.push(...made.activities);
    notes.push(...made.notes);
    index += 1;
  }
  return { activities, notes, hasScrambled };
}

/** Scrambled rows that follow each other, with the incomplete rows around them: their other cells stand in the scrambled ones. */
function scrambledBlock(units: readonly PlanUnit[], from: number): PlanUnit[] {
  let to = from;
  let any = false;
  for (let unit = units[to]; unit && (unit.scrambled !== null || isIncomplete(unit)); unit = units[to]) {
    any ||= unit.scrambled !== null;
    to += 1;
  }
  return any ? units.slice(from, to) : [];
}

function isIncomplete(unit: PlanUnit): boolean {
  return unit.number.length === 0 && unit.responsible.length === 0 && unit.result.length === 0;
}

/** The last row of a sheet is often who signed: a line to sign on, or a post with a name. It is no stage. */
function withoutSignature(stages: readonly PlanStage[]): PlanStage[] {
  const kept = [...stages];
  for (let last = kept.at(-1); last && last.units.length === 0; last = kept.at(-1)) {
    const text = textOf(last.title);
    if (
      !/_{2,}|^м\.\s?п\.|^(?:составил|подготовил|разработал|исп\.|исполнител|приложени[ея](?:\s|$)|список\s)/iu.test(
        text,
      ) &&
      !looksLikeResponsible(text)
    )
      break;
    kept.pop();
  }
  return kept;
}

/**
 * A stage whose heading recognition has lost: the numbers of the stages jump by two and the rows before the jump are scrambled.
 * Those rows become a stage without a title, since they belong to neither neighbour.
 */
function lostStages(stages: readonly PlanStage[]): PlanStage[] {
  return stages.flatMap((stage, index): PlanStage[] => {
    const next = stages[index + 1];
    const jumps =
      next !== undefined && Number.parseInt(textOf(next.number), 10) === Number.parseInt(textOf(stage.number), 10) + 2;
    const at = stage.units.findIndex((unit) => unit.scrambled !== null);
    if (!jumps || at <= 0) return [stage];
    const lost: PlanStage = {
      place: stage.units[at]?.place ?? stage.place,
      number: [],
      title: [],
      notes: [],
      units: stage.units.slice(at),
    };
    return [{ ...stage, units: stage.units.slice(0, at) }, lost];
  });
}
