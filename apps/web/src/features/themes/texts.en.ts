import type { English } from '../../lib/texts.ts';
import type { ru } from './texts.ru.ts';

export const en: English<typeof ru> = {
  title: 'Themes of requests',
  lead: 'The theme of a request is chosen from this list. A removed theme stays with old requests.',
  name: 'Name of the theme',
  audience: 'For whom',
  'audience.pupil': 'pupils',
  'audience.employee': 'teachers',
  'audience.student': 'students',
  'audience.any': 'everybody',
  add: 'Add a theme',
  added: 'The theme is added.',
  archive: 'Remove the theme “{{name}}”',
  restore: 'Bring the theme “{{name}}” back',
  archived: 'The theme “{{name}}” is removed.',
  removed: 'Removed themes',
  requests_one: '{{count}} request',
  requests_other: '{{count}} requests',
};
