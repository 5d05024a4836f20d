import type { English } from '../../lib/texts.ts';
import type { ru } from './texts.ru.ts';

export const en: English<typeof ru> = {
  bell: 'Notices',
  bellUnread_one: 'Notices: {{count}} new',
  bellUnread_other: 'Notices: {{count}} new',
  title: 'Notices',
  markRead: 'Mark all as read',
  settings: 'Set up reminders',
  'empty.title': 'No notices',
  'empty.text': 'Reminders of your deadlines and decisions about the roadmap appear here.',
  fresh: 'new',
  open: 'Open the item',
  openRoadmap: 'Open the roadmap',
  openDocuments: 'Read and answer',
  openOwn: 'Open the leaflet',
  openConsents: 'Who lacks what',
  openAgreements: 'Open the requests',

  'mine.title': 'Reminders and calendar',
  'mine.lead': 'What the program writes to you, and how to see your deadlines in your phone’s calendar.',
  'preferences.title': 'What to send by e-mail',
  'preferences.lead': 'Notices always show in the program. Some letters can be declined.',
  'preferences.noMail': 'Mail is not set up on this server: notices show in the program only.',
  'preferences.always': 'always sent',
  'preferences.saved': 'Saved.',
  'kind.weekBefore': '7 days before a deadline',
  'kind.dayBefore': 'The day before a deadline',
  'kind.late': 'A deadline has passed',
  'kind.confirmationWaiting': 'An item waits for your confirmation',
  'kind.weeklyDigest': 'Weekly digest (for the curator)',
  'kind.agreementAsked': 'A request to review or agree a roadmap',
  'kind.consentAsked': 'A request to answer a consent',
  'kind.invited': 'An invitation to the programme',
  'kind.coverageBelow': 'Not everybody in the banks has a consent',
  'kind.returned': 'A roadmap was returned',

  'feed.title': 'My deadlines in a calendar',
  'feed.lead':
    'By a personal link the calendar of a phone or computer shows the deadlines of your items. It holds only titles and days: no people, no evidence.',
  'feed.off': 'There is no link yet.',
  'feed.on':
    'The link was made on {{moment}}. It cannot be shown again: if it is lost, make a new one, and the old one stops working.',
  'feed.make': 'Create a link',
  'feed.again': 'Create a new link',
  'feed.link': 'Calendar link',
  'feed.once':
    'Shown once. Add it to your calendar as a “subscription by address” and give it to nobody: it shows your deadlines.',
  'feed.revoke': 'Switch the link off',
  'feed.revoked': 'The calendar link is switched off.',
};
