import { catalogue, type Say } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useImportTexts } = catalogue('import', ru, () => import('./texts.en.ts'));
export type ImportSay = Say<typeof ru>;
