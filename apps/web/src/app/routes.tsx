import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { bankSearch } from '../features/banks/bank-filter.ts';
import { consentsSearch, registerSearch } from '../features/consents/consents-search.ts';
import { listSearch } from '../features/lists/list-search.ts';
import { pupilSearch } from '../features/pupils/pupil-search.ts';
import { requestsSearch } from '../features/requests/requests-search.ts';
import { indicatorsSearch } from '../features/roadmap/indicators/choose-rows.ts';
import { planSearch } from '../features/roadmap/plan-search.ts';
import { Crash } from './crash.tsx';
import { onlyEmployees, onlyInside, onlyWhile, safeBack } from './guards.ts';
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
  beforeLoad: onlyEmployees,
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
const mentees = createRoute({
  getParentRoute: () => inside,
  path: '/people/mentees',
  validateSearch: bankSearch,
  component: lazyRouteComponent(() => import('../features/banks/mentees-page.tsx'), 'MenteesPage'),
});
const mentors = createRoute({
  getParentRoute: () => inside,
  path: '/people/mentors',
  validateSearch: bankSearch,
  component: lazyRouteComponent(() => import('../features/banks/mentors-page.tsx'), 'MentorsPage'),
});
const participant = createRoute({
  getParentRoute: () => inside,
  path: '/people/participants/$participantId',
  component: lazyRouteComponent(() => import('../features/participants/participant-page.tsx'), 'ParticipantPage'),
});
const nominate = createRoute({
  getParentRoute: () => inside,
  path: '/people/nominate',
  validateSearch: (search): { role: 'mentor' | 'mentee'; search?: string } => {
    const words = text(search['search']);
    return { role: search['role'] === 'mentor' ? 'mentor' : 'mentee', ...(words ? { search: words } : {}) };
  },
  component: lazyRouteComponent(() => import('../features/participants/nominate-page.tsx'), 'NominatePage'),
});
const pupils = createRoute({
  getParentRoute: () => inside,
  path: '/people/pupils',
  validateSearch: pupilSearch,
  component: lazyRouteComponent(() => import('../features/pupils/pupils-page.tsx'), 'PupilsPage'),
});
const codes = createRoute({
  getParentRoute: () => inside,
  path: '/people/codes',
  validateSearch: (search): { class?: string } => {
    const one = text(search['class']);
    return one ? { class: one } : {};
  },
  component: lazyRouteComponent(() => import('../features/codes/codes-page.tsx'), 'CodesPage'),
});
const lists = createRoute({
  getParentRoute: () => inside,
  path: '/people/lists',
  component: lazyRouteComponent(() => import('../features/lists/lists-page.tsx'), 'ListsPage'),
});
const listImport = createRoute({
  getParentRoute: () => inside,
  path: '/people/lists/$importId',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../features/lists/list-page.tsx'), 'ListPage'),
});
const contingent = createRoute({
  getParentRoute: () => inside,
  path: '/people/contingent',
  validateSearch: (search): { on?: string } => {
    const on = text(search['on']);
    return on ? { on } : {};
  },
  component: lazyRouteComponent(() => import('../features/contingent/contingent-page.tsx'), 'ContingentPage'),
});
const year = createRoute({
  getParentRoute: () => inside,
  path: '/people/year',
  validateSearch: (search): { from?: number } => {
    const from = Number(search['from']);
    return Number.isInteger(from) && from >= 2000 && from <= 2100 ? { from } : {};
  },
  component: lazyRouteComponent(() => import('../features/year/year-page.tsx'), 'YearPage'),
});
const duplicates = createRoute({
  getParentRoute: () => inside,
  path: '/people/duplicates',
  component: lazyRouteComponent(() => import('../features/pupils/duplicates-page.tsx'), 'DuplicatesPage'),
});
const myData = createRoute({
  getParentRoute: () => inside,
  path: '/my/data',
  validateSearch: (search): { child?: string } => {
    const child = text(search['child']);
    return child ? { child } : {};
  },
  component: lazyRouteComponent(() => import('../features/my/my-data-page.tsx'), 'MyDataPage'),
});
const consents = createRoute({
  getParentRoute: () => inside,
  path: '/people/consents',
  validateSearch: consentsSearch,
  component: lazyRouteComponent(() => import('../features/consents/consents-page.tsx'), 'ConsentsPage'),
});
const consentRegister = createRoute({
  getParentRoute: () => inside,
  path: '/people/consents/register',
  validateSearch: registerSearch,
  component: lazyRouteComponent(() => import('../features/consents/register-page.tsx'), 'ConsentRegisterPage'),
});
const scans = createRoute({
  getParentRoute: () => inside,
  path: '/people/consents/scans',
  component: lazyRouteComponent(() => import('../features/consents/scans-page.tsx'), 'ScansPage'),
});
const scanBatch = createRoute({
  getParentRoute: () => inside,
  path: '/people/consents/scans/$batchId',
  component: lazyRouteComponent(() => import('../features/consents/batch-page.tsx'), 'BatchPage'),
});
const consentTemplates = createRoute({
  getParentRoute: () => inside,
  path: '/settings/consents',
  component: lazyRouteComponent(() => import('../features/templates/templates-page.tsx'), 'TemplatesPage'),
});
const resources = createRoute({
  getParentRoute: () => inside,
  path: '/settings/resources',
  component: lazyRouteComponent(() => import('../features/resources/resources-page.tsx'), 'ResourcesPage'),
});
const consentTemplate = createRoute({
  getParentRoute: () => inside,
  path: '/settings/consents/$templateId',
  component: lazyRouteComponent(() => import('../features/templates/template-page.tsx'), 'TemplatePage'),
});
const myDocuments = createRoute({
  getParentRoute: () => inside,
  path: '/my/documents',
  component: lazyRouteComponent(() => import('../features/signing/my-documents-page.tsx'), 'MyDocumentsPage'),
});
const sign = createRoute({
  getParentRoute: () => inside,
  path: '/sign/$consentId',
  component: lazyRouteComponent(() => import('../features/signing/sign-page.tsx'), 'SignPage'),
});
const demands = createRoute({
  getParentRoute: () => inside,
  path: '/people/demands',
  validateSearch: (search): { state?: 'overdue' | 'done' | 'all' } => {
    const state = (['overdue', 'done', 'all'] as const).find((each) => each === search['state']);
    return state ? { state } : {};
  },
  component: lazyRouteComponent(() => import('../features/demands/demands-page.tsx'), 'DemandsPage'),
});
const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/organization-page.tsx'), 'OrganizationPage'),
});
const requests = createRoute({
  getParentRoute: () => inside,
  path: '/people/requests',
  validateSearch: requestsSearch,
  component: lazyRouteComponent(() => import('../features/requests/requests-page.tsx'), 'RequestsPage'),
});
const themes = createRoute({
  getParentRoute: () => inside,
  path: '/settings/themes',
  component: lazyRouteComponent(() => import('../features/themes/themes-page.tsx'), 'ThemesPage'),
});
const forms = createRoute({
  getParentRoute: () => inside,
  path: '/settings/forms',
  component: lazyRouteComponent(() => import('../features/forms/forms-page.tsx'), 'FormsPage'),
});
const own = createRoute({
  getParentRoute: () => inside,
  path: '/my',
  validateSearch: (search): { child?: string } => {
    const child = text(search['child']);
    return child ? { child } : {};
  },
  component: lazyRouteComponent(() => import('../features/own/own-page.tsx'), 'OwnPage'),
});
const events = createRoute({
  getParentRoute: () => inside,
  path: '/people/events',
  component: lazyRouteComponent(() => import('../features/events/events-page.tsx'), 'EventsPage'),
});
const event = createRoute({
  getParentRoute: () => inside,
  path: '/people/events/$eventId',
  component: lazyRouteComponent(() => import('../features/events/event-page.tsx'), 'EventPage'),
});
const register = createRoute({
  getParentRoute: () => inside,
  path: '/people/register',
  validateSearch: (search): { on?: string } => {
    const on = text(search['on']);
    return on ? { on } : {};
  },
  component: lazyRouteComponent(() => import('../features/register/register-page.tsx'), 'RegisterPage'),
});
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('../features/events/sign-up-page.tsx'), 'SignUpPage'),
});
const policies = createRoute({
  getParentRoute: () => root,
  path: '/policy',
  component: lazyRouteComponent(() => import('../features/policy/policies-page.tsx'), 'PoliciesPage'),
});
const policy = createRoute({
  getParentRoute: () => root,
  path: '/policy/$tenantId',
  component: lazyRouteComponent(() => import('../features/policy/policy-page.tsx'), 'PolicyPage'),
});
const policySettings = createRoute({
  getParentRoute: () => inside,
  path: '/settings/policy',
  component: lazyRouteComponent(() => import('../features/policy/policy-settings-page.tsx'), 'PolicySettingsPage'),
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
  signUp,
  policies,
  policy,
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
    mentees,
    mentors,
    participant,
    nominate,
    pupils,
    codes,
    lists,
    listImport,
    year,
    contingent,
    duplicates,
    myData,
    consents,
    consentRegister,
    scans,
    scanBatch,
    consentTemplates,
    consentTemplate,
    resources,
    policySettings,
    demands,
    myDocuments,
    sign,
    requests,
    themes,
    forms,
    own,
    events,
    event,
    register,
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
