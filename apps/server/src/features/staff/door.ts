/** What other features use of the staff directory. */
export { createInvitation, invitationLink } from './invite.ts';
export { shortName } from './person.view.ts';
