import type { English } from '../../lib/texts.ts';
import type { ru } from './texts.ru.ts';

export const en: English<typeof ru> = {
  title: 'Codes to sign in',
  lead: 'For those without e-mail: a pupil or parent types the code of the slip and chooses a password. Whoever forgot it gets a new code here.',
  once: 'The codes are shown once. Print the sheet now, cut it and hand the slips out in person.',
  class: 'Class',
  ofClass: 'Class {{name}}',
  whom: 'For whom',
  'whom.both': 'Pupils and parents',
  'whom.pupils': 'Pupils',
  'whom.parents': 'Parents',
  all: 'Everybody in the list',
  parentOf: 'Parent of {{names}}',
  nobody: 'There is nobody to give codes to: the class has no pupils, or no parents are named.',
  toPupils: 'To the pupils',
  oldStop: 'A code works for two weeks and once. An unused earlier code of the person stops working.',
  give_one: 'Give {{count}} code',
  give_other: 'Give {{count}} codes',
  print: 'Print',
  again: 'Other people',
  sheet: 'Slips with codes',
  refused: 'Not given:',
  'how.open': 'Point the phone’s camera at the square. Or open {{address}} and type the code.',
  'how.first': 'Choose a password. Your login: {{login}}',
  'how.recovery': 'Choose a new password. Your login: {{login}}',
  until: 'Valid until {{moment}}',
  square: 'Code for the camera: {{name}}',
  'empty.title': 'There is no class for which you give codes',
  'empty.text':
    'Codes are given by the curator, and by the class teacher for the own class. If you lead a class, ask the curator to enter it.',
};
