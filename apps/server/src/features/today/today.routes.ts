import { todayAnswer } from '@nastavnik/contracts/roadmaps';
import type { App, Deps } from '../../deps.ts';
import { reading } from '../../platform/db/transactions.ts';
import { seeToday } from './today.ts';

export function todayRoutes(app: App, deps: Deps): void {
  app.get('/api/v1/today', { config: { access: 'member' }, schema: { response: { 200: todayAnswer } } }, ({ caller }) =>
    reading(deps.pool, caller, (tx) => seeToday(tx, caller)),
  );
}
