/** What other features use of the consents. */
export { consentsById, peopleSignedFor, type StoredConsent } from './consent.queries.ts';
export { mayRead, summariesOf } from './consent.view.ts';
export { type ConsentFacts, consentFacts } from './consent-facts.ts';
export { consentsLookAgain } from './consents-look-again.ts';
export { demandScope } from './demand-scope.ts';
export { filePaper } from './file-paper.ts';
export { frozenDocumentsOf } from './frozen-document.ts';
export { askDirector, directorHasDecided } from './objection-duty.ts';
