import type { Audience } from '../consent-kinds.ts';
import type { ConsentPurpose, ConsentTemplate } from '../consent-template.ts';
import { FREE_BLOCK, statement } from './shared-wording.ts';

/** DOC-16: questioning and the psychologist have lines of their own, and may be left empty. */
const LINES: readonly ConsentPurpose[] = [
  { code: 'participation', text: 'участие в программе наставничества', required: true },
  { code: 'questioning', text: 'участие в анкетировании по программе', required: false },
  { code: 'psychologicalSupport', text: 'помощь педагога-психолога в рамках программы', required: false },
];

function participation(audience: Audience, title: string, summary: string, words: string): ConsentTemplate {
  return {
    kind: 'participation',
    audience,
    version: 1,
    scopeVersion: 1,
    title,
    summary,
    purposes: LINES,
    dataItems: [],
    actions: [],
    processing: null,
    receivers: [],
    term: { kind: 'cycleEnd', yearsAfter: 0, text: 'до окончания цикла программы либо до выхода из неё' },
    withdrawal:
      'Выйти из программы можно в любой день без объяснения причин: сказать куратору, подать заявление или нажать «Выйти из программы» в личном кабинете.',
    blocks: [
      { heading: null, text: 'Информационный лист о программе получен и понятен.' },
      FREE_BLOCK,
      statement(words),
    ],
    resources: [],
  };
}

export const ADULT_PARTICIPATION = participation(
  'adult',
  'Согласие на участие в программе наставничества',
  'Вы соглашаетесь участвовать в программе наставничества в названной роли. Выйти можно в любой день.',
  'даю согласие на участие в программе на условиях этого документа.',
);
export const REPRESENTATIVE_PARTICIPATION = participation(
  'representative',
  'Согласие законного представителя на участие обучающегося в программе наставничества',
  'Вы разрешаете ребёнку участвовать в программе наставничества: встречаться с наставником по плану, под присмотром школы. Ребёнка от 10 лет мы спросим и самого. Выйти можно в любой день.',
  'и в интересе ребёнка даю согласие на участие ребёнка в программе на условиях этого документа.',
);
export const PUPIL_PARTICIPATION = participation(
  'pupil',
  'Согласие обучающегося на участие в программе наставничества',
  'Ты соглашаешься участвовать в программе: встречаться и делать то, что вы вместе запланируете. Если станет неинтересно или неуютно, скажи куратору — выйти можно в любой день, и объяснять ничего не нужно.',
  'обучающийся и законный представитель, каждый своей подписью, выражают согласие на участие обучающегося в программе на условиях этого документа.',
);
