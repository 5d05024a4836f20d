import { readRoadmap } from '@nastavnik/domain/roadmap-reading/read-roadmap';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSource } from '../read/read-source.ts';
import { roadmaps } from './generated-roadmaps.testing.ts';
import { printedPlan, readPlan } from './plan-of.testing.ts';
import { renderRoadmapDocx } from './render-roadmap-docx.ts';
import { renderRoadmapPdf } from './render-roadmap-pdf.ts';
import { renderRoadmapText } from './render-roadmap-text.ts';
import { renderRoadmapXlsx } from './render-roadmap-xlsx.ts';
import type { RoadmapPrint } from './roadmap-print.ts';

/** Plans a format. The long run: `ROUND_TRIP_RUNS=300 npx vitest run --project pure packages/documents/src/roadmap/round-trip`. */
const RUNS = Number(process.env['ROUND_TRIP_RUNS'] ?? 12);

const FORMATS: [string, (print: RoadmapPrint) => Uint8Array | Promise<Uint8Array>][] = [
  ['docx', renderRoadmapDocx],
  ['xlsx', renderRoadmapXlsx],
  ['pdf', renderRoadmapPdf],
  ['txt', renderRoadmapText],
];

test.each(FORMATS)(
  'a plan exported as %s is read back as the same plan',
  { timeout: 60_000 + RUNS * 2_000 },
  async (format, render) => {
    await fc.assert(
      fc.asyncProperty(roadmaps(), async (print) => {
        const source = await readSource(await render(print), `План.${format}`);
        expect(readPlan(readRoadmap(source))).toEqual(printedPlan(print));
      }),
      { numRuns: RUNS },
    );
  },
);
