import { drawText } from '../write/draw-text.ts';
import { composeRoadmap } from './compose-roadmap.ts';
import type { RoadmapPrint } from './roadmap-print.ts';

/** The roadmap as text with tab characters between the cells, UTF-8 without a byte-order mark. */
export function renderRoadmapText(print: RoadmapPrint): Uint8Array {
  return new TextEncoder().encode(drawText(composeRoadmap(print)));
}
