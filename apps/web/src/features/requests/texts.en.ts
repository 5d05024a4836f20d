import type { English } from '../../lib/texts.ts';
import type { ru } from './texts.ru.ts';

export const en: English<typeof ru> = {
  title: 'Requests',
  lead: 'What mentees ask for. Search by the words of a request: any form of a word will do.',
  search: 'Words of the request',
  state: 'State',
  anyState: 'Any state',
  theme: 'Theme',
  anyTheme: 'Any theme',
  empty: 'No requests yet. They are written on the card of a mentee after the consent.',
  nobody: 'No such request. Change the words or clear the filter.',
  more: 'Show more',
  'column.person': 'Who asks',
  'column.theme': 'Theme',
  'column.words': 'Request',
  'column.state': 'State',
  'column.urgency': 'Urgency',
  'column.found': 'Found on',
};
