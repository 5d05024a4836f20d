import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: usePupilsTexts } = catalogue('pupils', ru, () => import('./texts.en.ts'));
