import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useSelectionTexts } = catalogue('selection', ru, () => import('./texts.en.ts'));
