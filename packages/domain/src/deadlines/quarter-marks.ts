import type { When } from './deadline.ts';

const MARK = /^(?:[xх+vv✓✔√●•*★■]|да)$/i;
const BLANK = /^(?:[-–—−]|нет)?$/i;

/** A row of four quarter columns with marks, «х | - | - | -»: the marked quarters, neighbours joined; null for any other text. */
export function readQuarterMarks(text: string): When[] | null {
  const cells = text.split(/[|\t]/).map((cell) => cell.trim());
  if (cells.length === 6 && cells[0] === '' && cells[5] === '') cells.splice(5, 1).concat(cells.splice(0, 1));
  if (cells.length === 5 && cells[4] === '') cells.pop();
  if (cells.length !== 4 || !cells.every((cell) => MARK.test(cell) || BLANK.test(cell))) return null;
  const marked = cells.flatMap((cell, index) => (MARK.test(cell) ? [index + 1] : []));
  if (marked.length === 0) return null;
  return marked.map((number) => ({ kind: 'in', unit: { unit: 'quarter', number, year: null } }));
}
