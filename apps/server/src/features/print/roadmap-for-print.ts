import type { RoadmapPrint } from '@nastavnik/documents/roadmap/roadmap-print';
import { schoolColumns } from '@nastavnik/documents/roadmap/school-columns';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { indicators, ratiosOf } from '@nastavnik/domain/roadmaps/indicators';
import { itemStateOf } from '@nastavnik/domain/roadmaps/item-state';
import type { ItemState } from '@nastavnik/domain/roadmaps/roadmap-states';
import { countedOf, type Plan, type PlanItem, peopleOfPlan } from '../roadmaps/door.ts';

const STATE_WORDS: Record<ItemState, string> = {
  planned: 'запланировано',
  inProgress: 'в работе',
  reported: 'ждёт подтверждения',
  done: 'выполнено',
  overdue: 'просрочено',
  postponed: 'перенесено',
  cancelled: 'отменено',
  notRequired: 'не потребовалось',
};

export type School = {
  readonly fullName: string;
  readonly shortName: string;
  readonly secondName: string | null;
  readonly secondLanguage: string | null;
  readonly stampStyle: 'signature' | 'order' | 'combined';
};

/** The roadmap as it is printed: the stored words and nothing else. `today` is the day of the report of execution. */
export function roadmapForPrint(
  plan: Plan,
  school: School,
  today: PlainDate,
  mark: RoadmapPrint['mark'],
): RoadmapPrint {
  const { rows } = indicators(countedOf(plan), today, plan.cycle.end);
  const fraction = (of: typeof rows) => {
    const { numerator, denominator } = ratiosOf(of).completion;
    return { numerator, denominator };
  };
  const approved = plan.approvals.findLast((each) => each.kind === 'approved') ?? null;
  const stageOf = new Map(plan.items.map((item) => [item.id, item.stageId]));
  const activity = activityFor(plan, today);
  return {
    ...schoolColumns(plan.roadmap.columns),
    organizations: organizationsOf(plan, school),
    kind: 'Дорожная карта',
    kindGender: 'feminine',
    titleLines: titleLines(plan.roadmap.title),
    period: { start: plan.cycle.start, end: plan.cycle.end },
    approved: approved && {
      style: school.stampStyle,
      organization: school.shortName,
      post: approved.post,
      person: approved.person,
      date: approved.date,
      order:
        approved.document?.kind === 'order' ? { number: approved.document.number, date: approved.document.date } : null,
    },
    agreed: plan.approvals
      .filter((each) => each.kind === 'agreed')
      .map((each) => ({
        body: each.body,
        post: each.post,
        person: each.person,
        date: each.date,
        minutes: minutesOf(each),
      })),
    adopted: plan.approvals
      .filter((each) => each.kind === 'adopted')
      .map((each) => ({ body: each.body ?? 'педагогический совет', bodyGenitive: null, minutes: minutesOf(each) })),
    sections: plan.roadmap.sections,
    stages: plan.stages.map((stage) => ({
      number: stage.number,
      title: stage.title,
      notes: stage.notes,
      activities: plan.items.filter((item) => item.stageId === stage.id).map(activity),
      execution: fraction(rows.filter((row) => stageOf.get(row.occurrence.itemId) === stage.id)),
    })),
    signature: null,
    mark,
    typeface: 'Tinos',
    execution: { ...fraction(rows), asOf: today },
  };
}

/** The title says its own kind; the form prints the kind in a line of its own. */
function titleLines(title: string): string[] {
  const rest = title.replace(/^дорожная карта\s*(\(план мероприятий\))?\s*/i, '').trim();
  return rest === '' ? [] : [rest];
}

function organizationsOf(plan: Plan, school: School): RoadmapPrint['organizations'] {
  if (plan.roadmap.organizations.length > 0) {
    return plan.roadmap.organizations.map(({ name, language }) => ({ text: name, language }));
  }
  const own = { text: school.fullName, language: 'ru' };
  return school.secondName && school.secondLanguage
    ? [own, { text: school.secondName, language: school.secondLanguage }]
    : [own];
}

function minutesOf({ document }: Plan['approvals'][number]) {
  return document?.kind === 'minutes' ? { number: document.number, date: document.date } : null;
}

function activityFor(plan: Plan, today: PlainDate) {
  const people = peopleOfPlan(plan.directory);
  return (item: PlanItem): RoadmapPrint['stages'][number]['activities'][number] => ({
    number: item.number,
    title: item.title,
    measure: item.measure,
    items: item.points,
    deadline: item.deadlineText,
    responsible:
      item.responsibleText === null
        ? null
        : {
            text: item.responsibleText,
            parties: item.parties.map((party) => ({
              ...party,
              manages: people
                .of(party)
                .some((person) => person.roles.some((role) => role === 'director' || role === 'deputyDirector')),
            })),
          },
    result: item.resultText,
    audience: null,
    note: null,
    condition: item.condition,
    status: STATE_WORDS[itemStateOf(item.occurrences, today)],
    doneOn:
      item.occurrences
        .flatMap((each) => (each.state === 'done' && each.doneOn ? [each.doneOn] : []))
        .toSorted()
        .at(-1) ?? null,
  });
}
