import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bankSearch } from '../../features/banks/bank-filter.ts';
import { listSearch } from '../../features/lists/list-search.ts';
import { pupilSearch } from '../../features/pupils/pupil-search.ts';
import { requestsSearch } from '../../features/requests/requests-search.ts';
import { selectionSearch } from '../../features/selection/selection-search.ts';
import { inside, text } from './trunk.tsx';

const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  validateSearch: (search): { search?: string; state?: 'inactive' | 'all'; person?: string; category?: string } => {
    const state = search['state'] === 'inactive' || search['state'] === 'all' ? search['state'] : undefined;
    const [words, person, category] = [text(search['search']), text(search['person']), text(search['category'])];
    return {
      ...(words ? { search: words } : {}),
      ...(state ? { state } : {}),
      ...(person ? { person } : {}),
      ...(category ? { category } : {}),
    };
  },
  component: lazyRouteComponent(() => import('../../features/staff/people-page.tsx'), 'PeoplePage'),
});
const bodies = createRoute({
  getParentRoute: () => inside,
  path: '/people/bodies',
  validateSearch: (search): { body?: string } => {
    const body = text(search['body']);
    return body ? { body } : {};
  },
  component: lazyRouteComponent(() => import('../../features/staff/bodies-page.tsx'), 'BodiesPage'),
});
const mentees = createRoute({
  getParentRoute: () => inside,
  path: '/people/mentees',
  validateSearch: bankSearch,
  component: lazyRouteComponent(() => import('../../features/banks/bank-pages.tsx'), 'MenteesPage'),
});
const mentors = createRoute({
  getParentRoute: () => inside,
  path: '/people/mentors',
  validateSearch: bankSearch,
  component: lazyRouteComponent(() => import('../../features/banks/bank-pages.tsx'), 'MentorsPage'),
});
const participant = createRoute({
  getParentRoute: () => inside,
  path: '/people/participants/$participantId',
  component: lazyRouteComponent(() => import('../../features/participants/participant-page.tsx'), 'ParticipantPage'),
});
const nominate = createRoute({
  getParentRoute: () => inside,
  path: '/people/nominate',
  validateSearch: (search): { role: 'mentor' | 'mentee'; search?: string } => {
    const words = text(search['search']);
    return { role: search['role'] === 'mentor' ? 'mentor' : 'mentee', ...(words ? { search: words } : {}) };
  },
  component: lazyRouteComponent(() => import('../../features/participants/nominate-page.tsx'), 'NominatePage'),
});
const pupils = createRoute({
  getParentRoute: () => inside,
  path: '/people/pupils',
  validateSearch: pupilSearch,
  component: lazyRouteComponent(() => import('../../features/pupils/pupils-page.tsx'), 'PupilsPage'),
});
const codes = createRoute({
  getParentRoute: () => inside,
  path: '/people/codes',
  validateSearch: (search): { class?: string } => {
    const one = text(search['class']);
    return one ? { class: one } : {};
  },
  component: lazyRouteComponent(() => import('../../features/codes/codes-page.tsx'), 'CodesPage'),
});
const lists = createRoute({
  getParentRoute: () => inside,
  path: '/people/lists',
  component: lazyRouteComponent(() => import('../../features/lists/lists-page.tsx'), 'ListsPage'),
});
const listImport = createRoute({
  getParentRoute: () => inside,
  path: '/people/lists/$importId',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../../features/lists/list-page.tsx'), 'ListPage'),
});
const contingent = createRoute({
  getParentRoute: () => inside,
  path: '/people/contingent',
  validateSearch: (search): { on?: string } => {
    const on = text(search['on']);
    return on ? { on } : {};
  },
  component: lazyRouteComponent(() => import('../../features/contingent/contingent-page.tsx'), 'ContingentPage'),
});
const year = createRoute({
  getParentRoute: () => inside,
  path: '/people/year',
  validateSearch: (search): { from?: number } => {
    const from = Number(search['from']);
    return Number.isInteger(from) && from >= 2000 && from <= 2100 ? { from } : {};
  },
  component: lazyRouteComponent(() => import('../../features/year/year-page.tsx'), 'YearPage'),
});
const duplicates = createRoute({
  getParentRoute: () => inside,
  path: '/people/duplicates',
  component: lazyRouteComponent(() => import('../../features/pupils/duplicates-page.tsx'), 'DuplicatesPage'),
});
const selection = createRoute({
  getParentRoute: () => inside,
  path: '/people/selection',
  validateSearch: selectionSearch,
  component: lazyRouteComponent(() => import('../../features/selection/selection-page.tsx'), 'SelectionPage'),
});
const requests = createRoute({
  getParentRoute: () => inside,
  path: '/people/requests',
  validateSearch: requestsSearch,
  component: lazyRouteComponent(() => import('../../features/requests/requests-page.tsx'), 'RequestsPage'),
});
const events = createRoute({
  getParentRoute: () => inside,
  path: '/people/events',
  component: lazyRouteComponent(() => import('../../features/events/events-page.tsx'), 'EventsPage'),
});
const event = createRoute({
  getParentRoute: () => inside,
  path: '/people/events/$eventId',
  component: lazyRouteComponent(() => import('../../features/events/event-page.tsx'), 'EventPage'),
});
const register = createRoute({
  getParentRoute: () => inside,
  path: '/people/register',
  validateSearch: (search): { on?: string } => {
    const on = text(search['on']);
    return on ? { on } : {};
  },
  component: lazyRouteComponent(() => import('../../features/register/register-page.tsx'), 'RegisterPage'),
});

/** The people of the school and the banks. */
export const peopleRoutes = [
  people,
  bodies,
  mentees,
  mentors,
  participant,
  nominate,
  pupils,
  codes,
  lists,
  listImport,
  contingent,
  year,
  duplicates,
  requests,
  selection,
  events,
  event,
  register,
] as const;
