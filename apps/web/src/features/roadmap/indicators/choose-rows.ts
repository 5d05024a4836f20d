import type { IndicatorsAnswer, Item } from '@nastavnik/contracts/roadmaps';

export type IndicatorRow = IndicatorsAnswer['rows'][number];
export const ROW_CHOICES = ['all', 'done', 'notDone', 'inTime', 'late', 'excluded'] as const;
export type RowChoice = (typeof ROW_CHOICES)[number];

/** Which number of the page is open: its part, and of which stage or whom. */
export type IndicatorsSearch = { on?: string; rows?: RowChoice; stage?: string; who?: string };

export function indicatorsSearch(search: Readonly<Record<string, unknown>>): IndicatorsSearch {
  const words = (key: string) => {
    const value = search[key];
    return typeof value === 'string' && value ? value : undefined;
  };
  const on = words('on');
  const rows = ROW_CHOICES.find((each) => each === search['rows']);
  const [stage, who] = [words('stage'), words('who')];
  return {
    ...(on && /^\d{4}-\d\d-\d\d$/.test(on) ? { on } : {}),
    ...(rows ? { rows } : {}),
    ...(stage ? { stage } : {}),
    ...(who ? { who } : {}),
  };
}

/** The rows behind the number that is open. */
export function chooseRows(
  rows: readonly IndicatorRow[],
  { rows: choice = 'all', stage, who }: IndicatorsSearch,
  namesOfItem: ReadonlyMap<string, readonly string[]>,
): IndicatorRow[] {
  return rows.filter(
    (row) =>
      (stage === undefined || row.stage === stage) &&
      (who === undefined || (namesOfItem.get(row.itemId) ?? [row.responsible]).includes(who)) &&
      isOf(row, choice),
  );
}

function isOf(row: IndicatorRow, choice: RowChoice): boolean {
  switch (choice) {
    case 'all':
      return true;
    case 'inTime':
      return row.inTime === true;
    case 'late':
      return row.inTime === false;
    case 'done':
    case 'notDone':
    case 'excluded':
      return row.counts === choice;
  }
}

/** Item → its responsibles in the words of the plan, as the table per responsible names them. */
export function namesOfItems(items: readonly Pick<Item, 'id' | 'responsible'>[]): Map<string, readonly string[]> {
  return new Map(
    items.map(({ id, responsible }) => {
      const names = responsible?.parties.flatMap(({ name, post }) => name ?? post ?? []) ?? [];
      return [id, names.length > 0 ? names : [responsible?.text ?? NOBODY]];
    }),
  );
}

/** The server's name for no responsible. */
const NOBODY = '—';
