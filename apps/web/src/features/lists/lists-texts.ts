import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useListsTexts } = catalogue('lists', ru, () => import('./texts.en.ts'));
