import { drawHtml } from '../write/draw-html.ts';
import { composeRoadmap } from './compose-roadmap.ts';
import type { RoadmapPrint } from './roadmap-print.ts';

/** The roadmap as one accessible page, UTF-8. */
export function renderRoadmapHtml(print: RoadmapPrint): Uint8Array {
  return new TextEncoder().encode(drawHtml(composeRoadmap(print)));
}
