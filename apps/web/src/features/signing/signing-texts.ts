import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useSigningTexts } = catalogue('signing', ru, () => import('./texts.en.ts'));
