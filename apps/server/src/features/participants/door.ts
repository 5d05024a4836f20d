/** What other features use of the participants. */
export { cycleOfBanks } from './cycle-of-today.ts';
export { participantsById, participationsOf, recordChange } from './participant.queries.ts';
export { personSummaries, type SummaryRow, shownPerson, summaryColumns, summaryOf } from './person-summary.queries.ts';
export { withdrawParticipations } from './withdraw-participations.ts';
