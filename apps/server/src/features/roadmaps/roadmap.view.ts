import type { Roadmap, roadmapSummary } from '@nastavnik/contracts/roadmaps';
import { can } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { grouped } from '@nastavnik/domain/roadmaps/grouped';
import { indicators, ratiosOf } from '@nastavnik/domain/roadmaps/indicators';
import { ACTION_OF, allows, isEditable, type RoadmapCommand } from '@nastavnik/domain/roadmaps/roadmap-commands';
import type { z } from 'zod';
import { viewItem } from './item.view.ts';
import { peopleOfPlan } from './people-of-plan.ts';
import type { Plan, PlanApproval } from './plan.ts';
import type { Viewer } from './viewer.ts';

/** The whole roadmap as the caller may see it; `may` follows the state and the access table. */
export function viewRoadmap(caller: Viewer, plan: Plan): Roadmap {
  const people = peopleOfPlan(plan.directory);
  const items = plan.items.map((item) =>
    viewItem({ ...caller, mine: people.isResponsible(item, caller.personId) }, plan, people, item),
  );
  return { ...viewFrame(caller, plan), items };
}

/** The roadmap without its items. */
export function viewFrame(caller: Omit<Viewer, 'personId'>, plan: Plan): Omit<Roadmap, 'items'> {
  const { roadmap } = plan;
  return {
    id: roadmap.id,
    title: roadmap.title,
    cycle: plan.cycle,
    state: roadmap.state,
    edition: roadmap.edition,
    amends: roadmap.amends,
    supersededBy: roadmap.supersededBy,
    amendmentReason: roadmap.amendmentReason,
    returnComment: roadmap.returnComment,
    organizations: [...roadmap.organizations],
    sections: roadmap.sections.map(({ heading, paragraphs }) => ({ heading, paragraphs: [...paragraphs] })),
    columns: [...roadmap.columns],
    approvals: plan.approvals.map(viewApproval),
    outerAgreement: outerAgreementOf(plan),
    stages: stagesOf(plan, caller.today),
    importId: roadmap.importId,
    version: roadmap.version,
    may: mayOf(caller, plan),
  };
}

function mayOf(caller: Pick<Viewer, 'roles'>, { roadmap, settings }: Plan): Roadmap['may'] {
  const may = (command: RoadmapCommand) => can(caller, ACTION_OF[command]) && allows(roadmap.state, command);
  const edit = can(caller, 'roadmap.edit') && isEditable(roadmap.state);
  return {
    edit,
    submit: may('submit'),
    return: may('return'),
    considerByCouncil: may('considerByCouncil'),
    agree: may('agree'),
    askAuthority: may('askAuthority') && settings.authorityTenantId !== null && roadmap.request !== 'asked',
    approve: may('approve') && (!settings.outerRequired || roadmap.state === 'agreed'),
    enact: may('enact'),
    amend: may('amend') && roadmap.supersededBy === null,
    close: may('close'),
    archive: may('archive'),
    print: can(caller, 'roadmap.print'),
    remove: edit && roadmap.state === 'draft',
  };
}

function outerAgreementOf({ roadmap, settings }: Plan): Roadmap['outerAgreement'] {
  const agreed = roadmap.state !== 'underReview' && settings.outerRequired && !isEditable(roadmap.state);
  return {
    required: settings.outerRequired,
    state: agreed ? 'agreed' : roadmap.request,
    authority: settings.authorityName,
    onThisServer: settings.authorityTenantId !== null,
  };
}

function stagesOf(plan: Plan, today: PlainDate): Roadmap['stages'] {
  const { rows } = indicators(countedOf(plan), today, plan.cycle.end);
  const stageOfItem = new Map(plan.items.map((item) => [item.id, item.stageId]));
  const rowsOf = grouped(rows, (row) => stageOfItem.get(row.occurrence.itemId));
  const itemsOf = grouped(plan.items, (item) => item.stageId);
  return plan.stages.map((stage) => {
    const { completion } = ratiosOf(rowsOf.get(stage.id) ?? []);
    return {
      id: stage.id,
      position: stage.position,
      number: stage.number,
      title: stage.title,
      notes: [...stage.notes],
      done: completion.numerator,
      due: completion.denominator,
      total: itemsOf.get(stage.id)?.length ?? 0,
    };
  });
}

/** The occurrences of a plan as the indicators count them. */
export function countedOf(plan: Pick<Plan, 'items'>) {
  return plan.items.flatMap((item) =>
    item.occurrences.map((each) => ({
      id: each.id,
      itemId: item.id,
      kind: each.kind,
      state: each.state,
      due: each.due,
      originalDue: each.originalDue,
      doneOn: each.doneOn,
      evidence: each.evidence.length,
      awake: item.awake,
      reason: each.stateReason ?? item.stateReason,
    })),
  );
}

export function viewApproval(approval: PlanApproval): Roadmap['approvals'][number] {
  const { decision: _decision, authority: _authority, ...shown } = approval;
  return { ...shown, recordedAt: approval.recordedAt?.toISOString() ?? null };
}

export function summarize(
  plan: Omit<Plan, 'directory' | 'approvals'>,
  today: PlainDate,
): z.infer<typeof roadmapSummary> {
  const { completion, rows } = indicators(countedOf(plan), today, plan.cycle.end);
  return {
    id: plan.roadmap.id,
    title: plan.roadmap.title,
    cycle: plan.cycle,
    state: plan.roadmap.state,
    edition: plan.roadmap.edition,
    stages: plan.stages.length,
    items: plan.items.length,
    late: rows.filter((row) => row.counts === 'notDone').length,
    completion: { numerator: completion.numerator, denominator: completion.denominator },
  };
}
