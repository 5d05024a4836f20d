import { z } from 'zod';
import { StartupError } from './startup-error.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, hostname: /.*/ });
const smtpUrl = z.url({ protocol: /^smtps?$/, hostname: /.+/ });

/** An empty value is how forms and compose files say "not set". */
const unset = z.literal('').transform(() => undefined);
const optional = <Shape extends z.ZodType>(shape: Shape) => z.union([unset, shape]).optional();

/** The environment, named in `docs/run.md`. Other variables of the machine are none of our business. */
const environment = z.object({
  PORT: z.union([unset, z.coerce.number().int().min(0).max(65_535)]).optional(),
  HOST: optional(z.string()),
  PUBLIC_URL: optional(httpUrl),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(postgresUrl),
  DATABASE_APP_URL: optional(postgresUrl),
  SMTP_URL: optional(smtpUrl),
  MAIL_FROM: optional(z.string().min(3)),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS)),
});

export type Config = {
  port: number;
  host: string;
  /** How people reach the server: in letters, calendar feeds and QR codes. Without it, the address it listens on. */
  publicUrl: string | undefined;
  dataDir: string;
  databaseUrl: string | undefined;
  databaseAppUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
};

const WORDS: Record<keyof z.infer<typeof environment>, { ru: string; en: string }> = {
  PORT: { ru: 'число от 0 до 65535', en: 'a number from 0 to 65535' },
  HOST: { ru: 'адрес, на котором слушать', en: 'the address to listen on' },
  PUBLIC_URL: { ru: 'адрес вида https://school.example', en: 'an address like https://school.example' },
  DATA_DIR: { ru: 'путь к папке', en: 'a path to a folder' },
  DATABASE_URL: { ru: 'адрес вида postgresql://…', en: 'an address like postgresql://…' },
  DATABASE_APP_URL: { ru: 'адрес вида postgresql://…', en: 'an address like postgresql://…' },
  SMTP_URL: { ru: 'адрес вида smtps://пользователь:пароль@сервер', en: 'an address like smtps://user:password@server' },
  MAIL_FROM: { ru: 'адрес отправителя', en: 'the address of the sender' },
  LOG_LEVEL: { ru: `одно из: ${LOG_LEVELS.join(', ')}`, en: `one of: ${LOG_LEVELS.join(', ')}` },
};

/**
 * Reads the environment once, at the start. Throws `StartupError` `settings-invalid` that names every wrong variable
 * and what it should be, but not its value, which may be a password.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.safeParse(env);
  if (!read.success) throw invalid(read.error);
  const { data } = read;
  return {
    port: data.PORT ?? 8080,
    host: data.HOST ?? '0.0.0.0',
    publicUrl: data.PUBLIC_URL,
    dataDir: data.DATA_DIR ?? 'data',
    databaseUrl: data.DATABASE_URL,
    databaseAppUrl: data.DATABASE_APP_URL,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    logLevel: data.LOG_LEVEL ?? 'info',
  };
}

function invalid(error: z.ZodError): StartupError {
  const names = new Set(error.issues.map((issue) => String(issue.path[0])));
  const wrong = [...names].filter((name): name is keyof typeof WORDS => name in WORDS);
  return new StartupError('settings-invalid', {
    ru: `Настройки не подходят: ${wrong.map((name) => `${name} — нужно ${WORDS[name].ru}`).join('; ')}.`,
    en: `Settings do not fit: ${wrong.map((name) => `${name} must be ${WORDS[name].en}`).join('; ')}.`,
  });
}
