import { type Logger, pino } from 'pino';

/**
 * Logs speak of routes, ids and durations. Bodies, names, addresses, cookies and queries are never handed to the
 * logger; the redaction is for what a library might put into an error.
 */
export function openLog(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: {
      paths: [
        'req.headers',
        'request.headers',
        'err.parameters',
        'err.detail',
        'err.query',
        'err.config',
        'email',
        'to',
      ],
      censor: '…',
    },
    serializers: {
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        code: error.code,
        message: firstLine(error.message),
        stack: error.stack,
      }),
    },
  });
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
