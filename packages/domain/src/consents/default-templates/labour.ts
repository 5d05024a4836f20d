import type { ConsentTemplate } from '../consent-template.ts';
import { ACTIONS, CYCLE_TERM, FREE_BLOCK, IDENTITY_BLOCK, statement } from './shared-wording.ts';

/** DOC-17: addressed to the director; not later than DOC-18. */
export const MENTORING_DUTY: ConsentTemplate = {
  kind: 'mentoringDuty',
  audience: 'adult',
  version: 1,
  scopeVersion: 1,
  title: 'Согласие работника на выполнение работы по наставничеству',
  summary:
    'Вы соглашаетесь помогать коллеге как наставник за отдельную оплату. Содержание, срок, форма и оплата записываются в дополнительное соглашение к трудовому договору. Отказаться досрочно можно в любой день.',
  purposes: [
    { code: 'mentoringDuty', text: 'выполнение работы по наставничеству по поручению работодателя', required: true },
  ],
  dataItems: [],
  actions: [],
  processing: null,
  receivers: [],
  term: { kind: 'event', yearsAfter: 0, text: 'на срок, указанный в дополнительном соглашении' },
  withdrawal:
    'Работник вправе досрочно отказаться от наставничества письменным заявлением. Взысканий за отказ нет, на премию он не влияет.',
  blocks: [
    {
      heading: null,
      text: 'Содержание, срок, форма наставничества, размер и условия оплаты определяет дополнительное соглашение к трудовому договору (статья 351.8 ТК РФ). С условиями оплаты и правом досрочного отказа работник ознакомлен.',
    },
    statement('даю согласие на выполнение дополнительной работы по наставничеству.'),
  ],
  resources: [],
};

/** RULE-43: for a mentor of another organisation. */
export const EMPLOYEE_THIRD_PARTY: ConsentTemplate = {
  kind: 'employeeThirdParty',
  audience: 'adult',
  version: 1,
  scopeVersion: 1,
  title: 'Согласие работника на передачу персональных данных третьему лицу',
  summary:
    'Ваш наставник работает в другой организации. Чтобы он знал, с чем помочь, школа просит разрешения передать ему перечисленные данные. Отозвать согласие можно в любой день.',
  purposes: [{ code: 'thirdParty', text: 'работа с наставником из организации-партнёра', required: true }],
  dataItems: [
    { code: 'fullName', text: 'фамилия, имя, отчество', category: 'general' },
    { code: 'classOrPost', text: 'должность', category: 'general' },
    { code: 'request', text: 'запрос: с чем нужна помощь', category: 'general' },
    { code: 'meetings', text: 'даты и темы встреч', category: 'general' },
  ],
  actions: ACTIONS,
  processing: 'mixed',
  // The partner is named by the school, one document for each.
  receivers: [],
  term: CYCLE_TERM,
  withdrawal:
    'Согласие можно отозвать в любой день без объяснения причин письменным заявлением в школу. С этого дня данные партнёру не передаются.',
  blocks: [
    IDENTITY_BLOCK,
    FREE_BLOCK,
    statement('даю письменное согласие на обработку моих персональных данных: на их передачу названному получателю.'),
  ],
  resources: [],
};
