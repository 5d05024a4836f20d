import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { onlyWhile, safeBack } from '../guards.ts';
import { root } from './trunk.tsx';

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  beforeLoad: onlyWhile('setup'),
  component: lazyRouteComponent(() => import('../../features/auth/setup-page.tsx'), 'SetupPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { back?: string } => {
    const back = safeBack(search['back']);
    return back ? { back } : {};
  },
  beforeLoad: onlyWhile('anonymous'),
  component: lazyRouteComponent(() => import('../../features/auth/sign-in-page.tsx'), 'SignInPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../../features/auth/invitation-page.tsx'), 'InvitationPage'),
});
const noOrganization = createRoute({
  getParentRoute: () => root,
  path: '/no-organization',
  beforeLoad: onlyWhile('no-organization'),
  component: lazyRouteComponent(() => import('../no-organization.tsx'), 'NoOrganization'),
});
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('../../features/events/sign-up-page.tsx'), 'SignUpPage'),
});
const policies = createRoute({
  getParentRoute: () => root,
  path: '/policy',
  component: lazyRouteComponent(() => import('../../features/policy/policies-page.tsx'), 'PoliciesPage'),
});
const policy = createRoute({
  getParentRoute: () => root,
  path: '/policy/$tenantId',
  component: lazyRouteComponent(() => import('../../features/policy/policy-page.tsx'), 'PolicyPage'),
});

/** Addresses that stand open: the first run, coming in, and what strangers read. */
export const outsideRoutes = [setup, signIn, invitation, noOrganization, signUp, policies, policy] as const;
