import { shortDay } from '../write/words-of-days.ts';
import type { PrintActivity, PrintMeaning, PrintStage, RoadmapPrint } from './roadmap-print.ts';

/** Which columns the plan has, and where the words of an activity go when a column for them is missing. */
export type CellRules = {
  readonly has: ReadonlySet<PrintMeaning>;
  /** The column of the activity's title; its sub-points stand in `content` in any case where that column exists. */
  readonly title: 'measure' | 'content';
};

/**
 * In a plan with measures the title stands under its measure (seed 004). Without measures a column called «Мероприятия»
 * holds the titles themselves and the column beside it what each consists of (seed 002).
 */
export function cellRules(print: RoadmapPrint): CellRules {
  const has = new Set(print.columns.map((column) => column.meaning));
  const grouped = print.stages.some((stage) => stage.activities.some((activity) => activity.measure !== null));
  const titleInMeasure = has.has('measure') && (!has.has('content') || !grouped);
  return { has, title: titleInMeasure ? 'measure' : 'content' };
}

/** Lines of the cell that stands beside all activities of the stage. */
export function stageLines(stage: PrintStage, meaning: 'stage' | 'stageNumber', rules: CellRules): string[] {
  if (meaning === 'stageNumber') return stage.number === null ? [] : [stage.number];
  return [stageTitle(stage, !rules.has.has('stageNumber')), ...stage.notes, ...doneOfStage(stage)];
}

/** Lines of the row that heads the activities of a stage. */
export function stageRowLines(stage: PrintStage, withNumber: boolean): string[] {
  return [stageTitle(stage, withNumber), ...stage.notes, ...doneOfStage(stage)];
}

/** Lines of one cell of an activity. */
export function activityLines(activity: PrintActivity, meaning: PrintMeaning, rules: CellRules): string[] {
  switch (meaning) {
    case 'stageNumber':
    case 'stage':
      return [];
    case 'number':
      return linesOf(activity.number);
    case 'measure':
      return measureLines(activity, rules);
    case 'content':
      return rules.title === 'content' ? [...titleLines(activity, rules), ...points(activity)] : points(activity);
    case 'deadline':
      return linesOf(activity.deadline);
    case 'responsible':
      return linesOf(activity.responsible?.text ?? null);
    case 'result':
      return linesOf(activity.result);
    case 'audience':
      return linesOf(activity.audience);
    case 'note':
      return linesOf(activity.note);
    case 'status':
      return linesOf(activity.status);
    case 'doneOn':
      return activity.doneOn ? [shortDay(activity.doneOn)] : [];
  }
}

function measureLines(activity: PrintActivity, rules: CellRules): string[] {
  if (rules.title === 'content') return linesOf(activity.measure);
  const title = titleLines(activity, rules);
  return rules.has.has('content') ? title : [...title, ...points(activity)];
}

/** What has no column of its own stands around the title, so that nothing is lost on paper. The measure leads it in. */
function titleLines(activity: PrintActivity, rules: CellRules): string[] {
  const number = activity.number !== null && !rules.has.has('number') ? `${withStop(activity.number)} ` : '';
  const told = activity.condition === null || activity.title.includes(activity.condition);
  const condition = told ? '' : ` (${activity.condition})`;
  const listFollows = activity.items.length > 0 && (rules.title === 'content' || !rules.has.has('content'));
  const title = `${number}${activity.title}${condition}`;
  const leads = activity.measure !== null && (!rules.has.has('measure') || rules.title === 'measure');
  const line = listFollows ? withColon(title) : title;
  return leads ? [withColon(activity.measure ?? ''), number === '' ? `– ${line}` : line] : [line];
}

function withColon(text: string): string {
  return /[.:;!?]$/u.test(text) ? text : `${text}:`;
}

/** A list as it is punctuated in official papers; points that bring their own numbers or stops keep them. */
function points({ items }: PrintActivity): string[] {
  const marked = items.some((item) => MARK.test(item));
  return items.map((item, at) => {
    const stop = /[.;:,!?]$/u.test(item) ? '' : at === items.length - 1 ? '.' : ';';
    return `${marked ? '' : '– '}${item}${stop}`;
  });
}

const MARK = /^(?:[-–—•]|\d{1,2}[.)]|[а-я]\))\s*/u;

function stageTitle(stage: PrintStage, withNumber: boolean): string {
  return withNumber && stage.number !== null ? `${withStop(stage.number)} ${stage.title}` : stage.title;
}

function doneOfStage({ execution }: PrintStage): string[] {
  return execution ? [`Выполнено ${execution.numerator} из ${execution.denominator}`] : [];
}

function linesOf(text: string | null): string[] {
  return text === null ? [] : text.split('\n');
}

/** «1» and «IV» become «1.» and «IV.»; «1 этап» and «1.1.» are whole already. */
function withStop(number: string): string {
  return /^[\dIVXІХ.]*[\dIVXІХ]$/u.test(number) ? `${number}.` : number;
}
