import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type AuditSearch, auditSearch } from '../../features/audit/audit-search.ts';
import { inside } from './trunk.tsx';

const organizations = createRoute({
  getParentRoute: () => inside,
  path: '/organizations',
  component: lazyRouteComponent(() => import('../../features/server/organizations-page.tsx'), 'OrganizationsPage'),
});
const consentTemplates = createRoute({
  getParentRoute: () => inside,
  path: '/settings/consents',
  component: lazyRouteComponent(() => import('../../features/templates/templates-page.tsx'), 'TemplatesPage'),
});
const resources = createRoute({
  getParentRoute: () => inside,
  path: '/settings/consents/places',
  component: lazyRouteComponent(() => import('../../features/resources/resources-page.tsx'), 'ResourcesPage'),
});
const consentTemplate = createRoute({
  getParentRoute: () => inside,
  path: '/settings/consents/$templateId',
  component: lazyRouteComponent(() => import('../../features/templates/template-page.tsx'), 'TemplatePage'),
});
const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('../../features/settings/organization-page.tsx'), 'OrganizationPage'),
});
const themes = createRoute({
  getParentRoute: () => inside,
  path: '/settings/themes',
  component: lazyRouteComponent(() => import('../../features/themes/themes-page.tsx'), 'ThemesPage'),
});
const forms = createRoute({
  getParentRoute: () => inside,
  path: '/settings/forms',
  component: lazyRouteComponent(() => import('../../features/forms/forms-page.tsx'), 'FormsPage'),
});
const policySettings = createRoute({
  getParentRoute: () => inside,
  path: '/settings/consents/policy',
  component: lazyRouteComponent(() => import('../../features/policy/policy-settings-page.tsx'), 'PolicySettingsPage'),
});
const cycles = createRoute({
  getParentRoute: () => inside,
  path: '/settings/cycles',
  component: lazyRouteComponent(() => import('../../features/settings/cycles-page.tsx'), 'CyclesPage'),
});
const reminders = createRoute({
  getParentRoute: () => inside,
  path: '/settings/reminders',
  component: lazyRouteComponent(() => import('../../features/settings/reminders-page.tsx'), 'RemindersPage'),
});
const deliveries = createRoute({
  getParentRoute: () => inside,
  path: '/settings/deliveries',
  component: lazyRouteComponent(() => import('../../features/settings/deliveries-page.tsx'), 'DeliveriesPage'),
});
const audit = createRoute({
  getParentRoute: () => inside,
  path: '/settings/audit',
  validateSearch: (search: Record<string, unknown>): AuditSearch => auditSearch(search),
  component: lazyRouteComponent(() => import('../../features/audit/audit-page.tsx'), 'AuditPage'),
});
const look = createRoute({
  getParentRoute: () => inside,
  path: '/settings/look',
  component: lazyRouteComponent(() => import('../../features/settings/look-page.tsx'), 'LookPage'),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../../features/auth/security-page.tsx'), 'SecurityPage'),
});
const myReminders = createRoute({
  getParentRoute: () => inside,
  path: '/account/reminders',
  component: lazyRouteComponent(() => import('../../features/notices/my-reminders-page.tsx'), 'MyRemindersPage'),
});

/** Settings of the organisation and of one’s own account. */
export const settingsRoutes = [
  organizations,
  consentTemplates,
  resources,
  consentTemplate,
  settings,
  themes,
  forms,
  policySettings,
  cycles,
  reminders,
  deliveries,
  audit,
  look,
  account,
  myReminders,
] as const;
