/** Why the application did not start, or a command beside it could not be carried out. Every reason is something that the person at the keyboard can mend. */
export type StartupErrorCode =
  | 'settings-invalid'
  | 'port-taken'
  | 'data-folder-in-use'
  | 'data-folder-not-writable'
  | 'data-folder-foreign'
  | 'data-folder-version'
  | 'database-failed'
  | 'database-missing'
  | 'database-unreachable'
  | 'database-too-old'
  | 'database-unfit'
  | 'database-roles'
  | 'backup-file'
  | 'backup-passphrase'
  | 'backup-foreign'
  | 'backup-damaged'
  | 'backup-newer'
  | 'backup-not-empty';

/** One sentence in each language; shown as it is, without a stack. Anything else that is thrown is a defect. */
export class StartupError extends Error {
  readonly code: StartupErrorCode;
  readonly ru: string;
  readonly en: string;

  constructor(code: StartupErrorCode, sentence: { ru: string; en: string }, options?: { cause?: unknown }) {
    super(sentence.en, options);
    this.name = 'StartupError';
    this.code = code;
    this.ru = sentence.ru;
    this.en = sentence.en;
  }
}

/** What `listen` failed with, as a sentence where it is the port's fault; everything else stays as it came. */
export function listenError(error: unknown, port: number): unknown {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') {
    return new StartupError('port-taken', {
      ru: `Порт ${port} занят другой программой: остановите её или выберите другой порт, например npm start -- --port ${port + 1}.`,
      en: `Port ${port} is taken by another program: stop it, or choose another port, for example npm start -- --port ${port + 1}.`,
    });
  }
  if (code === 'EACCES') {
    return new StartupError('port-taken', {
      ru: `Порт ${port} нельзя открыть без прав администратора: выберите порт больше 1023, например npm start -- --port 8080.`,
      en: `Port ${port} cannot be opened without administrator rights: choose one above 1023, for example npm start -- --port 8080.`,
    });
  }
  return error;
}

/** The code of a system error (`EADDRINUSE`, `ENOENT`) or of a PostgreSQL error (`28P01`), if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
