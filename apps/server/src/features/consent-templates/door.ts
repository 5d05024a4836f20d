/** What other features use of the wording of consents. */
export { type Operator, operatorLacks, operatorOf } from './operator.ts';
export { installShipped, type StoredTemplate, templatesInUse } from './templates.queries.ts';
