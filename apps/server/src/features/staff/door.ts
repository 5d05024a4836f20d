/** What other features use of the staff directory. */
export { createInvitation, invitationLink, mayInvite, revokeOpen } from './invite.ts';
