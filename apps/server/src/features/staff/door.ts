/** What other features use of the staff directory. */
export { createInvitation, invitationLink, mayInvite, recoverAccount, revokeOpen } from './invite.ts';
