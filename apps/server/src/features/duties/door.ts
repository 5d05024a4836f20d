/** Tasks before the office, of whatever feature. */
export { addDuty, closeDuties, erasureDutyKey } from './duties.queries.ts';
