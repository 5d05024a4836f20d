import type { English } from '../../lib/texts.ts';
import type { ru } from './texts.ru.ts';

export const en: English<typeof ru> = {
  title: 'Register of participants',
  lead: 'Who took part on any day: by the record of every step, not from memory.',
  on: 'On which day',
  empty: 'Nobody was in the bank on this day.',
  more: 'Show more',
  'count.mentor': '{{state}}: {{count}} mentors',
  'count.mentee': '{{state}}: {{count}} mentees',
  quarters: 'By quarters',
  'quarter.span': 'Quarter',
  'quarter.mentors': 'Mentors',
  'quarter.mentees': 'Mentees',
  'quarter.entered': 'Came',
  'quarter.left': 'Left',
  'column.name': 'Name',
  'column.place': 'Class or post',
  'column.role': 'Role',
  'column.state': 'Step',
  'column.entered': 'In the bank since',
  'column.forms': 'Form',
  'column.requests': 'Requests',
  export: 'Export',
  'export.title': 'Export the register',
};
