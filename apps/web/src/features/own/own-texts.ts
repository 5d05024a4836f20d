import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useOwnTexts } = catalogue('own', ru, () => import('./texts.en.ts'));
