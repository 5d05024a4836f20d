import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useMyTexts } = catalogue('my', ru, () => import('./texts.en.ts'));
