import { searchAnswer, searchQuery } from '@nastavnik/contracts/roadmaps';
import { can } from '@nastavnik/domain/access/can';
import type { App, Deps } from '../../deps.ts';
import { reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { find, type Hit } from './search.queries.ts';

export function searchRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/search',
    { config: { access: 'member' }, schema: { querystring: searchQuery, response: { 200: searchAnswer } } },
    ({ caller, query }) => {
      permit(caller, 'roadmap.see');
      return reading(deps.pool, caller, async (tx) => ({
        hits: (await find(tx, caller.tenantId, query.q))
          .filter((hit) => can(caller, hit.kind === 'person' || hit.kind === 'body' ? 'staff.see' : 'roadmap.see'))
          .map(({ roadmapId, ...hit }) => ({ ...hit, path: pathOf({ ...hit, roadmapId }) })),
      }));
    },
  );
}

/** Where the web application shows it. */
function pathOf(hit: Hit): string {
  switch (hit.kind) {
    case 'item':
      return `/roadmap/${hit.roadmapId}?item=${hit.id}`;
    case 'roadmap':
      return `/roadmap/${hit.id}`;
    case 'person':
      return `/people?person=${hit.id}`;
    case 'body':
      return '/people/bodies';
  }
}
