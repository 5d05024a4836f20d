import { catalogue, type Say } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useRoadmapTexts } = catalogue('roadmap', ru, () => import('./texts.en.ts'));
export type RoadmapSay = Say<typeof ru>;
