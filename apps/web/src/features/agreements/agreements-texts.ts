import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useAgreementsTexts } = catalogue('agreements', ru, () => import('./texts.en.ts'));
