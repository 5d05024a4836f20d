import type { English } from '../../lib/texts.ts';
import type { ru } from './texts.ru.ts';

export const en: English<typeof ru> = {
  title: 'Policy of personal data processing',
  'of.server': 'Several schools work on this server. Each has a policy of its own.',
  'of.none': 'There is no organisation on this server yet.',
  elsewhere: 'The policy stands on the organisation’s site:',
  registry: 'Number in the register of operators: {{number}}',
  back: 'Sign in',
  'settings.lead':
    'The law asks for a notice to Roskomnadzor before processing begins, and for a published policy. Its link stands below every page, at sign-in, at sign-up and before a signature.',
  'registry.title': 'Notice to Roskomnadzor',
  'registry.number': 'Number in the register of operators',
  'registry.hint': 'Given after the notice; Roskomnadzor’s site finds it by the tax number.',
  'registry.missing': 'No number yet',
  'registry.missingText':
    'If the notice has not been sent, send it before consents are collected. If it has, enter the number.',
  'registry.known': 'The number is entered',
  'policy.title': 'Where the policy stands',
  'policy.onSite': 'On the school’s site',
  'policy.here': 'Here, on a page open without signing in',
  'policy.url': 'Address of the page',
  'policy.urlHint': 'Begins with https://',
  'policy.urlWrong': 'The whole address is needed, beginning with https://',
  'policy.text': 'Text of the policy',
  'policy.shipped': 'This is a sample. Show it to the school’s lawyer before you rely on it.',
  'policy.own': 'The school has changed the text.',
  'policy.restore': 'Bring the sample back',
  'policy.open': 'See it as everybody does',
  save: 'Save',
  saved: 'Saved.',
};
