import { searchAnswer, searchQuery } from '@nastavnik/contracts/roadmaps';
import { can } from '@nastavnik/domain/access/can';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Reading, reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { findEvidence } from './evidence.queries.ts';
import { findParticipants } from './participants.queries.ts';
import { find, type Hit } from './search.queries.ts';

export function searchRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/search',
    { config: { access: 'member' }, schema: { querystring: searchQuery, response: { 200: searchAnswer } } },
    ({ caller, query }) => {
      permit(caller, 'roadmap.see');
      return reading(deps.pool, caller, async (tx) => ({ hits: (await nearest(tx, caller, query.q)).map(view) }));
    },
  );
}

/** As many as a person looks through; a list of their choices ends there. */
const SHOWN = 40;

async function nearest(tx: Reading, caller: Caller, text: string): Promise<Hit[]> {
  const found = (await find(tx, caller.tenantId, text)).filter((hit) =>
    can(caller, hit.kind === 'person' || hit.kind === 'body' ? 'staff.see' : 'roadmap.see'),
  );
  const evidence = await findEvidence(tx, caller, text);
  // RULE-33: the search of the plan is open before the second factor, the people of the programme are not.
  const participants = caller.secondFactorNeeded ? [] : await findParticipants(tx, caller, text);
  return [...found, ...evidence, ...participants].toSorted((a, b) => b.near - a.near).slice(0, SHOWN);
}

function view(hit: Hit) {
  const { kind, id, title, place } = hit;
  return { kind, id, title, place, path: pathOf(hit) };
}

/** Where the web application shows it. */
function pathOf(hit: Hit): string {
  switch (hit.kind) {
    case 'item':
      return `/roadmap/${hit.roadmapId}?item=${hit.id}`;
    case 'evidence':
      return `/roadmap/${hit.roadmapId}?item=${hit.itemId}`;
    case 'roadmap':
      return `/roadmap/${hit.id}`;
    case 'person':
      return `/people?person=${hit.id}`;
    case 'participant':
      return `/people/participants/${hit.id}`;
    case 'pupil':
      return `/people/pupils?pupil=${hit.id}`;
    case 'body':
      return '/people/bodies';
  }
}
