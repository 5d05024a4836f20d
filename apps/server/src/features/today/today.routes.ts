import { todayAnswer as shape } from '@nastavnik/contracts/roadmaps';
import type { App, Deps } from '../../deps.ts';
import { answerPrepared } from '../../platform/http/prepared.ts';
import { todayAnswer } from './today-answer.ts';

export function todayRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/today',
    { config: { access: 'member' }, schema: { response: { 200: shape } } },
    async (request, reply) => answerPrepared(request, reply, await todayAnswer(deps.pool, request.caller)),
  );
}
