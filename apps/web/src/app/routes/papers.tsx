import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consentsSearch, registerSearch } from '../../features/consents/consents-search.ts';
import { inside, text } from './trunk.tsx';

const myData = createRoute({
  getParentRoute: () => inside,
  path: '/my/data',
  validateSearch: (search): { child?: string } => {
    const child = text(search['child']);
    return child ? { child } : {};
  },
  component: lazyRouteComponent(() => import('../../features/my/my-data-page.tsx'), 'MyDataPage'),
});
const consents = createRoute({
  getParentRoute: () => inside,
  path: '/people/consents',
  validateSearch: consentsSearch,
  component: lazyRouteComponent(() => import('../../features/consents/consents-page.tsx'), 'ConsentsPage'),
});
const consentRegister = createRoute({
  getParentRoute: () => inside,
  path: '/people/consents/register',
  validateSearch: registerSearch,
  component: lazyRouteComponent(() => import('../../features/consents/register-page.tsx'), 'ConsentRegisterPage'),
});
const scans = createRoute({
  getParentRoute: () => inside,
  path: '/people/consents/scans',
  component: lazyRouteComponent(() => import('../../features/consents/scans-page.tsx'), 'ScansPage'),
});
const scanBatch = createRoute({
  getParentRoute: () => inside,
  path: '/people/consents/scans/$batchId',
  component: lazyRouteComponent(() => import('../../features/consents/batch-page.tsx'), 'BatchPage'),
});
const myDocuments = createRoute({
  getParentRoute: () => inside,
  path: '/my/documents',
  component: lazyRouteComponent(() => import('../../features/signing/my-documents-page.tsx'), 'MyDocumentsPage'),
});
const sign = createRoute({
  getParentRoute: () => inside,
  path: '/sign/$consentId',
  component: lazyRouteComponent(() => import('../../features/signing/sign-page.tsx'), 'SignPage'),
});
const demands = createRoute({
  getParentRoute: () => inside,
  path: '/people/demands',
  validateSearch: (search): { state?: 'overdue' | 'done' | 'all' } => {
    const state = (['overdue', 'done', 'all'] as const).find((each) => each === search['state']);
    return state ? { state } : {};
  },
  component: lazyRouteComponent(() => import('../../features/demands/demands-page.tsx'), 'DemandsPage'),
});
const own = createRoute({
  getParentRoute: () => inside,
  path: '/my',
  validateSearch: (search): { child?: string } => {
    const child = text(search['child']);
    return child ? { child } : {};
  },
  component: lazyRouteComponent(() => import('../../features/own/own-page.tsx'), 'OwnPage'),
});

/** Consents, demands, and what is one’s own. */
export const paperRoutes = [
  myData,
  consents,
  consentRegister,
  scans,
  scanBatch,
  myDocuments,
  sign,
  demands,
  own,
] as const;
