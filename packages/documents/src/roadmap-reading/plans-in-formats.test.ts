import { readdir, readFile } from 'node:fs/promises';
import { readRoadmap } from '@nastavnik/domain/roadmap-reading/read-roadmap';
import { lostWords } from '@nastavnik/domain/roadmap-reading/reading.testing';
import type { RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import { expect, test } from 'vitest';
import { readPasted } from '../read/read-pasted.ts';
import { readSource } from '../read/read-source.ts';
import { INVENTED_PLANS, type InventedPlan, type ReadPlan } from './invented-plans.testing.ts';
import { pasted, UNRULED, WAYS } from './whole-plans.testing.ts';

function told(draft: RoadmapDraft): ReadPlan {
  return {
    title: draft.title.replaceAll('**', ''),
    organizations: draft.organizations.map(({ name }) => name),
    period: draft.period ? [draft.period.start, draft.period.end] : null,
    approvals: draft.approvals.map(({ kind, date, document }) => [kind, date, document?.number ?? null]),
    sections: draft.sections.map(({ heading }) => heading.replaceAll('**', '')),
    stages: draft.stages.map(({ title, activities }) => [
      title,
      activities.map((one) => [
        one.title,
        one.deadline?.text ?? null,
        one.responsible?.text ?? null,
        one.result?.text ?? null,
        one.items.length,
      ]),
    ]),
  };
}

const CASES = Object.entries(INVENTED_PLANS).flatMap(([layout, plan]) =>
  Object.entries(WAYS).map(([way, drawn]) => [layout, way, plan, drawn] as const),
);

test.each(CASES)('%s: the same plan is read from %s', async (_layout, _way, plan, { file, draw }) => {
  const source = await readSource(draw(plan), file);
  const draft = readRoadmap(source);
  expect(told(draft)).toEqual(plan.read);
  expect(lostWords(source, draft)).toEqual([]);
});

test.each(Object.entries(INVENTED_PLANS))(
  '%s: the same plan is read from what is pasted',
  (_layout, plan: InventedPlan) => {
    const { html, text } = pasted(plan);
    expect(told(readRoadmap(readPasted({ html, text })))).toEqual(plan.read);
    expect(told(readRoadmap(readPasted({ text })))).toEqual(plan.read);
  },
);

const UNRULED_CASES = Object.entries(INVENTED_PLANS).flatMap(([layout, plan]) =>
  Object.entries(UNRULED).map(([way, drawn]) => [layout, way, plan, drawn] as const),
);

test.each(UNRULED_CASES)('%s: the same plan is read from %s', async (_layout, _way, plan, { file, draw }) => {
  const source = await readSource(draw(plan), file);
  const draft = readRoadmap(source);
  expect(told(draft)).toEqual(plan.read);
  expect(lostWords(source, draft)).toEqual([]);
});

const FILES = (await readdir(new URL('./files/', import.meta.url))).filter((name) => !name.endsWith('.md'));

test.each(FILES)('%s, which another program has made, is the same plan', async (name) => {
  const plan = Object.values(INVENTED_PLANS)[Number(/\d/.exec(name)?.[0]) - 1];
  const bytes = new Uint8Array(await readFile(new URL(`./files/${name}`, import.meta.url)));
  expect(told(readRoadmap(await readSource(bytes, name)))).toEqual(plan?.read);
});
