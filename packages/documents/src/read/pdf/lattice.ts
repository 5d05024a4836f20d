import type { Segment } from './rulings.ts';

/** A cell between rulings: its place in the grid and its box on the page. */
export type LatticeCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export type Lattice = {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly LatticeCell[];
  /** The edge of the sheet cuts the last row: nothing is ruled below it. */
  readonly isOpenBelow: boolean;
};

/** How far from one another two rulings may end and still meet. */
const NEAR = 3;
/** Less than the narrowest column. */
const SIDE = 14;
/** Less than the height of a line of text. */
const LINE = 7;

/** The tables that the rulings of a page draw, from top to bottom. A lone frame around text is no table. */
export function latticesOf(segments: readonly Segment[]): Lattice[] {
  return connected(segments)
    .map(lattice)
    .filter((found) => found !== undefined)
    .sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
}

function connected(segments: readonly Segment[]): Segment[][] {
  const group = segments.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at] = group[group[at] ?? at] ?? at;
    return at;
  };
  const down = segments.map((segment, i) => ({ segment, i })).filter(({ segment }) => !segment.across);
  segments.forEach((across, i) => {
    if (!across.across) return;
    for (const { segment, i: j } of down) if (meets(across, segment)) group[find(i)] = find(j);
  });
  // A merged cell that fills a whole sheet has nothing but its sides there: they are as long as those of the rest.
  const met = new Set(segments.flatMap((segment, i) => (segment.across ? [find(i)] : [])));
  for (const { segment, i } of down) {
    if (met.has(find(i))) continue;
    const beside = down.find(({ segment: other, i: j }) => met.has(find(j)) && isAsLong(segment, other));
    if (beside) group[find(i)] = find(beside.i);
  }
  const groups = new Map<number, Segment[]>();
  segments.forEach((segment, i) => groups.set(find(i), [...(groups.get(find(i)) ?? []), segment]));
  return [...groups.values()].filter((group) => group.length >= 4);
}

const isAsLong = (a: Segment, b: Segment): boolean =>
  Math.abs(a.from - b.from) <= NEAR && Math.abs(a.to - b.to) <= NEAR;

const meets = (across: Segment, down: Segment): boolean =>
  down.at >= across.from - NEAR &&
  down.at <= across.to + NEAR &&
  across.at >= down.from - NEAR &&
  across.at <= down.to + NEAR;

function lattice(segments: readonly Segment[]): Lattice | undefined {
  const across = segments.filter((segment) => segment.across);
  const down = segments.filter((segment) => !segment.across);
  const ruled = levels(across.map(({ at }) => at));
  const columns = withOpenSides(levels(down.map(({ at }) => at)), across, ruled);
  const open = openEdges(down, ruled);
  const rows = [...open.above, ...ruled, ...open.below];
  const height = rows.length - 1;
  const width = columns.length - 1;
  if (height < 1 || width < 1 || height * width < 2 || height * width > 20_000) return undefined;

  const isRuled = (lines: readonly Segment[], at: number, through: number): boolean =>
    lines.some((line) => Math.abs(line.at - at) <= NEAR && line.from <= through && line.to >= through);
  const middle = (lines: readonly number[], i: number): number => ((lines[i] ?? 0) + (lines[i + 1] ?? 0)) / 2;

  // A field reaches right and down as long as no ruling stands in its way.
  const taken = new Set<number>();
  const cells: LatticeCell[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (taken.has(row * width + column)) continue;
      const isFree = (c: number): boolean => !taken.has(row * width + c);
      let columnSpan = 1;
      while (
        column + columnSpan < width &&
        isFree(column + columnSpan) &&
        !isRuled(down, columns[column + columnSpan] ?? 0, middle(rows, row))
      ) {
        columnSpan += 1;
      }
      let rowSpan = 1;
      while (row + rowSpan < height && !isRuled(across, rows[row + rowSpan] ?? 0, middle(columns, column)))
        rowSpan += 1;
      for (let r = row; r < row + rowSpan; r++) {
        for (let c = column; c < column + columnSpan; c++) taken.add(r * width + c);
      }
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        left: columns[column] ?? 0,
        right: columns[column + columnSpan] ?? 0,
        top: rows[row] ?? 0,
        bottom: rows[row + rowSpan] ?? 0,
      });
    }
  }
  return cells.length < 2 ? undefined : { columns, rows, cells, isOpenBelow: open.below.length > 0 };
}

/** A row that goes on over the sheet may have no ruling at its edge: there the rulings down stick out of the table. */
function openEdges(down: readonly Segment[], ruled: readonly number[]) {
  // A row may lack its last cells, and their sides: half of the rulings tell.
  const middle = (ends: readonly number[]): number => ends.toSorted((a, b) => a - b)[Math.floor(ends.length / 2)] ?? 0;
  const sides = levels(down.map(({ at }) => at)).map((at) => down.filter((line) => Math.abs(line.at - at) <= NEAR));
  const top = middle(sides.map((lines) => Math.min(...lines.map(({ from }) => from))));
  const bottom = middle(sides.map((lines) => Math.max(...lines.map(({ to }) => to))));
  return {
    above: (ruled[0] ?? top) - top > LINE ? [top] : [],
    below: bottom - (ruled.at(-1) ?? bottom) > LINE ? [bottom] : [],
  };
}

/** Tables without a frame, and those that the edge of the sheet cuts, have no ruling at their sides: there the rulings across stick out. */
function withOpenSides(columns: readonly number[], across: readonly Segment[], ruled: readonly number[]): number[] {
  const reach = (side: (lines: readonly Segment[]) => number): number[] =>
    ruled.map((at) => side(across.filter((line) => Math.abs(line.at - at) <= NEAR))).sort((a, b) => a - b);
  const lefts = reach((lines) => Math.min(...lines.map(({ from }) => from)));
  const rights = reach((lines) => Math.max(...lines.map(({ to }) => to)));
  // A stage across the table or a merged cell leaves out some rulings: half of them tell.
  const left = lefts[Math.floor((lefts.length - 1) / 2)] ?? Infinity;
  const right = rights[Math.floor(rights.length / 2)] ?? -Infinity;
  const [first = left] = columns;
  const last = columns.at(-1) ?? right;
  return [...(first - left > SIDE ? [left] : []), ...columns, ...(right - last > SIDE ? [right] : [])];
}

/** Positions that are nearly the same are one. */
function levels(positions: readonly number[]): number[] {
  const result: number[] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    if (position - (result[result.length - 1] ?? -Infinity) > NEAR) result.push(position);
  }
  return result;
}
