import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useImportTexts } = catalogue('import', ru, () => import('./texts.en.ts'));
