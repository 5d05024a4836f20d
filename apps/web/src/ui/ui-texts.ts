import { catalogue } from '../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useUiTexts, say: sayUi } = catalogue('ui', ru, () => import('./texts.en.ts'));
