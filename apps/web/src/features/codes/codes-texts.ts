import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useCodesTexts } = catalogue('codes', ru, () => import('./texts.en.ts'));
