/** What other features use of the forms of mentoring. */
export { enabledForm, formsById } from './forms.queries.ts';
