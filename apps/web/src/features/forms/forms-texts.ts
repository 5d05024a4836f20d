import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useFormsTexts } = catalogue('forms', ru, () => import('./texts.en.ts'));
