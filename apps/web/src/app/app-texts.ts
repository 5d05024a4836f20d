import { catalogue } from '../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useAppTexts } = catalogue('app', ru, () => import('./texts.en.ts'));
