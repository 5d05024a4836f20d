import { accessCodesAnswer, accessCodesBody } from '@nastavnik/contracts/access';
import type { App, Deps } from '../../deps.ts';
import { writing } from '../../platform/db/transactions.ts';
import { originOf } from '../../platform/http/origin.ts';
import { giveCodes } from './give-codes.ts';

export function accessCodesRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/v1/access-codes',
    { config: { access: 'member' }, schema: { body: accessCodesBody, response: { 200: accessCodesAnswer } } },
    (request) => {
      const { caller, body } = request;
      return writing(deps.pool, caller, (tx) => giveCodes(tx, caller, body.personIds, originOf(request, deps)));
    },
  );
}
