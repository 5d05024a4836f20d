import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useEventsTexts } = catalogue('events', ru, () => import('./texts.en.ts'));
