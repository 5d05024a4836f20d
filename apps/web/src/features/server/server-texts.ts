import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useServerTexts } = catalogue('server', ru, () => import('./texts.en.ts'));
