import { catalogue, type Say } from '../../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useHistoryTexts } = catalogue('roadmap-history', ru, () => import('./texts.en.ts'));
export type HistorySay = Say<typeof ru>;
