import type { BenchRow } from './match-bench-figures.ts';

/** The figures as the table of the package's README. */
export function markdownOf(rows: readonly BenchRow[]): string {
  const lines = [
    '| instance | edges | bound | first | warm | warm, processor | × bound (processor) | added MB | matched | score | peers (same totals) |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) =>
      [
        '',
        row.instance,
        row.edges,
        time(row.boundCpuMs),
        time(row.firstMs),
        time(row.warmMs),
        time(row.warmCpuMs),
        row.cpuTimesBound.toFixed(1),
        row.addedPeakMb.toFixed(0),
        row.matched,
        row.score,
        row.peers.map((peer) => peerCell(peer, row.warmMs)).join('; ') || '—',
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
  ];
  return lines.join('\n');
}

function time(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return ms >= 10 ? `${ms.toFixed(0)} ms` : `${ms.toFixed(2)} ms`;
}

function peerCell(peer: BenchRow['peers'][number], own: number): string {
  if (peer.ms === null) return `${peer.name}: not in 120 s`;
  return `${peer.name} ${time(peer.ms)} (×${(peer.ms / own).toFixed(0)})${peer.agrees ? '' : ' WRONG TOTAL'}`;
}
