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
        message: withoutAddresses(withoutValues(error, firstLine(error.message))),
        stack: withoutAddresses(placesOf(error)),
      }),
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Mail servers tell whose letter they refuse («450 <somebody@school.example> greylisted»). */
export function withoutAddresses(text: string): string {
  return text.replace(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/gu, '…');
}

/** What could not be read as a date, a number or JSON is quoted in the error, and may be what somebody typed. */
function withoutValues(error: Error & { code?: unknown }, message: string): string {
  const quotes = error instanceof SyntaxError || (typeof error.code === 'string' && /^22\w{3}$/.test(error.code));
  return quotes ? message.replace(/"[^"]*"|'[^']*'|«[^»]*»/g, '…') : message;
}

/** Where it happened. A stack begins with the message, which stands by itself. */
function placesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
