import type { English } from '../../lib/texts.ts';
import type { ru } from './texts.ru.ts';

export const en: English<typeof ru> = {
  'title.self': 'My part',
  'title.child': 'My child: {{name}}',
  lead: 'What happens, what is signed, and what may be done now.',
  children: 'Whose page to show',
  me: 'My page',
  'empty.title': 'You take no part yet',
  'empty.text': 'You may ask for a mentor or help others yourself. Taking part is voluntary: you may leave any day.',
  'empty.child': 'The child takes no part in mentoring yet.',
  'want.mentee': 'I would like a mentor',
  'want.mentor': 'I would like to help',
  'want.interest': 'Just interested for now',
  'want.done': 'The curator will see your wish.',
  'interest.said': 'You said you are interested. The curator will propose a role.',
  'interest.withdraw': 'Not interested any more',
  'interest.withdrawn': 'Taken back.',
  'role.in': '{{role}}, {{cycle}}',
  next: 'What next',
  nothing: 'Nothing is needed of you now.',
  confirmYear: 'I take part this year too',
  confirmed: 'Thank you, recorded.',
  refuse: 'I do not take part',
  withdraw: 'Leave the programme',
  'leave.title': 'Leave the programme?',
  'leave.text':
    'Taking part ends today. No reason is asked for, and nothing at school or work depends on it. You may come back by a new request.',
  left: 'Recorded. Taking part has ended.',
};
