import type { IndicatorsAnswer } from '@nastavnik/contracts/roadmaps';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { grouped } from '@nastavnik/domain/roadmaps/grouped';
import { indicators, type Row, ratiosOf } from '@nastavnik/domain/roadmaps/indicators';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { countedOf, seePlan } from '../roadmaps/door.ts';

/** IND-01 and IND-02 of a roadmap on a day, pooled per stage and per responsible, with the occurrences behind them. */
export async function seeIndicators(
  tx: Reading,
  caller: Caller,
  roadmapId: string,
  on: PlainDate | undefined,
): Promise<IndicatorsAnswer> {
  permit(caller, 'roadmap.indicators');
  const plan = await seePlan(tx, caller, roadmapId);
  const day = on ?? caller.today;
  const { rows, completion, timeliness } = indicators(countedOf(plan), day, plan.cycle.end);
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const stages = new Map(plan.stages.map((stage) => [stage.id, stage.title]));
  const itemOf = (row: Row) => items.get(row.occurrence.itemId)!;
  const ofStage = grouped(rows, (row) => itemOf(row).stageId);
  const ofResponsible = grouped(
    rows.flatMap((row) => namesOf(itemOf(row)).map((name) => ({ name, row }))),
    (each) => each.name,
  );
  return {
    on: day,
    completion,
    timeliness,
    byStage: plan.stages.map((stage) => ({
      id: stage.id,
      title: stage.title,
      ...ratiosOf(ofStage.get(stage.id) ?? []),
    })),
    byResponsible: [...ofResponsible].map(([name, own]) => ({ name, ...ratiosOf(own.map((each) => each.row)) })),
    rows: rows.map((row) => ({
      itemId: row.occurrence.itemId,
      occurrenceId: row.occurrence.id,
      stage: stages.get(itemOf(row).stageId) ?? '',
      title: itemOf(row).title,
      responsible: itemOf(row).responsibleText,
      due: row.occurrence.due,
      originalDue: row.occurrence.originalDue,
      doneOn: row.occurrence.doneOn,
      counts: row.counts,
      inTime: row.inTime,
      why: row.why,
      reason: row.occurrence.reason,
    })),
  };
}

/** Responsibles in the words of the plan: an item of two counts for each of them. */
function namesOf(item: {
  readonly responsibleText: string | null;
  readonly parties: readonly { name: string | null; post: string | null }[];
}): string[] {
  const names = item.parties.map((party) => party.name ?? party.post).filter((name) => name !== null);
  return names.length > 0 ? [...new Set(names)] : [item.responsibleText ?? '—'];
}
