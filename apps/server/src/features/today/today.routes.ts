import { peopleTodayAnswer } from '@nastavnik/contracts/people-today';
import { todayAnswer as shape } from '@nastavnik/contracts/roadmaps';
import type { App, Deps } from '../../deps.ts';
import { reading } from '../../platform/db/transactions.ts';
import { answerPrepared } from '../../platform/http/prepared.ts';
import { peopleToday } from './people-today.ts';
import { todayAnswer } from './today-answer.ts';

export function todayRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/today',
    { config: { access: 'member' }, schema: { response: { 200: shape } } },
    async (request, reply) => answerPrepared(request, reply, await todayAnswer(deps.pool, request.caller)),
  );
  app.get(
    '/api/v1/today/people',
    { config: { access: 'member' }, schema: { response: { 200: peopleTodayAnswer } } },
    ({ caller }) => reading(deps.pool, caller, (tx) => peopleToday(tx, caller)),
  );
}
