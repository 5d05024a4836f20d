import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { activitiesOf, lostWords, textSource } from './reading.testing.ts';

/** Plans that stand beside the repository on the machines that build it; elsewhere the invented ones in `layouts.test.ts` hold the rules. */
const SHARED = fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const has = existsSync(`${SHARED}seeds`);

/** Stages, activities and content items that a careful person counts. */
const SEEDS: Record<string, { stages: number; activities: number; period: string | null; approvals: string[] }> = {
  '000': { stages: 7, activities: 17, period: null, approvals: ['approved 2024-09-10 191'] },
  '001': {
    stages: 5,
    activities: 27,
    period: '2023-01-01..2024-12-31',
    approvals: ['approved 2023-02-10 42-п', 'agreed 2023-02-13 null'],
  },
  '002': {
    stages: 3,
    activities: 6,
    period: '2023-09-01..2024-08-31',
    approvals: ['adopted 2023-08-31 1', 'approved 2023-08-31 null'],
  },
  '003': { stages: 7, activities: 18, period: null, approvals: [] },
  '004': { stages: 8, activities: 39, period: '2025-09-01..2026-08-31', approvals: [] },
};

/** Stages with a title, and activities, of each file of the corpus. Cut rows count when their activity can be told. */
const CORPUS: Record<string, readonly [stages: number, activities: number]> = {
  '02': [1, 4],
  '04': [2, 6],
  '06': [0, 0],
  '08': [1, 3],
  '10': [2, 6],
  '14': [0, 4],
  '18': [1, 13],
  '21': [1, 2],
  '29': [2, 11],
  '31': [1, 7],
  '36': [2, 4],
  '38': [0, 2],
  '43': [0, 10],
};

function sharedFiles(folder: string): [string, string][] {
  return has
    ? readdirSync(SHARED + folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => [name, `${SHARED}${folder}/${name}`])
    : [];
}

function draftOf(file: string) {
  const source = textSource(readFileSync(file, 'utf8'));
  return { source, draft: readRoadmap(source) };
}

test('every plan beside the repository is read as a careful person counts it', () => {
  for (const [name, file] of sharedFiles('seeds')) {
    const { draft } = draftOf(file);
    const period = draft.period && `${draft.period.start}..${draft.period.end}`;
    const approvals = draft.approvals.map((one) => `${one.kind} ${one.date} ${one.document?.number ?? null}`);
    expect({ stages: draft.stages.length, activities: activitiesOf(draft).length, period, approvals }, name).toEqual(
      SEEDS[name.slice(0, 3)],
    );
  }
});

test('every layout of the corpus beside the repository is put together again', () => {
  for (const [name, file] of sharedFiles('corpus/roadmaps')) {
    const { draft } = draftOf(file);
    const titled = draft.stages.filter((stage) => stage.title !== '').length;
    expect([titled, activitiesOf(draft).length], name).toEqual(CORPUS[name.slice(0, 2)]);
  }
});

test('no word of the plans beside the repository is lost', () => {
  for (const [name, file] of [...sharedFiles('seeds'), ...sharedFiles('corpus/roadmaps')]) {
    const { source, draft } = draftOf(file);
    expect(lostWords(source, draft), name).toEqual([]);
  }
});
