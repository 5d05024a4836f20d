import { explainMentor } from '@nastavnik/domain/matching/explain/explain-mentor';
import { explainPair } from '@nastavnik/domain/matching/explain/explain-pair';
import { explainUnmatched } from '@nastavnik/domain/matching/explain/explain-unmatched';
import { sensitivityOf } from '@nastavnik/domain/matching/explain/sensitivity';
import { pairText, unmatchedText } from '@nastavnik/domain/matching/explain/texts.ru';
import { digestOf } from '@nastavnik/domain/matching/input/digest';
import { openResult } from '@nastavnik/domain/matching/session/session';
import { answer, type CommandIo, FileRefusal, type Options, resultFrom, snapshotFrom, UsageError } from './match-io.ts';

/** `match explain SNAPSHOT.json RESULT.json --request ID`: why this mentor, or why none; `--mentor ID`: why this load.
 * JSON with the sentences in `text`; `--text` gives the sentences alone. */
export async function matchExplain({ files, flags, values }: Options, io: CommandIo): Promise<number> {
  const [request, mentor, pair] = [values.get('request'), values.get('mentor'), values.get('pair')];
  if ([request !== undefined, mentor !== undefined, flags.has('unmatched')].filter(Boolean).length !== 1) {
    throw new UsageError('match explain: нужно что-то одно: --request ID, --mentor ID или --unmatched');
  }
  const snapshot = await snapshotFrom(files[0]!, io);
  const result = await resultFrom(files[1]!, io);
  if (result.digest !== digestOf(snapshot))
    throw new FileRefusal(`${files[1]}: digest: результат получен не из этого снимка`);
  if (request !== undefined && !snapshot.requests.some((one) => one.id === request)) {
    throw new UsageError(`match explain: нет такого запроса: ${request}`);
  }
  for (const id of [mentor, pair]) {
    if (id !== undefined && !snapshot.mentors.some((one) => one.id === id)) {
      throw new UsageError(`match explain: нет такого наставника: ${id}`);
    }
  }
  const round = openResult(snapshot, result);
  const write = async (explanation: object, text: readonly string[]): Promise<void> => {
    const json = { ...explanation, text };
    await answer(io, flags.has('text') ? `${text.join('\n')}\n` : `${JSON.stringify(json)}\n`);
  };
  const name = (id: string): string => id;

  if (mentor !== undefined) {
    const explanation = explainMentor(round, mentor);
    await write(explanation, [
      `Наставник: ${mentor}. Мест — ${explanation.capacity}, занято — ${explanation.mentees.length}.`,
      ...explanation.mentees.map((one) => `— ${one.request}: ${one.score}`),
      `Могли бы прийти ещё: ${explanation.couldCome.length}.`,
    ]);
    return 0;
  }
  if (request === undefined) {
    const explanations = result.unmatched.map((one) => explainUnmatched(round, one.request));
    const text = explanations.flatMap((one) => unmatchedText(one, name));
    await write({ unmatched: explanations }, text);
    return 0;
  }
  const proposed = pair ?? result.pairs.find((one) => one.request === request)?.mentor;
  if (proposed === undefined) {
    const explanation = explainUnmatched(round, request);
    await write(explanation, unmatchedText(explanation, name));
    return 0;
  }
  const explanation = explainPair(round, request, proposed);
  const sensitivity = flags.has('weights') ? { sensitivity: sensitivityOf(snapshot, request) } : {};
  await write({ ...explanation, ...sensitivity }, pairText(explanation, name));
  return 0;
}
