import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useThemesTexts } = catalogue('themes', ru, () => import('./texts.en.ts'));
