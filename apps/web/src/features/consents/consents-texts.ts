import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useConsentsTexts } = catalogue('consents', ru, () => import('./texts.en.ts'));
