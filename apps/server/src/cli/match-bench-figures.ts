import type { PeerName } from './match-peers.testing.ts';

export interface SolveFigures {
  requests: number;
  mentors: number;
  edges: number;
  /** Reading or generating the instance. */
  loadMs: number;
  firstMs: number;
  warmMs: number;
  /** Processor time of the same runs: what remains of a measurement on a busy machine. */
  warmCpuMs: number;
  boundMs: number;
  boundCpuMs: number;
  addedPeakMb: number;
  matched: number;
  score: number;
  certificate: 'verified';
}

/** One kind of event in an open round; wall times. */
export interface EventFigures {
  event: string;
  medianMs: number;
  p95Ms: number;
  maxMs: number;
}

export interface PeerFigures {
  name: PeerName;
  ms: number | null;
  matched: number | null;
  score: number | null;
  /** Same coverage and score as the engine; null when the peer did not finish in time or memory. */
  agrees: boolean | null;
}

export interface BenchRow extends SolveFigures {
  instance: string;
  /** Warm time over the physical bound. */
  timesBound: number;
  /** The same ratio of processor times. */
  cpuTimesBound: number;
  peers: PeerFigures[];
  expected?: { matched: number; score: number; agrees: boolean };
}
