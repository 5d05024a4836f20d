import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useTodayTexts } = catalogue('today', ru, () => import('./texts.en.ts'));
