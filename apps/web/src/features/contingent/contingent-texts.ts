import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useContingentTexts } = catalogue('contingent', ru, () => import('./texts.en.ts'));
