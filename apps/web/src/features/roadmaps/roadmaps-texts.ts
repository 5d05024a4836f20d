import { catalogue } from '../../lib/texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useRoadmapsTexts } = catalogue('roadmaps', ru, () => import('./texts.en.ts'));
