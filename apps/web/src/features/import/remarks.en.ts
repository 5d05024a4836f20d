import type { English } from '../../lib/texts.ts';
import type { ru } from './remarks.ru.ts';

export const en: English<typeof ru> = {
  'remark.nothing-found':
    'No activities were found: the file holds only the head of a table, or none. Bring in the whole document or paste the table.',
  'remark.title-missing': 'The title of the plan was not found. Type it at the right.',
  'remark.period-unknown':
    'The document does not say for which year it is. Choose the period above: it tells the year of bare months.',
  'remark.period-assumed': 'No year is named; deadlines were read in the period above. Check it.',
  'remark.deadline-before-approval': 'The deadline ends before the plan was approved: the item was not in force yet.',
  'remark.agreed-after-approved': 'Agreed later than approved. A plan is usually agreed first.',
  'remark.adopted-after-approved': 'Adopted by the council later than approved. The council usually comes first.',
  'remark.norm-number': 'The number of a document seems to be written wrongly.',
  'remark.leftover-year': 'A year left over from an earlier edition.',
  'remark.numbering-gap': 'A gap in the numbering: a row may be lost.',
  'remark.numbering-repeat': 'The number repeats.',
  'remark.no-responsible': 'Nobody is responsible. The plan cannot be sent for approval without.',
  'remark.no-responsible-column': 'The table has no column of responsibles. Name them here or after the plan is made.',
  'remark.no-deadline': 'No deadline. Without it the item gets no reminders.',
  'remark.no-deadline-column': 'The table has no column of deadlines. Give them here or after the plan is made.',
  'remark.no-result': 'It is not said which document or result will prove it.',
  'remark.no-result-column': 'The table has no column of results. It can be filled after the plan is made.',
  'remark.consents-after-banks':
    'Consents are planned later than the banks of participants. Data of people may be gathered only after consent: change the order.',
  'remark.year-slip': 'The year looks like a slip: the rows around say another.',
  'remark.deadline-outside-period': 'The deadline lies outside the period of the plan.',
  'remark.deadline-ambiguous': 'The deadline may be understood in several ways. Open the activity and choose.',
  'remark.deadline-unreadable': 'The deadline was not understood. Open the activity and word it otherwise.',
  'remark.deadline-no-such-day': 'There is no such day in the calendar.',
  'remark.deadline-reversed': 'The deadline ends before it begins.',
  'remark.duplicate-activity': 'There is such an activity already. If it is no repetition, leave it.',
  'remark.row-scrambled': 'Rows of the table were scrambled by recognition. Check what belongs to what.',
  'remark.stage-without-title': 'The stage has no title.',
  'remark.unknown-column': 'The meaning of a column is unknown. Say it above: “Meaning of the columns”.',
  'remark.second-language': 'The organisation is named in a second language too: it stays in the head.',
  'remark.misspelt-word': 'Looks like a misprint.',
};
