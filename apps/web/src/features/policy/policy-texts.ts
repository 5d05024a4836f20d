import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: usePolicyTexts } = catalogue('policy', ru, () => import('./texts.en.ts'));
