import { drawXlsx } from '../write/draw-xlsx.ts';
import { composeRoadmap } from './compose-roadmap.ts';
import type { RoadmapPrint } from './roadmap-print.ts';

/** The roadmap as a workbook with one sheet. */
export function renderRoadmapXlsx(print: RoadmapPrint): Promise<Uint8Array> {
  return drawXlsx(composeRoadmap(print), 'Дорожная карта');
}
