import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '@nastavnik/documents/read/read-source';
import { renderRoadmapDocx } from '@nastavnik/documents/roadmap/render-roadmap-docx';
import { renderRoadmapHtml } from '@nastavnik/documents/roadmap/render-roadmap-html';
import { renderRoadmapPdf } from '@nastavnik/documents/roadmap/render-roadmap-pdf';
import { renderRoadmapText } from '@nastavnik/documents/roadmap/render-roadmap-text';
import { renderRoadmapXlsx } from '@nastavnik/documents/roadmap/render-roadmap-xlsx';
import { readRoadmap } from '@nastavnik/domain/roadmap-reading/read-roadmap';
import { bigRoadmap } from './big-roadmap.ts';

const SEEDS = join(import.meta.dirname, '../../../../shared/seeds');
const ROUNDS = 15;

/**
 * From the bytes of a file to the draft of a plan, in one thread: the schools' own files where they are at hand, and one
 * plan of 500 items in each format. Pages are counted in the PDF of the same plan.
 */
export async function run(): Promise<{ name: string; figures: Record<string, number> }> {
  const figures: Record<string, number> = {};
  for (const name of existsSync(SEEDS) ? readdirSync(SEEDS).sort() : []) {
    const time = await measured(readFileSync(join(SEEDS, name)), name);
    figures[`seed ${name.slice(0, 3)}, median ms`] = time.median;
    figures[`seed ${name.slice(0, 3)}, p95 ms`] = time.p95;
  }
  const plan = bigRoadmap(1);
  const pdf = renderRoadmapPdf(plan);
  const pages = pagesOf(pdf);
  const files = {
    docx: await renderRoadmapDocx(plan),
    pdf,
    xlsx: await renderRoadmapXlsx(plan),
    html: renderRoadmapHtml(plan),
    txt: renderRoadmapText(plan),
  };
  for (const [format, made] of Object.entries(files)) {
    const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
    const time = await measured(bytes, `план.${format}`);
    figures[`500 items, ${format}, median ms`] = time.median;
    figures[`500 items, ${format}, p95 ms`] = time.p95;
    if (format === 'docx' || format === 'pdf')
      figures[`500 items, ${format}, pages a second`] = (pages / time.median) * 1000;
  }
  figures['500 items, pages'] = pages;
  return { name: 'reading a file into a draft', figures };
}

async function measured(bytes: Uint8Array, name: string): Promise<{ median: number; p95: number }> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    readRoadmap(await readSource(bytes, name));
    times.push(performance.now() - began);
  }
  // The first round also warms the compiler up; it counts in the tail, not in the median.
  const sorted = times.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(ROUNDS / 2)] ?? 0, p95: sorted[Math.floor(ROUNDS * 0.95)] ?? 0 };
}

function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  );
}
