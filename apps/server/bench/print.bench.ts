import { setImmediate as nextTurn } from 'node:timers/promises';
import { renderRoadmapDocx } from '@nastavnik/documents/roadmap/render-roadmap-docx';
import { renderRoadmapPdf } from '@nastavnik/documents/roadmap/render-roadmap-pdf';
import type { RoadmapPrint } from '@nastavnik/documents/roadmap/roadmap-print';
import { ACTIVITIES, bigRoadmap, STAGES } from './big-roadmap.ts';

const ROUNDS = 9;

/** Printing a roadmap of 500 items: the median of several, and the first one, which also loads the fonts. Milliseconds. */
export async function run(): Promise<{ name: string; figures: Record<string, number> }> {
  const pdf = await measured(renderRoadmapPdf);
  const docx = await measured(renderRoadmapDocx);
  return {
    name: `print of a roadmap with ${STAGES * ACTIVITIES} items`,
    figures: {
      pdfMedianMs: pdf.median,
      pdfFirstMs: pdf.first,
      pdfKilobytes: pdf.kilobytes,
      docxMedianMs: docx.median,
      docxFirstMs: docx.first,
      docxKilobytes: docx.kilobytes,
    },
  };
}

async function measured(draw: (print: RoadmapPrint) => Uint8Array | Promise<Uint8Array>) {
  const times: number[] = [];
  let size = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const print = bigRoadmap(round);
    const began = performance.now();
    size = (await draw(print)).length;
    times.push(Math.round(performance.now() - began));
    // Typst's documents are freed between turns of the event loop, as between requests.
    await nextTurn();
  }
  const sorted = times.toSorted((one, other) => one - other);
  return { first: times[0] ?? 0, median: sorted[Math.floor(ROUNDS / 2)] ?? 0, kilobytes: Math.round(size / 1024) };
}
