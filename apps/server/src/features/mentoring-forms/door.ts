/** What other features use of the forms of mentoring. */
export { enabledForm, type FormRow, formsById } from './forms.queries.ts';
