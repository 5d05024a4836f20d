import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Pool } from '../db/pool.ts';

/** For whoever watches the server: alive, ready, figures. Routes are named by their pattern, never by an id or a person. */
export function healthRoutes(app: FastifyInstance, parts: { readonly pool: Pool }): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const defects = new Counter({ name: 'defects_total', help: 'Answers with status 500', registers: [registry] });
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode };
    seconds.observe(labels, reply.elapsedTime / 1000);
    if (reply.statusCode >= 500) defects.inc();
  });

  const open = { config: { access: 'public' as const }, schema: { hide: true } };
  app.get('/healthz', open, async () => ({ status: 'ok' }));
  app.get('/readyz', open, async (_request, reply) => {
    try {
      await sql`select 1`.execute(parts.pool);
      return { status: 'ok' };
    } catch (error) {
      app.log.warn({ err: error }, 'database does not answer');
      return reply.code(503).send({ status: 'database-unavailable' });
    }
  });
  app.get('/metrics', open, async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}
