import type { FastifyInstance } from 'fastify';

/**
 * Who may call a route at all: anybody, an account, a member of an organisation. What a member may do is asked in the
 * action (`permit`). A route that declares nothing does not start.
 */
export type RouteAccess = 'public' | 'account' | 'member';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteAccess;
  }
}

export function demandDeclaredAccess(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.method === 'HEAD' || route.method === 'OPTIONS') return;
    if (!route.config?.access) throw new Error(`route ${String(route.method)} ${route.url} declares no access`);
  });
}
