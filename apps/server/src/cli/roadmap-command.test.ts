import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roadmapCommand } from './roadmap-command.ts';

const PLAN = `УТВЕРЖДАЮ
Директор гимназии № 5 С.С. Щукин
Приказ от 02.09.2024 № 17

Дорожная карта по наставничеству в гимназии № 5

№\tНаименование этапа\tСодержание деятельности\tСроки\tОтветственный
1\tНачало работы\tСбор анкет\tсентябрь\tКуратор
\t\tАнализ анкет\tоктябрь\tКуратор, рабочая группа
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadmap-command-'));
  await writeFile(join(folder, 'план.txt'), PLAN);
  await writeFile(join(folder, 'пустой.txt'), '');
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await roadmapCommand(args, {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
  });
  return { code, out: out.join(''), err: err.join('') };
}

test('a plan is printed as JSON with every documented key', async () => {
  const { code, out } = await run('parse', join(folder, 'план.txt'), '--json');
  expect(code).toBe(0);
  const draft: unknown = JSON.parse(out);
  expect(draft).toMatchObject({
    title: 'Дорожная карта по наставничеству в гимназии № 5',
    period: null,
    approvals: [
      {
        kind: 'approved',
        person: 'С.С. Щукин',
        date: '2024-09-02',
        document: { kind: 'order', number: '17', date: '2024-09-02' },
      },
    ],
    columns: ['number', 'stage', 'content', 'deadline', 'responsible'],
    unrecognized: [],
  });
  expect(draft).toHaveProperty('stages.0.number', '1');
  expect(draft).toHaveProperty('stages.0.activities.1', {
    number: null,
    title: 'Анализ анкет',
    measure: null,
    items: [],
    deadline: expect.objectContaining({
      text: 'октябрь',
      windows: [{ start: '2024-10-01', end: '2024-10-31' }],
    }) as unknown,
    responsible: { text: 'Куратор, рабочая группа', parties: expect.arrayContaining([]) as unknown },
    result: null,
    condition: null,
    source: { block: 8, row: null },
  });
});

test('the period of the command wins over what the document lets assume', async () => {
  const { out } = await run('parse', join(folder, 'план.txt'), '--json', '--period', '2025-09-01..2026-08-31');
  expect(JSON.parse(out)).toHaveProperty('stages.0.activities.0.deadline.windows', [
    { start: '2025-09-01', end: '2025-09-30' },
  ]);
});

test('without --json the plan is told in Russian', async () => {
  const { out } = await run('parse', join(folder, 'план.txt'));
  expect(out).toContain('1. Начало работы\n  – Сбор анкет\n      сентябрь | Куратор');
  expect(out).toContain('Этапов: 1, мероприятий: 2, не распознано: 0');
});

test.each([
  [[], 'Не названо действие.'],
  [['parse'], 'Не назван файл.'],
  [['parse', 'a', 'b'], 'Файл должен быть один.'],
  [['parse', 'a', '--period', 'осень'], 'Период пишут так: 2024-09-01..2025-08-31; получено: осень'],
  [['parse', 'a', '--yaml'], 'Неизвестный ключ: --yaml'],
])('wrong usage %j is answered with 2 and a sentence', async (args, sentence) => {
  const { code, err } = await run(...args);
  expect([code, err.split('\n')[0]]).toEqual([2, sentence]);
});

test('a file that cannot be read is answered with 3 and a sentence', async () => {
  expect(await run('parse', join(folder, 'нет.txt'))).toMatchObject({
    code: 3,
    out: '',
    err: `Файла «${join(folder, 'нет.txt')}» нет.\n`,
  });
  expect(await run('parse', join(folder, 'пустой.txt'))).toMatchObject({
    code: 3,
    err: '«пустой.txt»: в файле нет текста.\n',
  });
  expect(await run('parse', folder)).toMatchObject({ code: 3 });
});
