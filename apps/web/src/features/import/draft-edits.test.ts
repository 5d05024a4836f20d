import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import { readRoadmap } from '@nastavnik/domain/roadmap-reading/read-roadmap';
import type { RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { SourceDocument } from '@nastavnik/domain/source/source-document';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as edits from './draft-edits.ts';

const PERIOD = { start: plainDate('2024-09-01'), end: plainDate('2025-08-31') };
const TEXT = `Дорожная карта наставничества на 2024-2025 учебный год

№\tЭтап\tСодержание деятельности\tСроки\tОтветственный
1\tПодготовка\tИздание приказа\tсентябрь\tДиректор
\t\tОпрос учителей\tежекадрово\tЛугова И.Ю.
2\tРабота\tВстречи пар\tв течение года\tНаставники`;

function draftOf(text: string): RoadmapDraft {
  const source: SourceDocument = {
    format: 'text',
    blocks: text.split('\n').map((line) => ({ kind: 'paragraph', text: line })),
    notes: [],
  };
  return readRoadmap(source, { period: PERIOD });
}

const draft = draftOf(TEXT);
const titles = (of: RoadmapDraft) => of.stages.map((stage) => stage.activities.map(({ title }) => title));

describe('editing a draft', () => {
  test('the sample reads as two stages', () => {
    expect(titles(draft)).toEqual([['Издание приказа', 'Опрос учителей'], ['Встречи пар']]);
  });

  test('new words of a deadline are read at once in the period of the plan', () => {
    const changed = edits.changeActivity(draft, { stage: 0, activity: 0 }, { deadline: 'октябрь' }, PERIOD);
    expect(changed.stages[0]?.activities[0]?.deadline?.windows).toEqual([{ start: '2024-10-01', end: '2024-10-31' }]);
  });

  test('a mended deadline takes its remark with it', () => {
    const remark = draft.remarks.find(({ code, mend }) => code === 'remark.deadline-unreadable' && mend);
    expect(remark?.mend?.value).toBe('ежеквартально');
    const mended = edits.recheck(edits.applyMend(draft, remark!, PERIOD), PERIOD);
    expect(mended.stages[0]?.activities[1]?.deadline?.recurrence).not.toBeNull();
    expect(mended.remarks.map(({ code }) => code)).not.toContain('remark.deadline-unreadable');
  });

  test('a removed activity goes to the tray with all its words, and back into another stage', () => {
    const removed = edits.removeActivity(draft, { stage: 0, activity: 1 });
    const piece = removed.unrecognized.at(-1);
    expect(piece?.text).toBe('Опрос учителей ежекадрово Лугова И.Ю.');
    const placed = edits.placeUnrecognized(removed, removed.unrecognized.length - 1, { stage: 1 });
    expect(titles(placed)[1]).toEqual(['Встречи пар', piece?.text]);
  });

  test('activities of a removed stage join their neighbour', () => {
    expect(titles(edits.removeStage(draft, 0))).toEqual([['Издание приказа', 'Опрос учителей', 'Встречи пар']]);
    expect(titles(edits.removeStage(draft, 1))).toEqual([['Издание приказа', 'Опрос учителей', 'Встречи пар']]);
  });

  test('no sequence of moves and removals loses a word', () => {
    const words = (of: RoadmapDraft) =>
      [
        ...of.stages.flatMap((stage) => [
          stage.title,
          ...stage.activities.flatMap((one) => [one.title, ...one.items, one.deadline?.text, one.responsible?.text]),
        ]),
        ...of.unrecognized.map(({ text }) => text),
      ]
        .filter((text): text is string => Boolean(text))
        .flatMap((text) => text.split(/\s+/))
        .filter((word) => !/^\d+$/.test(word))
        .sort();
    const step = fc.record({ kind: fc.nat(3), stage: fc.nat(2), activity: fc.nat(2), to: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const end = steps.reduce((now, { kind, stage, activity, to }) => {
          if (kind === 0 && to < now.stages.length) return edits.moveActivity(now, { stage, activity }, to);
          if (kind === 1) return edits.removeActivity(now, { stage, activity });
          if (kind === 2) return edits.removeStage(now, stage);
          return to < now.stages.length ? edits.placeUnrecognized(now, 0, { stage: to }) : now;
        }, draft);
        expect(words(end)).toEqual(words(draft));
      }),
    );
  });
});
