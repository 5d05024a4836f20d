import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useRegisterTexts } = catalogue('register', ru, () => import('./texts.en.ts'));
