import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useResourcesTexts } = catalogue('resources', ru, () => import('./texts.en.ts'));
