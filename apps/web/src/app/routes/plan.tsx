import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { indicatorsSearch } from '../../features/roadmap/indicators/choose-rows.ts';
import { planSearch } from '../../features/roadmap/plan-search.ts';
import { onlyEmployees } from '../guards.ts';
import { inside } from './trunk.tsx';

const today = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: onlyEmployees,
  component: lazyRouteComponent(() => import('../../features/today/today-page.tsx'), 'TodayPage'),
});
const roadmaps = createRoute({
  getParentRoute: () => inside,
  path: '/roadmap',
  validateSearch: (search): { all?: true } => (search['all'] === true ? { all: true } : {}),
  component: lazyRouteComponent(() => import('../../features/roadmaps/roadmaps-page.tsx'), 'RoadmapsPage'),
});
const newRoadmap = createRoute({
  getParentRoute: () => inside,
  path: '/roadmap/new',
  component: lazyRouteComponent(() => import('../../features/roadmaps/new-roadmap-page.tsx'), 'NewRoadmapPage'),
});
const agreements = createRoute({
  getParentRoute: () => inside,
  path: '/agreements',
  component: lazyRouteComponent(() => import('../../features/agreements/agreements-page.tsx'), 'AgreementsPage'),
});
const agreement = createRoute({
  getParentRoute: () => inside,
  path: '/agreements/$requestId',
  component: lazyRouteComponent(() => import('../../features/agreements/agreement-page.tsx'), 'AgreementPage'),
});
const roadmap = createRoute({
  getParentRoute: () => inside,
  path: '/roadmap/$roadmapId',
  validateSearch: planSearch,
  component: lazyRouteComponent(() => import('../../features/roadmap/roadmap-page.tsx'), 'RoadmapPage'),
});
const roadmapDifference = createRoute({
  getParentRoute: () => inside,
  path: '/roadmap/$roadmapId/difference',
  component: lazyRouteComponent(() => import('../../features/roadmap/difference-page.tsx'), 'DifferencePage'),
});
const roadmapIndicators = createRoute({
  getParentRoute: () => inside,
  path: '/roadmap/$roadmapId/indicators',
  validateSearch: indicatorsSearch,
  component: lazyRouteComponent(
    () => import('../../features/roadmap/indicators/indicators-page.tsx'),
    'IndicatorsPage',
  ),
});
const imports = createRoute({
  getParentRoute: () => inside,
  path: '/import',
  component: lazyRouteComponent(() => import('../../features/import/import-page.tsx'), 'ImportPage'),
});
const importReview = createRoute({
  getParentRoute: () => inside,
  path: '/import/$importId',
  component: lazyRouteComponent(() => import('../../features/import/review-page.tsx'), 'ReviewPage'),
});

/** Today, the roadmap, and what comes in or is agreed about it. */
export const planRoutes = [
  today,
  roadmaps,
  newRoadmap,
  agreements,
  agreement,
  roadmap,
  roadmapDifference,
  roadmapIndicators,
  imports,
  importReview,
] as const;
