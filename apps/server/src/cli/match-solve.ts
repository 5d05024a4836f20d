import { compareRounds } from '@nastavnik/domain/matching/explain/compare';
import { counted } from '@nastavnik/domain/matching/explain/texts.ru';
import type { Result } from '@nastavnik/domain/matching/round/result';
import { solve } from '@nastavnik/domain/matching/round/solve';
import { answer, type CommandIo, type Options, snapshotFrom } from './match-io.ts';

/** `match solve SNAPSHOT.json`: the proposal as JSON, or as lines to read; `--compare` solves both ways. */
export async function matchSolve({ files, flags }: Options, io: CommandIo): Promise<number> {
  const snapshot = await snapshotFrom(files[0]!, io);
  if (flags.has('compare')) {
    await answer(io, `${JSON.stringify(compareRounds(snapshot))}\n`);
    return 0;
  }
  const result = solve(snapshot);
  await answer(io, flags.has('json') ? `${JSON.stringify(result)}\n` : summary(result));
  return 0;
}

function summary({ pairs, unmatched, shortages, totals, lockConflicts }: Result): string {
  const lines = pairs.map(
    (pair) => `${pair.request}\t${pair.mentor}\t${pair.score}\t${pair.source}${pair.kept ? '\tkept' : ''}`,
  );
  lines.push(
    `Пары предложены: ${totals.matched} из ${totals.requests}; сумма оценок — ${totals.score}, взаимных пар — ${totals.mutualPairs}.`,
  );
  if (unmatched.length > 0)
    lines.push(`Без наставника: ${unmatched.map((one) => `${one.request} (${one.reason})`).join(', ')}.`);
  for (const group of shortages) {
    lines.push(
      `Не хватает мест: ${counted(group.requests.length, 'запрос', 'запроса', 'запросов')}, ` +
        `${counted(group.mentors.length, 'наставник', 'наставника', 'наставников')}, мест — ${group.places}.`,
    );
  }
  for (const one of lockConflicts)
    lines.push(`Закрепление не выполнить: ${one.request} — ${one.mentor} (${one.code}).`);
  lines.push('Решение за человеком: это предложение, а не пары.', '');
  return lines.join('\n');
}
