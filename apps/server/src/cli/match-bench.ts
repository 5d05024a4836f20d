import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BenchRow, PeerFigures, SolveFigures } from './match-bench-figures.ts';
import { type Job, median, readInstance } from './match-bench-run.ts';
import { markdownOf } from './match-bench-table.ts';
import type { Spec } from './match-generate.ts';
import { answer, type CommandIo, FileRefusal, type Options, wholeNumber } from './match-io.ts';
import type { PeerName } from './match-peers.testing.ts';

const PEER_SECONDS = 120;
const region = (mentees: number, mentors: number): Spec => ({ kind: 'region', mentees, mentors, seed: 1, k: 30 });
const plain = (kind: Spec['kind'], mentees: number, mentors: number): Spec => ({
  kind,
  mentees,
  mentors,
  seed: 1,
  k: 30,
});

const SUITE: { spec: Spec; peers: PeerName[] }[] = [
  { spec: plain('dense', 100, 30), peers: ['munkres', 'linear-sum-assignment', 'hungarian-on3', 'yalps', 'highs'] },
  { spec: plain('dense', 1000, 300), peers: ['munkres', 'linear-sum-assignment', 'hungarian-on3'] },
  { spec: plain('uniform', 1000, 300), peers: ['munkres', 'highs'] },
  { spec: plain('dense', 5000, 1000), peers: ['munkres'] },
  { spec: plain('uniform', 10_000, 2000), peers: ['highs'] },
  { spec: region(10_000, 2000), peers: ['highs'] },
  { spec: plain('uniform', 100_000, 20_000), peers: [] },
  { spec: region(100_000, 20_000), peers: [] },
  { spec: plain('tight', 100_000, 20_000), peers: [] },
  { spec: plain('short', 100_000, 20_000), peers: [] },
];

/** `match bench`: the suite, or one instance from files with `--instance DIR`. JSON figures; a table on standard error. */
export async function matchBench({ flags, values }: Options, io: CommandIo): Promise<number> {
  const rounds = wholeNumber(values.get('rounds'), 'rounds', 1, 3);
  const folder = values.get('instance');
  const withPeers = !flags.has('no-peers') && folder === undefined;
  if (folder !== undefined) await checkInstance(folder);
  const suite =
    folder === undefined
      ? SUITE.map(({ spec, peers }) => ({ name: `${spec.kind} ${spec.mentees}x${spec.mentors}`, source: spec, peers }))
      : [{ name: folder, source: { folder }, peers: [] as PeerName[] }];

  const measured: SolveFigures[][] = suite.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, { source }] of suite.entries()) {
      measured[at]!.push((await inChild({ do: 'solve', source })) as SolveFigures);
    }
  }
  const rows: BenchRow[] = [];
  for (const [at, { name, source, peers }] of suite.entries()) {
    const figures = medians(measured[at]!);
    const row: BenchRow = {
      instance: name,
      ...figures,
      timesBound: figures.warmMs / figures.boundMs,
      cpuTimesBound: figures.warmCpuMs / figures.boundCpuMs,
      peers: [],
    };
    for (const peer of withPeers ? peers : []) row.peers.push(await peerFigures(peer, source, row));
    rows.push(row);
  }
  const expected = folder === undefined ? undefined : await expectedOf(folder);
  if (expected && rows[0]) {
    const agrees = expected.matched === rows[0].matched && expected.score === rows[0].score;
    rows[0].expected = { ...expected, agrees };
  }
  const snapshots = folder === undefined ? await measureSnapshots() : {};
  await answer(io, `${JSON.stringify({ node: process.version, rounds, runs: rows, ...snapshots })}\n`);
  if (!flags.has('json')) io.stderr.write(markdownOf(rows));
  const wrong = rows.some((row) => row.expected?.agrees === false || row.peers.some((peer) => peer.agrees === false));
  return wrong ? 1 : 0;
}

/** What only rounds of people have: building candidates, and events while a round is open. */
async function measureSnapshots(): Promise<object> {
  return {
    candidates: await inChild({ do: 'candidates', source: region(100_000, 20_000) }),
    events: {
      '10000x2000': await inChild({ do: 'events', source: region(10_000, 2000) }),
      '100000x20000': await inChild({ do: 'events', source: region(100_000, 20_000) }),
    },
  };
}

async function checkInstance(folder: string): Promise<void> {
  try {
    await readInstance(folder);
  } catch (cause) {
    throw new FileRefusal(`${folder}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function medians(runs: readonly SolveFigures[]): SolveFigures {
  const first = runs[0]!;
  const of = (name: keyof SolveFigures & `${string}M${'s' | 'b'}`): number => median(runs.map((one) => one[name]));
  return {
    ...first,
    loadMs: of('loadMs'),
    firstMs: of('firstMs'),
    warmMs: of('warmMs'),
    warmCpuMs: of('warmCpuMs'),
    boundMs: of('boundMs'),
    boundCpuMs: of('boundCpuMs'),
    addedPeakMb: of('addedPeakMb'),
  };
}

async function peerFigures(name: PeerName, source: Spec | { folder: string }, row: SolveFigures): Promise<PeerFigures> {
  try {
    const { ms, matched, score } = (await inChild({ do: 'peer', peer: name, source }, PEER_SECONDS)) as Record<
      'ms' | 'matched' | 'score',
      number
    >;
    return { name, ms, matched, score, agrees: matched === row.matched && score === row.score };
  } catch {
    // Out of time or memory, or not installed: the row says so with null.
    return { name, ms: null, matched: null, score: null, agrees: null };
  }
}

/** A fresh process for each measurement, so that neither heap nor compiled code of one helps another. */
async function inChild(job: Job, seconds = 600): Promise<object> {
  const script = fileURLToPath(new URL('./match-bench-run.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(job)], {
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(stdout) as object;
}

async function expectedOf(folder: string): Promise<{ matched: number; score: number } | undefined> {
  let text: string;
  try {
    text = await readFile(path.join(folder, 'expected.json'), 'utf8');
  } catch {
    return undefined; // optional
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new FileRefusal(`${folder}/expected.json: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  // Other figures may stand there too; only these two can be compared.
  const figures = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const matched = Number(figures['matched'] ?? figures['coverage'] ?? Number.NaN);
  const score = Number(figures['score'] ?? figures['total'] ?? figures['totalScore'] ?? Number.NaN);
  return Number.isInteger(matched) && Number.isInteger(score) ? { matched, score } : undefined;
}
