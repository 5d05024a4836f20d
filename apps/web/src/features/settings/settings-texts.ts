import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useSettingsTexts } = catalogue('settings', ru, () => import('./texts.en.ts'));
