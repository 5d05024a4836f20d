import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useAuditTexts } = catalogue('audit', ru, () => import('./texts.en.ts'));
