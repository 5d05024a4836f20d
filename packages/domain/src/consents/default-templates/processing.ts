import type { ConsentTemplate } from '../consent-template.ts';
import {
  ACTIONS,
  AUTOMATED_DECISIONS_BLOCK,
  CYCLE_TERM,
  FREE_BLOCK,
  IDENTITY_BLOCK,
  MENTORING_DATA,
  MENTORING_PURPOSES,
  REPRESENTATIVE_DATA,
  statement,
  TERM_BEFORE_14,
  TERM_BEFORE_18,
  WITHDRAWAL,
} from './shared-wording.ts';
import { SEEN_IN_PAIR, SEEN_OF_ADULT, SEEN_OF_PUPIL } from './who-sees.ts';

/** The school itself; a municipal centre gets numbers. The school adds whoever else gets data. */
const RECEIVERS = [
  {
    name: 'муниципальный орган управления образованием',
    address: 'по адресу, указанному на сайте школы',
    gets: 'aggregates',
  },
] as const;

const SHARED = {
  kind: 'processing',
  version: 1,
  scopeVersion: 1,
  purposes: MENTORING_PURPOSES,
  actions: ACTIONS,
  processing: 'mixed',
  receivers: RECEIVERS,
  withdrawal: WITHDRAWAL,
  resources: [],
} as const satisfies Partial<ConsentTemplate>;

const BLOCKS = [IDENTITY_BLOCK, AUTOMATED_DECISIONS_BLOCK, FREE_BLOCK];

/** DOC-12. */
export const ADULT_PROCESSING: ConsentTemplate = {
  ...SHARED,
  audience: 'adult',
  title: 'Согласие на обработку персональных данных',
  summary: `Школа просит разрешения хранить и использовать ваши данные для программы наставничества: подобрать пару, составить план, вести учёт встреч. ${SEEN_OF_ADULT} ${SEEN_IN_PAIR} Публиковать их это согласие не разрешает. Отозвать его можно в любой день.`,
  dataItems: MENTORING_DATA,
  term: CYCLE_TERM,
  blocks: [
    ...BLOCKS,
    statement('даю названной организации согласие на обработку моих персональных данных на условиях этого документа.'),
  ],
};

/** DOC-13. */
export const REPRESENTATIVE_PROCESSING: ConsentTemplate = {
  ...SHARED,
  audience: 'representative',
  title: 'Согласие законного представителя на обработку персональных данных обучающегося',
  summary: `Школа просит разрешения хранить и использовать данные вашего ребёнка для программы наставничества: подобрать пару, составить план, вести учёт встреч. ${SEEN_OF_PUPIL} ${SEEN_IN_PAIR} Публиковать их это согласие не разрешает. Отозвать его можно в любой день.`,
  dataItems: REPRESENTATIVE_DATA,
  term: TERM_BEFORE_14,
  blocks: [
    ...BLOCKS,
    statement(
      'и в интересе ребёнка даю названной организации согласие на обработку персональных данных ребёнка и моих данных, указанных в списке, на условиях этого документа.',
    ),
  ],
};

/** DOC-14: two sign it. */
export const PUPIL_PROCESSING: ConsentTemplate = {
  ...SHARED,
  audience: 'pupil',
  title: 'Согласие обучающегося на обработку персональных данных',
  summary: `Тебя зовут в программу наставничества. Чтобы подобрать пару и вести план, школе нужно хранить твои данные: имя, класс, с чем нужна помощь, когда удобно встречаться. ${SEEN_OF_PUPIL} ${SEEN_IN_PAIR} Публиковать их это согласие не разрешает. Подписываете вдвоём: ты и мама, папа или другой законный представитель. Передумать можно в любой день — и тебе, и им.`,
  dataItems: REPRESENTATIVE_DATA,
  term: TERM_BEFORE_18,
  blocks: [
    ...BLOCKS,
    statement(
      'обучающийся и законный представитель, каждый своей подписью, выражают согласие на обработку названной организацией персональных данных обучающегося и данных представителя, указанных в списке, на условиях этого документа.',
    ),
  ],
};
