/** What other features use of the participants. */

export { cardForRules, cardOfRow } from './card-of-row.ts';
export { childrenOf } from './children.queries.ts';
export { takeForm } from './choose-form.ts';
export { selectMentor } from './command-participant.ts';
export { cycleOfBanks, cycleOfBanksIfAny } from './cycle-of-today.ts';
export { lackingOf } from './lacking.ts';
export { nominateOne } from './nominate.ts';
export { participantsById, participationsOf, recordChange } from './participant.queries.ts';
export { guardsOf, type KnownParticipant, knowParticipants } from './participant-facts.ts';
export {
  countsAsMinor,
  type PersonSummary,
  personSummaries,
  type SummaryRow,
  shownPerson,
  summaryColumns,
} from './person-summary.queries.ts';
export { either, inClass, inOwnAssociation, inOwnClass, isEmployee, isSupported, named } from './reach.ts';
export { BEFORE_ORDER } from './see-participant.ts';
export { standRefusal } from './stand-refusal.ts';
export { ASKED_STATES, answerStands, standingAnswers } from './standing-answers.ts';
export { withdrawParticipations } from './withdraw-participations.ts';
