import type { SessionAnswer } from '@nastavnik/contracts/session';
import { isEmployee } from '../lib/employee.ts';
import { useSession } from '../lib/session.ts';
import { PlaceTabs } from './place-tabs.tsx';
import { useUiTexts } from './ui-texts.ts';

type May = SessionAnswer['may'];

const TABS = [
  { to: '/people', word: 'people.staff', shown: (_may: May, employee: boolean) => employee },
  { to: '/people/bodies', word: 'people.bodies', shown: (_may: May, employee: boolean) => employee },
  { to: '/people/pupils', word: 'people.pupils', shown: (may: May) => may.seePupils },
  { to: '/people/mentees', word: 'people.mentees', shown: (may: May) => may.seeMentees },
  { to: '/people/requests', word: 'people.requests', shown: (may: May) => may.seeMentees },
  { to: '/people/mentors', word: 'people.mentors', shown: (may: May) => may.seeMentors },
  { to: '/people/selection', word: 'people.selection', shown: (may: May) => may.seeSelection },
  { to: '/people/consents', word: 'people.consents', shown: (may: May) => may.seeConsents },
  { to: '/people/events', word: 'people.events', shown: (may: May) => may.editEvents },
  { to: '/people/demands', word: 'people.demands', shown: (may: May) => may.seeDemands },
  { to: '/people/register', word: 'people.register', shown: (may: May) => may.seeRegister },
  { to: '/people/lists', word: 'people.lists', shown: (may: May) => may.importLists },
] as const;

/** The screens of the place «Люди» that this person uses. */
export function PeopleTabs() {
  const say = useUiTexts();
  const { may, active } = useSession();
  const employee = isEmployee(active);
  return (
    <PlaceTabs
      label={say('people.place')}
      tabs={TABS.filter(({ shown }) => shown(may, employee)).map(({ to, word }) => ({ to, word: say(word) }))}
    />
  );
}
