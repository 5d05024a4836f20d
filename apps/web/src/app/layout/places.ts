import { IconPeople, IconRoadmap, IconSettings, IconToday } from '../../ui/icons.ts';

/** The places of the application, in the order of the left column and of the bottom bar. */
export const PLACES = [
  { to: '/', word: 'nav.today', icon: IconToday, exact: true },
  { to: '/roadmap', word: 'nav.roadmap', icon: IconRoadmap, exact: false },
  { to: '/people', word: 'nav.people', icon: IconPeople, exact: false },
  { to: '/settings', word: 'nav.settings', icon: IconSettings, exact: false },
] as const;
