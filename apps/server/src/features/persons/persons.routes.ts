import {
  emancipationBody,
  likenessAnswer,
  likenessBody,
  personCardBody,
  personsAnswer,
  personsQuery,
} from '@nastavnik/contracts/persons';
import { can } from '@nastavnik/domain/access/can';
import { printFullName } from '@nastavnik/domain/people/person-name';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { checkedSnils } from './add-person.ts';
import { changeCard, oneCard } from './card-route.ts';
import { editPerson, recordEmancipation } from './edit-person.ts';
import { employeesRoutes } from './employees.routes.ts';
import { shownMatches, whoMayItBe } from './likeness.ts';
import { listPersons } from './list-persons.ts';
import { mergesRoutes } from './merges.routes.ts';
import { seeCard } from './person-card.ts';
import { pupilsRoutes } from './pupils.routes.ts';
import { reachesSomebody } from './reach.ts';
import { representationsRoutes } from './representations.routes.ts';

const member = { access: 'member' } as const;
export function personsRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/persons',
    { config: member, schema: { querystring: personsQuery, response: { 200: personsAnswer } } },
    ({ caller, query }) => reading(deps.pool, caller, (tx) => listPersons(tx, caller, query)),
  );
  app.get('/api/v1/persons/:personId', oneCard, ({ caller, params }) =>
    writing(deps.pool, caller, (tx) => seeCard(tx, caller, params.personId)),
  );
  app.put(
    '/api/v1/persons/:personId',
    { config: member, schema: { ...oneCard.schema, body: personCardBody } },
    ({ caller, params, body }) =>
      changeCard(deps, caller, params.personId, (tx) => editPerson(tx, caller, params.personId, body)),
  );
  app.post(
    '/api/v1/persons/likeness',
    { config: member, schema: { body: likenessBody, response: { 200: likenessAnswer } } },
    ({ caller, body }) =>
      reading(deps.pool, caller, async (tx) => {
        if (!mayAddSomebody(caller)) throw new Refusal('access.denied', { action: 'pupil.edit' });
        const { familyName, givenName, patronymic, birthDate } = body;
        const name = { familyName, givenName, patronymic };
        const matches = await whoMayItBe(tx, caller, { name, birthDate, snils: checkedSnils(body.snils) });
        return { matches: await shownMatches(tx, caller, { matches, given: printFullName(name) }) };
      }),
  );
  app.put(
    '/api/v1/persons/:personId/emancipation',
    { config: member, schema: { ...oneCard.schema, body: emancipationBody } },
    ({ caller, params, body }) =>
      changeCard(deps, caller, params.personId, (tx) => recordEmancipation(tx, caller, params.personId, body)),
  );
  app.delete('/api/v1/persons/:personId/emancipation', oneCard, ({ caller, params }) =>
    changeCard(deps, caller, params.personId, (tx) => recordEmancipation(tx, caller, params.personId, null)),
  );
  employeesRoutes(app, deps);
  pupilsRoutes(app, deps);
  representationsRoutes(app, deps);
  mergesRoutes(app, deps);
}

function mayAddSomebody(caller: Caller): boolean {
  return (
    can(caller, 'pupil.edit') ||
    can(caller, 'employee.edit', ['employee']) ||
    reachesSomebody(caller, 'representative.edit')
  );
}
