import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useNoticesTexts } = catalogue('notices', ru, () => import('./texts.en.ts'));
