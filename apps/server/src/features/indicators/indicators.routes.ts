import { indicatorsAnswer } from '@nastavnik/contracts/roadmaps';
import { day, id } from '@nastavnik/contracts/shapes';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import { reading } from '../../platform/db/transactions.ts';
import { seeIndicators } from './see-indicators.ts';

export function indicatorsRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/roadmaps/:roadmapId/indicators',
    {
      config: { access: 'member' },
      schema: {
        params: z.strictObject({ roadmapId: id }),
        querystring: z.strictObject({ on: day.optional() }),
        response: { 200: indicatorsAnswer },
      },
    },
    ({ caller, params, query }) =>
      reading(deps.pool, caller, (tx) => seeIndicators(tx, caller, params.roadmapId, query.on)),
  );
}
