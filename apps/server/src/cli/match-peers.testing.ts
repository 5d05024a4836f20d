import type { Instance } from '@nastavnik/domain/matching/instance/instance';

/** Other people's solvers, present in development only; each gets the instance in its own shape before the clock starts. */
export interface Peer {
  solve(): { matched: number; score: number };
}

export const PEERS = {
  munkres,
  'linear-sum-assignment': linearSumAssignment,
  'hungarian-on3': hungarianOn3,
  yalps,
  highs,
};
export type PeerName = keyof typeof PEERS;

/** Costs no pair of an instance has: an absent candidate. Greater than all pairs together, so coverage comes first. */
const absent = (instance: Instance): number => 1001 * instance.rowPtr.length;

/** One column a place: what matrix solvers need. Rows are filled up to the number of columns by solvers themselves. */
function matrixOf(instance: Instance): { matrix: Float64Array[]; columnMentor: number[] } {
  const columnMentor = [...instance.cap].flatMap((places, j) => Array.from({ length: places }, () => j));
  const first = new Int32Array(instance.cap.length);
  columnMentor.forEach((j, column) => {
    if (column === 0 || columnMentor[column - 1] !== j) first[j] = column;
  });
  const matrix = Array.from({ length: instance.rowPtr.length - 1 }, (_, i) => {
    const row = new Float64Array(columnMentor.length).fill(absent(instance));
    for (let e = instance.rowPtr[i]!; e < instance.rowPtr[i + 1]!; e++) {
      const j = instance.col[e]!;
      row.fill(1000 - instance.w[e]!, first[j]!, first[j]! + instance.cap[j]!);
    }
    return row;
  });
  return { matrix, columnMentor };
}

function total(
  instance: Instance,
  matrix: readonly ArrayLike<number>[],
  pairs: Iterable<readonly [number, number]>,
): { matched: number; score: number } {
  let matched = 0;
  let score = 0;
  for (const [row, column] of pairs) {
    const cost = matrix[row]?.[column];
    if (cost === undefined || cost >= absent(instance)) continue;
    matched++;
    score += 1000 - cost;
  }
  return { matched, score };
}

async function munkres(instance: Instance): Promise<Peer> {
  const { munkres: solve } = await import('munkres');
  const { matrix } = matrixOf(instance);
  return { solve: () => total(instance, matrix, solve(matrix)) };
}

async function linearSumAssignment(instance: Instance): Promise<Peer> {
  const { linearSumAssignment: solve } = await import('linear-sum-assignment');
  const { matrix } = matrixOf(instance);
  const rows = matrix.map((row) => [...row]);
  return {
    solve: () => {
      const { rowAssignments } = solve(rows, { maximaze: false });
      return total(
        instance,
        matrix,
        [...rowAssignments].map((column, row) => [row, column] as const),
      );
    },
  };
}

/** Has no types; a name that the compiler cannot follow keeps it from asking for them. */
const UNTYPED: string = 'hungarian-on3';

async function hungarianOn3(instance: Instance): Promise<Peer> {
  const { default: solve } = (await import(UNTYPED)) as { default: (matrix: number[][]) => [number, number][] };
  const { matrix } = matrixOf(instance);
  const rows = matrix.map((row) => [...row]);
  return { solve: () => total(instance, matrix, solve(rows)) };
}

async function yalps(instance: Instance): Promise<Peer> {
  const { solve } = await import('yalps');
  const reward = absent(instance);
  const variables: [string, [string, number][]][] = [];
  eachEdge(instance, (i, j, w) => {
    variables.push([
      `${i} ${j}`,
      [
        ['value', reward + w],
        [`r${i}`, 1],
        [`m${j}`, 1],
      ],
    ]);
  });
  const constraints = [
    ...Array.from({ length: instance.rowPtr.length - 1 }, (_, i) => [`r${i}`, { max: 1 }] as const),
    ...Array.from(instance.cap, (places, j) => [`m${j}`, { max: places }] as const),
  ];
  return {
    solve: () => {
      const found = solve({ direction: 'maximize', objective: 'value', constraints, variables });
      const matched = Math.round(found.variables.reduce((sum, [, share]) => sum + share, 0));
      return { matched, score: Math.round(found.result) - matched * reward };
    },
  };
}

/** The package is typed as CommonJS but arrives as a module; this is the part of it that is used. */
type LoadHighs = () => Promise<{
  solve(model: string): { ObjectiveValue: number; Columns: Record<string, { Primal: number }> };
}>;

async function highs(instance: Instance): Promise<Peer> {
  const solver = await ((await import('highs')).default as unknown as LoadHighs)();
  const model = linearProgram(instance);
  return {
    solve: () => {
      const found = solver.solve(model);
      let matched = 0;
      for (const [name, column] of Object.entries(found.Columns)) {
        if (name.startsWith('x')) matched += column.Primal;
      }
      return {
        matched: Math.round(matched),
        score: Math.round(found.ObjectiveValue) - Math.round(matched) * absent(instance),
      };
    },
  };
}

/** The instance as a linear programme in CPLEX LP format; its vertices are whole, since the matrix is totally unimodular. */
export function linearProgram(instance: Instance): string {
  const reward = absent(instance);
  const objective: string[] = [];
  const rows: string[][] = Array.from({ length: instance.rowPtr.length - 1 }, () => []);
  const columns: string[][] = Array.from(instance.cap, () => []);
  eachEdge(instance, (i, j, w) => {
    const name = `x${i}_${j}`;
    objective.push(`${reward + w} ${name}`);
    rows[i]!.push(name);
    columns[j]!.push(name);
  });
  const limits = [
    ...rows.map((names, i) => (names.length > 0 ? ` r${i}: ${names.join(' + ')} <= 1` : '')),
    ...columns.map((names, j) => (names.length > 0 ? ` m${j}: ${names.join(' + ')} <= ${instance.cap[j]}` : '')),
  ].filter((line) => line !== '');
  return `Maximize\n obj: ${objective.join('\n + ')}\nSubject To\n${limits.join('\n')}\nEnd\n`;
}

function eachEdge(instance: Instance, visit: (i: number, j: number, w: number) => void): void {
  for (let i = 0; i + 1 < instance.rowPtr.length; i++) {
    for (let e = instance.rowPtr[i]!; e < instance.rowPtr[i + 1]!; e++) visit(i, instance.col[e]!, instance.w[e]!);
  }
}
