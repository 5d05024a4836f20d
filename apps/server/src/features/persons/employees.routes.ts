import {
  categoriesBody,
  dismissalAnswer,
  dismissBody,
  employeeBody,
  employeesAnswer,
  employeesQuery,
  newEmployeeBody,
  ownCategoriesAnswer,
  personnelBody,
} from '@nastavnik/contracts/persons';
import { idAnswer } from '@nastavnik/contracts/staff';
import type { App, Deps } from '../../deps.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { keptPlans } from '../roadmaps/door.ts';
import { changeCard, oneCard } from './card-route.ts';
import { dismiss, seeDismissal } from './dismissal.ts';
import { addEmployee, editEmployee, editPersonnel } from './employees.ts';
import { listEmployees } from './list-employees.ts';
import { markCategories } from './mark-categories.ts';
import { reachesSomebody } from './reach.ts';
import { ownCategories } from './teacher-categories.queries.ts';

const member = { access: 'member' } as const;

export function employeesRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/employees',
    { config: member, schema: { querystring: employeesQuery, response: { 200: employeesAnswer } } },
    ({ caller, query }) => reading(deps.pool, caller, (tx) => listEmployees(tx, caller, query)),
  );
  app.post(
    '/api/v1/employees',
    { config: member, schema: { body: newEmployeeBody, response: { 200: idAnswer } } },
    async ({ caller, body }) => ({ id: await writing(deps.pool, caller, (tx) => addEmployee(tx, caller, body)) }),
  );
  app.put(
    '/api/v1/employees/:personId',
    { config: member, schema: { ...oneCard.schema, body: employeeBody } },
    ({ caller, params, body }) =>
      changeCard(deps, caller, params.personId, (tx) => editEmployee(tx, caller, params.personId, body)),
  );
  app.put(
    '/api/v1/employees/:personId/personnel',
    { config: member, schema: { ...oneCard.schema, body: personnelBody } },
    ({ caller, params, body }) =>
      changeCard(deps, caller, params.personId, (tx) => editPersonnel(tx, caller, params.personId, body)),
  );
  app.put(
    '/api/v1/employees/:personId/categories',
    { config: member, schema: { ...oneCard.schema, body: categoriesBody } },
    ({ caller, params, body }) =>
      changeCard(deps, caller, params.personId, (tx) => markCategories(tx, caller, params.personId, body)),
  );
  app.get(
    '/api/v1/teacher-categories',
    { config: member, schema: { response: { 200: ownCategoriesAnswer } } },
    ({ caller }) =>
      reading(deps.pool, caller, async (tx) => {
        if (!reachesSomebody(caller, 'employee.see')) throw new Refusal('access.denied', { action: 'employee.see' });
        return { own: await ownCategories(tx, caller.tenantId) };
      }),
  );
  app.get(
    '/api/v1/employees/:personId/dismissal',
    { config: member, schema: { params: oneCard.schema.params, response: { 200: dismissalAnswer } } },
    async ({ caller, params }) => {
      const plans = await keptPlans(deps.pool).atWork(caller);
      return reading(deps.pool, caller, (tx) => seeDismissal(tx, caller, params.personId, plans));
    },
  );
  app.post(
    '/api/v1/employees/:personId/dismiss',
    { config: member, schema: { ...oneCard.schema, body: dismissBody } },
    ({ caller, params, body }) =>
      changeCard(deps, caller, params.personId, (tx) => dismiss(tx, caller, params.personId, body)),
  );
}
