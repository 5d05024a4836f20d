import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApplication, startApplication } from '../test/application.ts';

/** From the start of the process to the first page in the hand: an empty data folder, then the same one again. */
export async function run(): Promise<{ name: string; figures: Record<string, number> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nastavnik-bench-'));
  try {
    const cold = await startToPage(dataDir);
    const second = [];
    for (let repeat = 0; repeat < 5; repeat += 1) second.push(await startToPage(dataDir));
    second.sort((a, b) => a - b);
    return {
      name: 'start to first served page',
      figures: { 'empty data folder, ms': cold, 'second start, median of 5, ms': second[2] ?? Number.NaN },
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function startToPage(dataDir: string): Promise<number> {
  const port = await freePort();
  const startedAt = performance.now();
  const application: RunningApplication = await startApplication({ dataDir, port });
  const page = await fetch(`http://127.0.0.1:${port}/`);
  await page.text();
  const milliseconds = performance.now() - startedAt;
  application.kill('SIGTERM');
  await application.ended;
  if (!page.ok) throw new Error(`the first page answered ${page.status}`);
  return milliseconds;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address) resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
