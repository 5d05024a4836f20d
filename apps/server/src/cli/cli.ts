import { parseArgs } from 'node:util';
import type { Config } from '../platform/config.ts';
import { StartupError } from '../platform/startup-error.ts';
import type { CommandIo } from './command-io.ts';

type Command = {
  usage: string;
  summary: string;
  /** Resolves to the exit code. Modules are loaded by the command that needs them: `deadline` must not wait for the server's. */
  run(args: string[], io: CommandIo): Promise<number>;
};

const USAGE_ERROR = 2;

const COMMANDS: Record<string, Command> = {
  start: {
    usage: 'start [--demo] [--port N] [--data ПАПКА]',
    summary: 'запустить «Наставник»; --demo наполняет пустую базу пятью вымышленными организациями',
    run: start,
  },
  migrate: {
    usage: 'migrate [--data ПАПКА]',
    summary: 'привести базу к схеме этой версии и выйти',
    run: migrateOnly,
  },
  backup: {
    usage: 'backup ФАЙЛ [--data ПАПКА]',
    summary: 'записать базу и файлы в один зашифрованный файл; «Наставник» может работать',
    run: async (args, io) => (await import('./backup-command.ts')).backupCommand(args, io),
  },
  restore: {
    usage: 'restore ФАЙЛ [--data ПАПКА]',
    summary: 'восстановить копию в пустую папку данных',
    run: async (args, io) => (await import('./restore-command.ts')).restoreCommand(args, io),
  },
  roadmap: {
    usage: 'roadmap parse ФАЙЛ [--period 2024-09-01..2025-08-31] [--json]',
    summary: 'прочитать дорожную карту и показать, что понято',
    run: async (args, io) => (await import('./roadmap-command.ts')).roadmapCommand(args, io),
  },
  deadline: {
    usage: 'deadline parse "ФРАЗА" [--period …] [--json]',
    summary: 'прочитать срок; «-» вместо фразы читает по фразе в строке',
    run: async (args, io) => (await import('./deadline-command.ts')).deadlineCommand(args, io),
  },
  match: {
    usage: 'match …',
    summary: 'подобрать пары по файлу с анкетами (подробнее: match help)',
    run: async (args, io) => (await import('./match-command.ts')).matchCommand(args, io),
  },
};

/** These are carried out by `bin/`, before this program is reached; they stand here so that the help is complete. */
const LAUNCHER_COMMANDS = [
  ['test', 'все проверки и тесты'],
  ['bench', 'замеры скорости'],
  ['activities', 'какие виды деятельности пройдены в браузере от начала до конца'],
] as const;

export async function runCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  const [name = 'help', ...args] = argv;
  if (['help', '--help', '-h'].includes(name)) {
    io.stdout.write(help());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    io.stderr.write(`Команды «${name}» нет. / There is no command "${name}".\n\n${help()}`);
    return USAGE_ERROR;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof StartupError) {
      io.stderr.write(`${error.ru}\n${error.en}\n`);
      return 1;
    }
    if (isUsageError(error)) {
      io.stderr.write(`${error.message}\nnastavnik ${command.usage}\n`);
      return USAGE_ERROR;
    }
    throw error;
  }
}

async function start(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { demo: { type: 'boolean' }, port: { type: 'string' }, data: { type: 'string' } },
  });
  const config = await configFrom(values);
  stopWithTheLauncher();
  const main = await import('../main.ts');
  await main.start({ config, demo: values.demo ?? false });
  return 0;
}

async function migrateOnly(args: string[], io: CommandIo): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' } } });
  const { dataDir, databaseUrl, databaseAppUrl } = await configFrom(values);
  const { openDatabaseServer } = await import('../platform/postgres/open-database-server.ts');
  const { migrate } = await import('../platform/db/migrate.ts');
  const server = await openDatabaseServer({ dataDir, databaseUrl, databaseAppUrl });
  try {
    const { applied } = await migrate({ connectionString: server.ownerUrl });
    io.stdout.write(applied.length === 0 ? 'Схема уже новейшая.\n' : `Применено: ${applied.join(', ')}\n`);
    return 0;
  } finally {
    await server.stop();
  }
}

async function configFrom(flags: { port?: string | undefined; data?: string | undefined }): Promise<Config> {
  const { readConfig } = await import('../platform/config.ts');
  const { port, data } = flags;
  return readConfig({ ...process.env, ...(port && { PORT: port }), ...(data && { DATA_DIR: data }) });
}

/** If the launcher is killed, its channel closes: the application stops as it would on a signal, and frees its folder. */
function stopWithTheLauncher(): void {
  if (!process.channel) return;
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

function isUsageError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

function help(): string {
  const rows = [
    ...Object.values(COMMANDS).map(({ usage, summary }) => [usage, summary]),
    ...LAUNCHER_COMMANDS,
    ['help', 'эта справка'],
  ];
  const lines = rows.map(([usage, summary]) => `  nastavnik ${usage}\n      ${summary}`);
  return `«Наставник»: сопровождение наставничества в школе\n\n${lines.join('\n')}\n\nНастройки описаны в docs/run.md.\n`;
}

if (import.meta.main) {
  process.exitCode = await runCommand(process.argv.slice(2), process);
}
