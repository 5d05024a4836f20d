import { noticesAnswer } from '@nastavnik/contracts/roadmaps';
import {
  deliveriesAnswer,
  preferences,
  type ReminderKind,
  reminderKind,
  reminderTemplateBody,
  reminderTemplatesAnswer,
} from '@nastavnik/contracts/settings';
import { can } from '@nastavnik/domain/access/can';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { textsOf } from './notices.queries.ts';
import { REMINDER_KINDS, REMINDERS } from './reminder-kinds.ts';
import { changeText, declinedBy, deliveries, markRead, noticesTo, saveDeclined } from './reminder-settings.ts';

const member = { access: 'member' } as const;
const ofKind = z.strictObject({ kind: reminderKind });

export function remindersRoutes(app: App, deps: Deps): void {
  app.get('/api/v1/notices', { config: member, schema: { response: { 200: noticesAnswer } } }, ({ caller }) =>
    reading(deps.pool, caller, async (tx) => ({ notices: await noticesTo(tx, caller) })),
  );
  app.post(
    '/api/v1/notices/read',
    { config: member, schema: { response: { 204: z.null() } } },
    async ({ caller }, reply) => {
      await writing(deps.pool, caller, (tx) => markRead(tx, caller));
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/v1/reminder-preferences',
    { config: member, schema: { response: { 200: preferences } } },
    ({ caller }) => reading(deps.pool, caller, async (tx) => ({ declined: await declinedBy(tx, caller) })),
  );
  app.put(
    '/api/v1/reminder-preferences',
    { config: member, schema: { body: preferences, response: { 200: preferences } } },
    ({ caller, body }) =>
      writing(deps.pool, caller, async (tx) => {
        await saveDeclined(tx, caller, body.declined);
        return { declined: await declinedBy(tx, caller) };
      }),
  );
  templateRoutes(app, deps);
  app.get('/api/v1/deliveries', { config: member, schema: { response: { 200: deliveriesAnswer } } }, ({ caller }) => {
    permit(caller, 'deliveries.see');
    return reading(deps.pool, caller, async (tx) => ({ deliveries: await deliveries(tx, caller.tenantId) }));
  });
}

function templateRoutes(app: App, deps: Deps): void {
  const answer = { response: { 200: reminderTemplatesAnswer } };
  const see = (caller: Parameters<typeof can>[0] & { tenantId: string }) =>
    reading(deps.pool, caller, async (tx) => {
      const texts = await textsOf(tx, caller.tenantId);
      return {
        templates: REMINDER_KINDS.map((kind: ReminderKind) => ({
          kind,
          ...texts[kind],
          optional: REMINDERS[kind].optional,
          placeholders: [...REMINDERS[kind].placeholders],
        })),
        mailConfigured: deps.mailer.configured,
        may: { edit: can(caller, 'reminders.edit') },
      };
    });
  app.get('/api/v1/reminder-templates', { config: member, schema: answer }, ({ caller }) => {
    permit(caller, 'organization.see');
    return see(caller);
  });
  app.put(
    '/api/v1/reminder-templates/:kind',
    { config: member, schema: { params: ofKind, body: reminderTemplateBody, ...answer } },
    async ({ caller, params, body }) => {
      await writing(deps.pool, caller, (tx) => changeText(tx, caller, params.kind, body));
      return see(caller);
    },
  );
  app.delete(
    '/api/v1/reminder-templates/:kind',
    { config: member, schema: { params: ofKind, ...answer } },
    async ({ caller, params }) => {
      await writing(deps.pool, caller, (tx) => changeText(tx, caller, params.kind, null));
      return see(caller);
    },
  );
}
