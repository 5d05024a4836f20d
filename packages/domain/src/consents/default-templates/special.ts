import type { Audience } from '../consent-kinds.ts';
import type { ConsentTemplate } from '../consent-template.ts';
import { CYCLE_TERM, FREE_BLOCK, IDENTITY_BLOCK, statement, TERM_BEFORE_14, TERM_BEFORE_18 } from './shared-wording.ts';

/**
 * RULE-11, only where a school turns the support module on. The mentor sees the recommendation, never its reason.
 */
function special(audience: Audience, summary: string, term: ConsentTemplate['term'], words: string): ConsentTemplate {
  return {
    kind: 'special',
    audience,
    version: 1,
    scopeVersion: 1,
    title: 'Согласие на обработку специальных категорий персональных данных',
    summary,
    purposes: [
      { code: 'support', text: 'создание условий, которые нужны участнику для занятий и встреч', required: true },
    ],
    dataItems: [
      {
        code: 'health',
        text: 'рекомендации о необходимых условиях, связанные с состоянием здоровья',
        category: 'special',
      },
    ],
    actions: ['сбор', 'запись', 'хранение', 'использование', 'блокирование', 'удаление', 'уничтожение'],
    processing: 'mixed',
    receivers: [{ name: 'педагог-психолог школы', address: 'по адресу школы', gets: 'data' }],
    term,
    withdrawal:
      'Согласие можно отозвать в любой день без объяснения причин письменным заявлением в школу. Участие в программе при этом продолжается.',
    blocks: [
      {
        heading: null,
        text: 'Диагноз не записывается. Наставник видит только рекомендацию, что делать, и не видит причину.',
      },
      IDENTITY_BLOCK,
      FREE_BLOCK,
      statement(words),
    ],
    resources: [],
  };
}

export const ADULT_SPECIAL = special(
  'adult',
  'Если для встреч нужны особые условия, школа может записать рекомендацию. Диагноз не записывается. Это отдельное письменное согласие, и без него можно участвовать.',
  CYCLE_TERM,
  'даю письменное согласие на обработку названных специальных категорий моих персональных данных.',
);
export const REPRESENTATIVE_SPECIAL = special(
  'representative',
  'Если ребёнку для встреч нужны особые условия, школа может записать рекомендацию. Диагноз не записывается. Это отдельное письменное согласие, и без него ребёнок может участвовать.',
  TERM_BEFORE_14,
  'и в интересе ребёнка даю письменное согласие на обработку названных специальных категорий персональных данных ребёнка.',
);
export const PUPIL_SPECIAL = special(
  'pupil',
  'Если тебе для встреч нужны особые условия, школа может записать рекомендацию. Диагноз не записывается. Это отдельное согласие, подписываете вдвоём с законным представителем; без него можно участвовать.',
  TERM_BEFORE_18,
  'обучающийся и законный представитель, каждый своей подписью, выражают письменное согласие на обработку названных специальных категорий персональных данных обучающегося.',
);
