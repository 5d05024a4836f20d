import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * Logs speak of routes, ids and durations. Bodies, names, addresses, cookies and queries are never handed to the
 * logger; the redaction is for what a library might put into an error.
 */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = {
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
        message: withoutAddresses(firstLine(error.message)),
        stack: withoutAddresses(error.stack ?? ''),
      }),
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Mail servers tell whose letter they refuse («450 <somebody@school.example> greylisted»). */
export function withoutAddresses(text: string): string {
  return text.replace(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/gu, '…');
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
