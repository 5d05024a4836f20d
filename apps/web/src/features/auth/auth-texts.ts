import { catalogue, type Say } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useAuthTexts } = catalogue('auth', ru, () => import('./texts.en.ts'));
export type AuthSay = Say<typeof ru>;
