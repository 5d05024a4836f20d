import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet } from '@tanstack/react-router';
import { Crash } from '../crash.tsx';
import { onlyInside } from '../guards.ts';
import { Layout } from '../layout/layout.tsx';
import { Missing } from '../missing.tsx';

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: Crash,
  notFoundComponent: Missing,
});

/** What only those who are signed in come to. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: onlyInside,
  component: Layout,
});

export const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
