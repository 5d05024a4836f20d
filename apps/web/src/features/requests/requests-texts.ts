import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useRequestsTexts } = catalogue('requests', ru, () => import('./texts.en.ts'));
