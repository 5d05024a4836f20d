import { drawDocx } from '../write/draw-docx.ts';
import { composeRoadmap } from './compose-roadmap.ts';
import type { RoadmapPrint } from './roadmap-print.ts';

/** The roadmap as an editable Word file. */
export function renderRoadmapDocx(print: RoadmapPrint): Promise<Uint8Array> {
  return drawDocx(composeRoadmap(print), print.typeface);
}
