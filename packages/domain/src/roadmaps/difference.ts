import { matchItems } from './match-items.ts';

/** An item in words of the plan, to be shown beside its other edition. */
export type ComparedItem = {
  readonly lineageId?: string | undefined;
  readonly stage: string;
  readonly number: string | null;
  readonly title: string;
  readonly measure: string | null;
  readonly points: readonly string[];
  readonly deadline: string | null;
  readonly responsible: string | null;
  readonly result: string | null;
  readonly condition: string | null;
  /** Something of it is done, or has evidence. */
  readonly done: boolean;
};

export type DifferenceField =
  | 'stage'
  | 'number'
  | 'title'
  | 'measure'
  | 'points'
  | 'deadline'
  | 'responsible'
  | 'result'
  | 'condition';

export type DifferenceLine = {
  readonly change: 'added' | 'removed' | 'changed' | 'moved' | 'same';
  readonly stage: string;
  readonly title: string;
  readonly fields: readonly {
    readonly field: DifferenceField;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly done: boolean;
};

/** `kept` and `lost` count items with work in them that the newer edition has or has not. */
export type Difference = { readonly lines: readonly DifferenceLine[]; readonly kept: number; readonly lost: number };

const FIELDS: readonly DifferenceField[] = [
  'stage',
  'number',
  'title',
  'measure',
  'points',
  'deadline',
  'responsible',
  'result',
  'condition',
];

/** What differs between two editions, in the order of the newer one; what was removed stands at the end. */
export function difference(before: readonly ComparedItem[], after: readonly ComparedItem[]): Difference {
  const found = matchItems(before, after);
  const order = placesOf(found);
  const lines = after.map((item, at): DifferenceLine => {
    const older = found[at] === undefined ? undefined : before[found[at]];
    if (!older) return { change: 'added', stage: item.stage, title: item.title, fields: [], done: false };
    const fields = fieldsOf(older, item);
    const moved = fields.some((each) => each.field === 'stage') || order.has(at);
    const onlyPlace = fields.every((each) => each.field === 'stage' || each.field === 'number');
    const change =
      fields.length === 0 && !moved ? 'same' : onlyPlace && moved ? 'moved' : fields.length > 0 ? 'changed' : 'same';
    return { change, stage: item.stage, title: item.title, fields, done: older.done };
  });
  const met = new Set(found);
  const removed = before
    .filter((_item, at) => !met.has(at))
    .map(
      (item): DifferenceLine => ({
        change: 'removed',
        stage: item.stage,
        title: item.title,
        fields: [],
        done: item.done,
      }),
    );
  return {
    lines: [...lines, ...removed],
    kept: lines.filter((line) => line.done).length,
    lost: removed.filter((line) => line.done).length,
  };
}

function fieldsOf(older: ComparedItem, newer: ComparedItem): DifferenceLine['fields'] {
  return FIELDS.map((field) => ({ field, before: words(older[field]), after: words(newer[field]) })).filter(
    ({ before, after }) => before !== after,
  );
}

function words(value: string | readonly string[] | null): string | null {
  if (value === null) return null;
  const text = (typeof value === 'string' ? value : value.join('; ')).replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

/** Items that stand out of the order they had: all but a longest run that kept it. */
function placesOf(found: readonly (number | undefined)[]): Set<number> {
  const matched = found.flatMap((older, newer) => (older === undefined ? [] : [{ older, newer }]));
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, { older }] of matched.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (matched[tails[middle]!]!.older < older) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? tails[low - 1] : undefined;
    tails[low] = at;
  }
  const kept = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return new Set(matched.filter((_each, at) => !kept.has(at)).map(({ newer }) => newer));
}
