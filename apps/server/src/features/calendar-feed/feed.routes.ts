import { feedAnswer, newFeedAnswer } from '@nastavnik/contracts/roadmaps';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { openFeedOf } from './feed.queries.ts';
import { feedBehind, openFeed, revokeFeed } from './feed.ts';

const member = { access: 'member' } as const;

export function calendarFeedRoutes(app: App, deps: Deps): void {
  const addressOf = (request: { protocol: string; host: string }) =>
    deps.publicUrl ?? `${request.protocol}://${request.host}`;
  app.get('/api/v1/calendar-feed', { config: member, schema: { response: { 200: feedAnswer } } }, ({ caller }) => {
    permit(caller, 'roadmap.see');
    return reading(deps.pool, caller, async (tx) => {
      const open = await openFeedOf(tx, caller.tenantId, caller.personId);
      return { active: open !== undefined, createdAt: open?.created_at.toISOString() ?? null };
    });
  });
  app.post(
    '/api/v1/calendar-feed',
    { config: member, schema: { response: { 200: newFeedAnswer } } },
    async (request) => {
      const token = await writing(deps.pool, request.caller, (tx) => openFeed(tx, request.caller));
      return { url: `${addressOf(request)}/api/v1/calendar/${token}.ics` };
    },
  );
  app.delete(
    '/api/v1/calendar-feed',
    { config: member, schema: { response: { 204: z.null() } } },
    async ({ caller }, reply) => {
      await writing(deps.pool, caller, (tx) => revokeFeed(tx, caller));
      return reply.code(204).send(null);
    },
  );
  // The secret in the address is the key: calendars cannot sign in.
  app.get(
    '/api/v1/calendar/:file',
    {
      config: { access: 'public' },
      schema: { params: z.strictObject({ file: z.string().regex(/^[\w-]{20,64}\.ics$/) }) },
    },
    async (request, reply) => {
      const text = await feedBehind(deps, request.params.file.replace(/\.ics$/, ''), addressOf(request));
      return reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('cache-control', 'private, max-age=300')
        .header('x-robots-tag', 'noindex')
        .send(text);
    },
  );
}
