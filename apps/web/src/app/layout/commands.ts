import type { SessionAnswer } from '@nastavnik/contracts/session';
import type { Say, TextKey } from '../../lib/texts.ts';
import type { ru } from '../texts.ru.ts';

type Word = TextKey<typeof ru>;
type Command = { word: Word; to: string; may?: keyof SessionAnswer['may']; act?: () => void };

const COMMANDS: readonly Command[] = [
  { word: 'nav.today', to: '/' },
  { word: 'nav.roadmap', to: '/roadmap' },
  { word: 'command.newRoadmap', to: '/roadmap/new', may: 'importRoadmap' },
  { word: 'command.import', to: '/import', may: 'importRoadmap' },
  { word: 'nav.agreements', to: '/agreements', may: 'seeAgreements' },
  { word: 'nav.people', to: '/people' },
  { word: 'command.bodies', to: '/people/bodies' },
  { word: 'command.pupils', to: '/people/pupils', may: 'seePupils' },
  { word: 'command.lists', to: '/people/lists', may: 'importLists' },
  { word: 'command.year', to: '/people/year', may: 'editPupils' },
  { word: 'command.duplicates', to: '/people/duplicates', may: 'editPupils' },
  { word: 'command.codes', to: '/people/codes', may: 'giveCodes' },
  { word: 'account.myData', to: '/my/data' },
  { word: 'nav.settings', to: '/settings' },
  { word: 'command.cycles', to: '/settings/cycles' },
  { word: 'command.reminders', to: '/settings/reminders', may: 'manageSettings' },
  { word: 'command.deliveries', to: '/settings/deliveries', may: 'manageSettings' },
  { word: 'account.organizations', to: '/organizations', may: 'addOrganizations' },
  { word: 'account.reminders', to: '/account/reminders' },
  { word: 'account.look', to: '/settings/look' },
  { word: 'command.account', to: '/account' },
  { word: 'command.print', to: '', act: () => setTimeout(() => globalThis.print()) },
];

/** The commands this person may use whose words contain what was typed. */
export function commandsFor(session: Pick<SessionAnswer, 'may'>, typed: string, say: Say<typeof ru>): Command[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return COMMANDS.filter(({ may }) => !may || session.may[may]).filter(({ word }) =>
    say(word).toLocaleLowerCase().includes(wanted),
  );
}
