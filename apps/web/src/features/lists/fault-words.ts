import { IMPORT_FIELDS } from '@nastavnik/domain/people-import/import-columns';
import type { RowFault, RowRemark } from '@nastavnik/domain/people-import/import-row';
import { printDayCell } from '@nastavnik/domain/people-import/read-day-cell';
import type { useListsTexts } from './lists-texts.ts';

type Say = ReturnType<typeof useListsTexts>;
type Finding = { readonly code: string; readonly [key: string]: unknown };

/** A finding of the dry run as a sentence that names the column: «Дата рождения: такого дня нет в календаре.» */
export function faultWords(say: Say, finding: Finding): string {
  // Codes and data come from domain/people-import; the contract passes them through as they are.
  const known = finding as RowFault | RowRemark;
  const field = IMPORT_FIELDS.find((each) => each === finding['field']);
  const sentence = sentenceOf(say, known);
  return field ? `${say(`field.${field}`)}: ${sentence}` : sentence;
}

function sentenceOf(say: Say, known: RowFault | RowRemark): string {
  switch (known.code) {
    case 'cell.name':
      return say(`fault.${known.fault}`);
    case 'cell.snils':
      return say(`fault.${known.fault}`);
    case 'cell.too-long':
      return say('fault.cell.too-long', { limit: known.limit });
    case 'cell.date-in-future':
    case 'cell.birth-too-early':
    case 'cell.century-guessed':
      return say(`fault.${known.code}`, { date: printDayCell(known.date) });
    case 'cell.age-outside-school':
      return say('fault.cell.age-outside-school', { age: known.age, from: known.from, to: known.to });
    case 'cell.age-unusual-for-class':
      return say('fault.cell.age-unusual-for-class', { age: known.age, name: known.className });
    case 'cell.class-unknown':
      return known.known.length === 0
        ? say('fault.cell.class-none', { name: known.className })
        : say('fault.cell.class-unknown', { name: known.className, known: known.known.join(', ') });
    case 'cell.number':
      return say('fault.cell.number', { from: known.from, to: known.to });
    case 'cell.unknown-word':
      return say('fault.cell.unknown-word', { known: known.known.join(', ') });
    case 'row.twice-in-file':
    case 'row.alike-in-file':
      return say(`fault.${known.code}`, { row: known.row });
    case 'row.child-not-found':
    case 'row.class-teacher-not-found':
      return say(`fault.${known.code}`, { name: known.name });
    case 'row.child-ambiguous':
    case 'row.class-teacher-ambiguous':
      return say(`fault.${known.code}`, { count: known.ids.length });
    default:
      return say(`fault.${known.code}`);
  }
}
