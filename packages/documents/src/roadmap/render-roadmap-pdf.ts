import { drawPdf } from '../write/draw-pdf.ts';
import { composeRoadmap } from './compose-roadmap.ts';
import type { RoadmapPrint } from './roadmap-print.ts';

/** The roadmap as it is signed and published: A4, tagged (PDF/UA-1). */
export function renderRoadmapPdf(print: RoadmapPrint): Uint8Array {
  return drawPdf(composeRoadmap(print), print.typeface);
}
