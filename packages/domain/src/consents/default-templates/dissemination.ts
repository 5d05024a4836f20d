import type { Audience } from '../consent-kinds.ts';
import type { ConsentDataItem, ConsentTemplate } from '../consent-template.ts';
import { CYCLE_TERM, FREE_BLOCK, statement, TERM_BEFORE_14, TERM_BEFORE_18 } from './shared-wording.ts';

/** Lines of the matrix (DOC-15). Each is ticked for each place by the person; nothing is ticked beforehand (RULE-20). */
const ITEMS: readonly ConsentDataItem[] = [
  { code: 'fullName', text: 'фамилия, имя', category: 'general' },
  { code: 'classOrPost', text: 'класс или должность', category: 'general' },
  { code: 'photo', text: 'фотография', category: 'general' },
  { code: 'video', text: 'видеозапись', category: 'general' },
  { code: 'achievements', text: 'рассказ об успехах в программе', category: 'general' },
  { code: 'award', text: 'сведения о награждении', category: 'general' },
];

const TITLE =
  'Согласие на обработку персональных данных, разрешённых субъектом персональных данных для распространения';

/**
 * DOC-15. Places are the school's own: it adds each page and group with its full address, and until it has, the
 * template cannot be used.
 */
function dissemination(
  audience: Audience,
  summary: string,
  term: ConsentTemplate['term'],
  words: string,
): ConsentTemplate {
  return {
    kind: 'dissemination',
    audience,
    version: 1,
    scopeVersion: 1,
    title: TITLE,
    summary,
    purposes: [{ code: 'publication', text: 'рассказ о программе наставничества и её участниках', required: true }],
    dataItems: ITEMS,
    actions: [],
    processing: null,
    receivers: [],
    term,
    withdrawal:
      'Распространение прекращается по требованию в любой день и без объяснения причин: в требовании называют фамилию, имя, отчество, контакт и перечень данных. Школа снимает публикацию сразу, владельцы других сайтов — в срок до трёх рабочих дней.',
    blocks: [
      {
        heading: 'Как заполнить',
        text: 'Отметьте, что и где можно показать. Пустая клетка означает «нельзя». В строке «условия и запреты» можно написать свои условия, например «только со спины» или «без фамилии».',
      },
      {
        heading: 'Передача по сетям',
        text: 'Если не указано иное, полученные данные передаются только по внутренней сети школы работникам, которые готовят публикацию.',
      },
      FREE_BLOCK,
      statement(words),
    ],
    resources: [],
  };
}

export const ADULT_DISSEMINATION = dissemination(
  'adult',
  'Это отдельное согласие: можно ли рассказывать о вас на сайте и в группах школы, и что именно. Отметьте сами каждую клетку. Без него вы участвуете в программе точно так же.',
  CYCLE_TERM,
  'даю названной организации согласие на обработку моих персональных данных, разрешённых для распространения, — только отмеченных и только в отмеченных местах.',
);
export const REPRESENTATIVE_DISSEMINATION = dissemination(
  'representative',
  'Это отдельное согласие: можно ли рассказывать о вашем ребёнке на сайте и в группах школы, и что именно. Отметьте сами каждую клетку. Без него ребёнок участвует в программе точно так же.',
  TERM_BEFORE_14,
  'и в интересе ребёнка даю названной организации согласие на обработку персональных данных ребёнка, разрешённых для распространения, — только отмеченных и только в отмеченных местах.',
);
export const PUPIL_DISSEMINATION = dissemination(
  'pupil',
  'Можно ли рассказывать о тебе на сайте и в группах школы? Отметь сам каждую клетку: что можно и где. Пустая клетка — нельзя. Без этого согласия ты участвуешь точно так же. Подписываете вдвоём с законным представителем.',
  TERM_BEFORE_18,
  'обучающийся и законный представитель, каждый своей подписью, выражают согласие на обработку персональных данных обучающегося, разрешённых для распространения, — только отмеченных и только в отмеченных местах.',
);
