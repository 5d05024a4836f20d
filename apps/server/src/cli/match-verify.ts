import { verify } from '@nastavnik/domain/matching/verify/verify';
import { answer, type CommandIo, type Options, resultFrom, snapshotFrom } from './match-io.ts';

/** `match verify SNAPSHOT.json RESULT.json`: JSON, or `--text`; exit code 0 when nothing is wrong, 1 when something is. */
export async function matchVerify({ files, flags }: Options, io: CommandIo): Promise<number> {
  const snapshot = await snapshotFrom(files[0]!, io);
  const violations = verify(snapshot, await resultFrom(files[1]!, io));
  const valid = violations.length === 0;
  if (!flags.has('text')) await answer(io, `${JSON.stringify({ valid, violations })}\n`);
  else if (valid) await answer(io, 'Результат верен: пары допустимы, покрытие доказано, лучшего обмена нет.\n');
  else
    for (const one of violations)
      await answer(io, `${[one.code, one.request, one.mentor, one.detail].filter(Boolean).join(' ')}\n`);
  return valid ? 0 : 1;
}
