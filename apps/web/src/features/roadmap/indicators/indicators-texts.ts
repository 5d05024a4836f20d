import { catalogue, type Say } from '../../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useIndicatorsTexts } = catalogue('roadmap-indicators', ru, () => import('./texts.en.ts'));
export type IndicatorsSay = Say<typeof ru>;
