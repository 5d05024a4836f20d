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

/** Made by the libraries that serve the API's description and the built web files: nothing of a tenant is behind them. */
const LIBRARY_ROUTES = /^\/api\/docs(\/|$)|^\/(assets\/.*|[^/]*\.[a-z0-9]+)?$/;

export function demandDeclaredAccess(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.method === 'HEAD' || route.method === 'OPTIONS' || route.config?.access) return;
    if (!LIBRARY_ROUTES.test(route.url))
      throw new Error(`route ${String(route.method)} ${route.url} declares no access`);
    route.config = { ...route.config, access: 'public' };
  });
}
