import { expect, test } from 'vitest';
import { schoolColumns } from './school-columns.ts';

const meanings = (columns: ReturnType<typeof schoolColumns>) => columns.columns.map((column) => column.meaning);

test('a plan that was not read from a document gets the usual columns under stage rows', () => {
  const columns = schoolColumns([]);
  expect(meanings(columns)).toEqual(['number', 'content', 'deadline', 'responsible', 'result']);
  expect(columns.stageLayout).toBe('rows');
});

test('the school’s order and words are kept; numbers beside stages count stages', () => {
  const columns = schoolColumns(['number', 'stage', 'content'], { headings: ['№', 'Этапы', null] });
  expect(columns).toEqual({
    columns: [
      { meaning: 'stageNumber', heading: '№' },
      { meaning: 'stage', heading: 'Этапы' },
      { meaning: 'content', heading: 'Содержание деятельности' },
    ],
    stageLayout: 'column',
  });
});

test('a plan to be approved shows deadline, responsible and result even if the document had none', () => {
  const complete = schoolColumns(['stage', 'measure'], { complete: true });
  expect(meanings(complete)).toEqual(['stage', 'measure', 'deadline', 'responsible', 'result']);
});

test('a column of unknown meaning is printed as a note, and no column twice', () => {
  expect(meanings(schoolColumns(['content', 'unknown', 'note', 'unknown']))).toEqual(['content', 'note']);
});
