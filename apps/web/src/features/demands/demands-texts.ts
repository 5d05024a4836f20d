import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useDemandsTexts } = catalogue('demands', ru, () => import('./texts.en.ts'));
