import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useStaffTexts } = catalogue('staff', ru, () => import('./texts.en.ts'));
