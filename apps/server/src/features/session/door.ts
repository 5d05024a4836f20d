/** What other features use of sessions and of founding organisations. */
export { addFirstPerson, createOrganization } from './create-organization.ts';
export { activateTenant } from './session.queries.ts';
export { signIn } from './session.routes.ts';
