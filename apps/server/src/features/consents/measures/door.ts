/** The figures of consents, for other features. A door of its own: they look at the participants, who come in by the other one. */
export { measureCoverage } from '../coverage.ts';
