import { parseArgs } from 'node:util';
import { type CommandIo, FileRefusal, type Options, UsageError } from './match-io.ts';

const USAGE = `nastavnik match solve SNAPSHOT.json [--json] [--compare]
nastavnik match explain SNAPSHOT.json RESULT.json (--request ID | --mentor ID | --unmatched) [--pair MENTOR] [--weights] [--text]
nastavnik match verify SNAPSHOT.json RESULT.json [--text]
nastavnik match generate --kind region|uniform|tight|short|dense --mentees N --mentors M [--seed S] [--candidates K] [--out DIR]
nastavnik match bench [--instance DIR] [--rounds N] [--no-peers] [--json]

SNAPSHOT.json may be «-»: standard input. Answers go to standard output.
0 done, 1 the result is wrong (verify) or not as expected (bench), 2 usage, 3 a file cannot be read or is refused
`;

/** `nastavnik match …`. Returns the exit code: 0 done, 1 found wrong, 2 usage, 3 a file cannot be read or is refused. */
export async function matchCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const [name = 'help', ...rest] = args;
  try {
    switch (name) {
      case 'solve':
        return await (await import('./match-solve.ts')).matchSolve(parse(rest, 1, ['json', 'compare'], []), io);
      case 'explain': {
        const options = parse(rest, 2, ['json', 'text', 'weights', 'unmatched'], ['request', 'mentor', 'pair']);
        return await (await import('./match-explain.ts')).matchExplain(options, io);
      }
      case 'verify':
        return await (await import('./match-verify.ts')).matchVerify(parse(rest, 2, ['json', 'text'], []), io);
      case 'generate': {
        const options = parse(rest, 0, ['json'], ['kind', 'mentees', 'mentors', 'seed', 'candidates', 'out']);
        return await (await import('./match-generate.ts')).matchGenerate(options, io);
      }
      case 'bench': {
        const options = parse(rest, 0, ['json', 'no-peers'], ['instance', 'rounds']);
        return await (await import('./match-bench.ts')).matchBench(options, io);
      }
      case 'help':
      case '--help':
        io.stdout.write(USAGE);
        return 0;
      default:
        throw new UsageError(`match: неизвестная команда «${name}»`);
    }
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr.write(`${error.message}\n${USAGE}`);
      return 2;
    }
    if (error instanceof FileRefusal) {
      io.stderr.write(`${error.message}\n`);
      return 3;
    }
    throw error;
  }
}

function parse(args: string[], files: number, flags: readonly string[], values: readonly string[]): Options {
  const options = {
    ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
    ...Object.fromEntries(values.map((name) => [name, { type: 'string' as const }])),
  };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
  if (parsed.positionals.length !== files) throw new UsageError(`match: нужно файлов: ${files}`);
  return {
    files: parsed.positionals,
    flags: new Set(Object.keys(parsed.values).filter((name) => parsed.values[name] === true)),
    values: new Map(
      Object.entries(parsed.values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  };
}
