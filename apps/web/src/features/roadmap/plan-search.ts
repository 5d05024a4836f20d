/** What of a plan's screen lives in its address, so that what one sees can be sent to a colleague. */

export const VIEWS = ['table', 'timeline', 'calendar'] as const;
export const GROUPINGS = ['stage', 'responsible', 'month'] as const;
export const STATE_FILTERS = [
  'late',
  'dueSoon',
  'open',
  'ahead',
  'onRequest',
  'waiting',
  'asleep',
  'done',
  'closed',
] as const;
export const SORTS = ['number', 'content', 'deadline', 'responsible', 'state'] as const;
export const COLUMNS = [
  'number',
  'measure',
  'content',
  'deadline',
  'responsible',
  'result',
  'state',
  'evidence',
] as const;

export type View = (typeof VIEWS)[number];
export type Grouping = (typeof GROUPINGS)[number];
export type StateFilter = (typeof STATE_FILTERS)[number];
export type Sort = (typeof SORTS)[number];
export type Column = (typeof COLUMNS)[number];

export type PlanSearch = {
  /** `table` is left out. */
  view?: View;
  search?: string;
  state?: StateFilter;
  /** A key of `responsibleKeys`. */
  who?: string;
  /** The id of a stage. */
  stage?: string;
  mine?: true;
  group?: Grouping;
  sort?: Sort;
  down?: true;
  /** Columns that are not shown, joined by commas. */
  hide?: string;
  /** The month of the calendar, `YYYY-MM`. */
  month?: string;
  /** The opened item. */
  item?: string;
};

/** Reads the address; what it does not know is left out, never an error. */
export function planSearch(search: Readonly<Record<string, unknown>>): PlanSearch {
  const words = (key: string) => {
    const value = search[key];
    return typeof value === 'number' ? String(value) : typeof value === 'string' && value ? value : undefined;
  };
  const one = <const Known extends string>(key: string, known: readonly Known[]) =>
    known.find((each) => each === search[key]);
  const month = words('month');
  const found = {
    view: one('view', VIEWS),
    search: words('search'),
    state: one('state', STATE_FILTERS),
    who: words('who'),
    stage: words('stage'),
    mine: search['mine'] === true ? (true as const) : undefined,
    group: one('group', GROUPINGS),
    sort: one('sort', SORTS),
    down: search['down'] === true ? (true as const) : undefined,
    hide: words('hide'),
    month: month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    item: words('item'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as PlanSearch;
}

export function hiddenColumns({ hide }: PlanSearch): readonly Column[] {
  const names = hide?.split(',') ?? [];
  return COLUMNS.filter((column) => names.includes(column));
}

/** True when some items are left out of sight. */
export function isFiltered({ search, state, who, stage, mine }: PlanSearch): boolean {
  return [search, state, who, stage, mine].some((each) => each !== undefined);
}
