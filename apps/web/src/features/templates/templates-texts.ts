import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useTemplatesTexts } = catalogue('templates', ru, () => import('./texts.en.ts'));
