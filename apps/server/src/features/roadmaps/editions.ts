import type { ComparedItem } from '@nastavnik/domain/roadmaps/difference';
import { matchItems } from '@nastavnik/domain/roadmaps/match-items';
import type { Actor } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { NewItem, NewPlan } from './new-plan.ts';
import type { Plan, PlanItem } from './plan.ts';

/** A stored plan in words, for comparing. */
export function comparedItems(plan: Pick<Plan, 'stages' | 'items'>): ComparedItem[] {
  const stages = new Map(plan.stages.map((stage) => [stage.id, stage.title]));
  return plan.items.map((item) => ({
    lineageId: item.lineageId,
    stage: stages.get(item.stageId) ?? '',
    number: item.number,
    title: item.title,
    measure: item.measure,
    points: item.points,
    deadline: item.deadlineText,
    responsible: item.responsibleText,
    result: item.resultText,
    condition: item.condition,
    done: hasWork(item),
  }));
}

/** A plan that is not stored yet in the same words; its items have no lineage until they are matched. */
export function comparedNewItems(plan: NewPlan): ComparedItem[] {
  return plan.stages.flatMap((stage) =>
    stage.items.map((item) => ({
      lineageId: item.lineageId,
      stage: stage.title,
      number: item.number,
      title: item.title,
      measure: item.measure,
      points: item.points,
      deadline: item.deadlineText,
      responsible: item.responsibleText,
      result: item.resultText,
      condition: item.condition,
      done: false,
    })),
  );
}

/** Work that must not be lost: something done or begun, or evidence. */
export function hasWork(item: PlanItem): boolean {
  return item.occurrences.some(
    (each) => each.evidence.length > 0 || ['done', 'reported', 'inProgress'].includes(each.state),
  );
}

/** Gives each item of the newer plan the lineage of its older self, and marks what changed. */
export function withLineage(older: Plan, newer: NewPlan): NewPlan {
  const before = comparedItems(older);
  const after = comparedNewItems(newer);
  const found = matchItems(before, after);
  let at = -1;
  const change = (item: NewItem): NewItem => {
    at += 1;
    const index = found[at];
    if (index === undefined) return { ...item, lineageId: undefined, changed: 'added' };
    const [was, is] = [before[index]!, after[at]!];
    const differs = (['title', 'measure', 'deadline', 'responsible', 'result', 'condition'] as const).some(
      (field) => was[field] !== is[field],
    );
    const changed =
      differs || was.points.join() !== is.points.join() ? 'changed' : was.stage !== is.stage ? 'moved' : null;
    return { ...item, lineageId: older.items[index]!.lineageId, changed };
  };
  return { ...newer, stages: newer.stages.map((stage) => ({ ...stage, items: stage.items.map(change) })) };
}

/** A stored plan as a new one with the same lineage: the beginning of an amendment. */
export function asNewPlan(plan: Plan): NewPlan {
  return {
    title: plan.roadmap.title,
    organizations: plan.roadmap.organizations,
    sections: plan.roadmap.sections,
    columns: plan.roadmap.columns,
    approvals: [],
    stages: plan.stages.map((stage) => ({
      number: stage.number,
      title: stage.title,
      notes: stage.notes,
      items: plan.items
        .filter((item) => item.stageId === stage.id)
        .map((item) => ({
          lineageId: item.lineageId,
          number: item.number,
          title: item.title,
          measure: item.measure,
          points: item.points,
          activityKind: item.activityKind,
          deadlineText: item.deadlineText,
          deadline: item.deadline,
          responsibleText: item.responsibleText,
          parties: item.parties,
          resultText: item.resultText,
          result: item.result,
          condition: item.condition,
          changed: null,
        })),
    })),
  };
}

/** The next number of an edition in a lineage. */
export async function nextEdition(tx: Writing, actor: Actor, lineageId: string): Promise<number> {
  const row = await tx
    .selectFrom('roadmaps')
    .select((each) => each.fn.max('edition').as('last'))
    .where('tenant_id', '=', actor.tenantId)
    .where('lineage_id', '=', lineageId)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** Of one running edition one newer is prepared at a time. @throws roadmap.state with the id of the one that is */
export async function demandNoAmendment(
  tx: Writing,
  actor: Actor,
  roadmap: { id: string; state: string },
): Promise<void> {
  const pending = await tx
    .selectFrom('roadmaps')
    .select('id')
    .where('tenant_id', '=', actor.tenantId)
    .where('amends', '=', roadmap.id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (pending) throw new Refusal('roadmap.state', { state: roadmap.state, amendment: pending.id });
}
