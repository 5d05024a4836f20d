/** What other features use of the staff directory. */
export { createInvitation, invitationLink } from './invite.ts';
