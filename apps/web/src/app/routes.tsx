import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { indicatorsSearch } from '../features/roadmap/indicators/choose-rows.ts';
import { planSearch } from '../features/roadmap/plan-search.ts';
import { Crash } from './crash.tsx';
import { onlyInside, onlyWhile, safeBack } from './guards.ts';
import { Layout } from './layout/layout.tsx';
import { Missing } from './missing.tsx';

/** Every address of the application. A screen is fetched when somebody goes there. */

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: Crash,
  notFoundComponent: Missing,
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  beforeLoad: onlyWhile('setup'),
  component: lazyRouteComponent(() => import('../features/auth/setup-page.tsx'), 'SetupPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { back?: string } => {
    const back = safeBack(search['back']);
    return back ? { back } : {};
  },
  beforeLoad: onlyWhile('anonymous'),
  component: lazyRouteComponent(() => import('../features/auth/sign-in-page.tsx'), 'SignInPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../features/auth/invitation-page.tsx'), 'InvitationPage'),
});
const noOrganization = createRoute({
  getParentRoute: () => root,
  path: '/no-organization',
  beforeLoad: onlyWhile('no-organization'),
  component: lazyRouteComponent(() => import('./no-organization.tsx'), 'NoOrganization'),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: onlyInside,
  component: Layout,
});

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

const today = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('../features/today/today-page.tsx'), 'TodayPage'),
});
const roadmaps = createRoute({
  getParentRoute: () => inside,
  path: '/roadmap',
  validateSearch: (search): { all?: true } => (search['all'] === true ? { all: true } : {}),
  component: lazyRouteComponent(() => import('../features/roadmaps/roadmaps-page.tsx'), 'RoadmapsPage'),
});
const newRoadmap = createRoute({
  getParentRoute: () => inside,
  path: '/roadmap/new',
  component: lazyRouteComponent(() => import('../features/roadmaps/new-roadmap-page.tsx'), 'NewRoadmapPage'),
});
const agreements = createRoute({
  getParentRoute: () => inside,
  path: '/agreements',
  component: lazyRouteComponent(() => import('../features/agreements/agreements-page.tsx'), 'AgreementsPage'),
});
const agreement = createRoute({
  getParentRoute: () => inside,
  path: '/agreements/$requestId',
  component: lazyRouteComponent(() => import('../features/agreements/agreement-page.tsx'), 'AgreementPage'),
});
const organizations = createRoute({
  getParentRoute: () => inside,
  path: '/organizations',
  component: lazyRouteComponent(() => import('../features/server/organizations-page.tsx'), 'OrganizationsPage'),
});
const roadmap = createRoute({
  getParentRoute: () => inside,
  path: '/roadmap/$roadmapId',
  validateSearch: planSearch,
  component: lazyRouteComponent(() => import('../features/roadmap/roadmap-page.tsx'), 'RoadmapPage'),
});
const roadmapDifference = createRoute({
  getParentRoute: () => inside,
  path: '/roadmap/$roadmapId/difference',
  component: lazyRouteComponent(() => import('../features/roadmap/difference-page.tsx'), 'DifferencePage'),
});
const roadmapIndicators = createRoute({
  getParentRoute: () => inside,
  path: '/roadmap/$roadmapId/indicators',
  validateSearch: indicatorsSearch,
  component: lazyRouteComponent(() => import('../features/roadmap/indicators/indicators-page.tsx'), 'IndicatorsPage'),
});
const imports = createRoute({
  getParentRoute: () => inside,
  path: '/import',
  component: lazyRouteComponent(() => import('../features/import/import-page.tsx'), 'ImportPage'),
});
const importReview = createRoute({
  getParentRoute: () => inside,
  path: '/import/$importId',
  component: lazyRouteComponent(() => import('../features/import/review-page.tsx'), 'ReviewPage'),
});
const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  validateSearch: (search): { search?: string; state?: 'inactive' | 'all'; person?: string } => {
    const state = search['state'] === 'inactive' || search['state'] === 'all' ? search['state'] : undefined;
    const [words, person] = [text(search['search']), text(search['person'])];
    return { ...(words ? { search: words } : {}), ...(state ? { state } : {}), ...(person ? { person } : {}) };
  },
  component: lazyRouteComponent(() => import('../features/staff/people-page.tsx'), 'PeoplePage'),
});
const bodies = createRoute({
  getParentRoute: () => inside,
  path: '/people/bodies',
  validateSearch: (search): { body?: string } => {
    const body = text(search['body']);
    return body ? { body } : {};
  },
  component: lazyRouteComponent(() => import('../features/staff/bodies-page.tsx'), 'BodiesPage'),
});
const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/organization-page.tsx'), 'OrganizationPage'),
});
const cycles = createRoute({
  getParentRoute: () => inside,
  path: '/settings/cycles',
  component: lazyRouteComponent(() => import('../features/settings/cycles-page.tsx'), 'CyclesPage'),
});
const reminders = createRoute({
  getParentRoute: () => inside,
  path: '/settings/reminders',
  component: lazyRouteComponent(() => import('../features/settings/reminders-page.tsx'), 'RemindersPage'),
});
const deliveries = createRoute({
  getParentRoute: () => inside,
  path: '/settings/deliveries',
  component: lazyRouteComponent(() => import('../features/settings/deliveries-page.tsx'), 'DeliveriesPage'),
});
const look = createRoute({
  getParentRoute: () => inside,
  path: '/settings/look',
  component: lazyRouteComponent(() => import('../features/settings/look-page.tsx'), 'LookPage'),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/auth/security-page.tsx'), 'SecurityPage'),
});
const myReminders = createRoute({
  getParentRoute: () => inside,
  path: '/account/reminders',
  component: lazyRouteComponent(() => import('../features/notices/my-reminders-page.tsx'), 'MyRemindersPage'),
});

export const routeTree = root.addChildren([
  setup,
  signIn,
  invitation,
  noOrganization,
  inside.addChildren([
    today,
    roadmaps,
    newRoadmap,
    roadmap,
    roadmapDifference,
    roadmapIndicators,
    imports,
    importReview,
    people,
    bodies,
    settings,
    cycles,
    reminders,
    deliveries,
    look,
    account,
    myReminders,
    agreements,
    agreement,
    organizations,
  ]),
]);
