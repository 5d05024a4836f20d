import type { SessionAnswer } from '@nastavnik/contracts/session';
import { isEmployee, takesPart } from '../../lib/employee.ts';
import { IconMe, IconPeople, IconRoadmap, IconSettings, IconStamp, IconToday } from '../../ui/icons.ts';

type Session = Pick<SessionAnswer, 'may' | 'active'>;

/** An authority agrees the plans of others; a plan of its own it has only when somebody there may make one. */
function hasPlan({ may, active }: Session): boolean {
  if (!isEmployee(active)) return false;
  return may.importRoadmap || (active?.kind !== 'municipality' && active?.kind !== 'region');
}

const PLACES = [
  { to: '/', word: 'nav.today', icon: IconToday, exact: true, shown: ({ active }: Session) => isEmployee(active) },
  { to: '/roadmap', word: 'nav.roadmap', icon: IconRoadmap, exact: false, shown: hasPlan },
  {
    to: '/agreements',
    word: 'nav.agreements',
    icon: IconStamp,
    exact: false,
    shown: ({ may }: Session) => may.seeAgreements,
  },
  {
    to: '/people',
    word: 'nav.people',
    icon: IconPeople,
    exact: false,
    shown: ({ active }: Session) => isEmployee(active),
  },
  { to: '/my', word: 'nav.my', icon: IconMe, exact: false, shown: ({ active }: Session) => takesPart(active) },
  {
    to: '/settings',
    word: 'nav.settings',
    icon: IconSettings,
    exact: false,
    shown: ({ active }: Session) => isEmployee(active),
  },
] as const;

/** The places this person uses, in the order of the left column and of the bottom bar. */
export function placesFor(session: Session) {
  return PLACES.filter(({ shown }) => shown(session));
}
