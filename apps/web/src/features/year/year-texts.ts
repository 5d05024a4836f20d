import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useYearTexts } = catalogue('year', ru, () => import('./texts.en.ts'));
export type YearSay = ReturnType<typeof useYearTexts>;
