import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useParticipantsTexts } = catalogue('participants', ru, () => import('./texts.en.ts'));
