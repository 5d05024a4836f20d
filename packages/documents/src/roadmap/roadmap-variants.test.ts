import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import { expect, test } from 'vitest';
import { anActivity, aRoadmap, aStage } from './a-roadmap.testing.ts';
import { composeRoadmap } from './compose-roadmap.ts';
import { renderRoadmapText } from './render-roadmap-text.ts';
import type { PrintResponsible, RoadmapPrint } from './roadmap-print.ts';
import { executionReport, publicVariant } from './roadmap-variants.ts';

const text = (print: RoadmapPrint) => new TextDecoder().decode(renderRoadmapText(print));
const who: PrintResponsible = {
  text: 'Озерова Н.В., директор; Лугова О.С., педагог-психолог; Боров И.И.; рабочая группа',
  parties: [
    { kind: 'person', name: 'Озерова Н.В.', post: 'директор', manages: true },
    { kind: 'person', name: 'Лугова О.С.', post: 'педагог-психолог', manages: false },
    { kind: 'person', name: 'Боров И.И.', post: null, manages: false },
    { kind: 'body', name: 'рабочая группа', post: null, manages: false },
  ],
};

test('on the site posts stand for names, except for those who manage the school', () => {
  const activity = anActivity({ responsible: who, note: 'Лугова О.С. готовит анкеты' });
  const page = text(publicVariant(aRoadmap({ stages: [aStage('1', 'Отбор', [activity])] })));
  expect(page).toContain('директор Озерова Н.В., педагог-психолог, ответственный работник, рабочая группа');
  expect(page).toContain('Н.В. Озерова');
  expect(page).not.toMatch(/Лугова|Боров/u);
});

test('the public variant has no curator’s name under it', () => {
  expect(publicVariant(aRoadmap()).signature).toEqual({ post: 'Куратор программы наставничества', name: null });
});

test('the report of execution shows the state and day of each item and how many of how many are done', () => {
  const report = executionReport(
    aRoadmap({
      execution: { numerator: 17, denominator: 19, asOf: plainDate('2026-05-20') },
      stages: [
        {
          ...aStage('1', 'Отбор', [anActivity({ status: 'выполнено', doneOn: plainDate('2025-09-12') })]),
          execution: { numerator: 1, denominator: 1 },
        },
      ],
    }),
  );
  expect(text(report)).toContain('По состоянию на 20.05.2026 выполнено 17 из 19 (89,5 %).');
  expect(text(report)).toContain('выполнено\t12.09.2025');
  expect(text(report)).toContain('Отбор Выполнено 1 из 1');
  expect(executionReport(report).columns).toEqual(report.columns);
});

test('nothing due is no percentage', () => {
  const document = composeRoadmap(
    aRoadmap({ execution: { numerator: 0, denominator: 0, asOf: plainDate('2025-09-01') } }),
  );
  expect(document.blocks[0]).toEqual({ kind: 'paragraph', text: 'По состоянию на 01.09.2025 выполнено 0 из 0.' });
});
