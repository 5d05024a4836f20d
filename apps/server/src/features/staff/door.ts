/** What other features use of the staff directory. */
export { keepAnAdministrator } from './edit-people.ts';
export { createInvitation, invitationLink, mayInvite, revokeOpen } from './invite.ts';
