import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, multiply } from './matrix.ts';

/** A straight ruling: across (`at` is y, `from … to` are x) or down (`at` is x). */
export type Segment = { readonly across: boolean; readonly at: number; readonly from: number; readonly to: number };

type Operators = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

/** A filled bar thinner than this is a line: Word draws borders so. */
const THIN = 2.5;
/** Shorter strokes are parts of letters, ticks or dashes. */
const SHORT = 3;

/** The rulings of a page, joined where they touch; y grows downwards. */
export function segmentsOfPage(operators: Operators, view: Matrix): Segment[] {
  const segments: Segment[] = [];
  let matrix = view;
  const saved: Matrix[] = [];
  operators.fnArray.forEach((operator, i) => {
    const args = operators.argsArray[i];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = multiply(matrix, args as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      const own = (args as [Matrix | null])[0];
      if (own) matrix = multiply(matrix, own);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.constructPath) {
      const [paint, data] = args as [number, readonly (ArrayLike<number> | null)[]];
      const path = data[0];
      if (path && paint !== OPS.endPath) addPath(path, matrix, FILLS.has(paint), segments);
    }
  });
  return joined(segments);
}

const FILLS = new Set<number>([OPS.fill, OPS.eoFill]);

/** Paths are numbers: 0 x y begins, 1 x y draws a line, 2 and 3 curves, 4 closes. */
function addPath(path: ArrayLike<number>, matrix: Matrix, isFilled: boolean, segments: Segment[]): void {
  let points: [number, number][] = [];
  const end = (): void => {
    if (points.length > 1) (isFilled ? addBar : addStrokes)(points, segments);
    points = [];
  };
  const point = (i: number): [number, number] => {
    const x = path[i] ?? 0;
    const y = path[i + 1] ?? 0;
    return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
  };
  for (let i = 0; i < path.length; ) {
    switch (path[i]) {
      case 0:
        end();
        points.push(point(i + 1));
        i += 3;
        break;
      case 1:
        points.push(point(i + 1));
        i += 3;
        break;
      case 2:
        i += 7;
        points = [];
        break;
      case 3:
        i += 5;
        points = [];
        break;
      default:
        if (points[0]) points.push(points[0]);
        i += 1;
    }
  }
  end();
}

function addStrokes(points: readonly (readonly [number, number])[], segments: Segment[]): void {
  for (let i = 1; i < points.length; i++) {
    const [x1, y1] = points[i - 1] ?? [0, 0];
    const [x2, y2] = points[i] ?? [0, 0];
    add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), segments);
  }
}

/** A filled shape is a ruling when it is a thin bar; a shaded cell is none. */
function addBar(points: readonly (readonly [number, number])[], segments: Segment[]): void {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), segments);
}

function add(left: number, top: number, right: number, bottom: number, segments: Segment[]): void {
  const width = right - left;
  const height = bottom - top;
  if (height <= THIN && width > Math.max(SHORT, height)) {
    segments.push({ across: true, at: (top + bottom) / 2, from: left, to: right });
  } else if (width <= THIN && height > Math.max(SHORT, width)) {
    segments.push({ across: false, at: (left + right) / 2, from: top, to: bottom });
  }
}

/** Borders are drawn cell by cell, often twice: pieces on one line that touch become one. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const across of [true, false]) {
    const own = segments.filter((segment) => segment.across === across).sort((a, b) => a.at - b.at || a.from - b.from);
    let line: Segment[] = [];
    const endLine = (): void => {
      result.push(...joinedLine(line));
      line = [];
    };
    for (const segment of own) {
      if (line.length > 0 && segment.at - (line[0]?.at ?? 0) > THIN) endLine();
      line.push(segment);
    }
    endLine();
  }
  return result;
}

function joinedLine(line: readonly Segment[]): Segment[] {
  const sorted = [...line].sort((a, b) => a.from - b.from);
  const result: Segment[] = [];
  for (const segment of sorted) {
    const before = result[result.length - 1];
    if (before && segment.from - before.to <= THIN) {
      result[result.length - 1] = { ...before, to: Math.max(before.to, segment.to) };
    } else result.push(segment);
  }
  return result;
}
