import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useBanksTexts } = catalogue('banks', ru, () => import('./texts.en.ts'));
