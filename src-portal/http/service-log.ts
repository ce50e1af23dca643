import { pino, type Logger } from 'pino';

/** Where lines go; standard error in production. */
export interface LogDestination {
  write(line: string): void;
}

/**
 * JSON lines without personal data: requests by route pattern (addresses carry link tokens), no bodies, no headers;
 * errors without what a database or a parser quotes from its input.
 */
export const createServiceLog = (destination: LogDestination, level = 'info'): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { req: describeRequest, res: describeReply, err: describeError },
      redact: {
        paths: [
          'password',
          'token',
          'code',
          'email',
          'authorization',
          '*.password',
          '*.token',
          '*.code',
          '*.email',
          '*.authorization',
        ],
        censor: '[removed]',
      },
    },
    destination,
  );

function describeRequest(request: { id?: unknown; method?: unknown; routeOptions?: { url?: unknown } }): object {
  return { id: request.id, method: request.method, route: request.routeOptions?.url ?? null };
}

const describeReply = (reply: { statusCode?: unknown }): object => ({ status: reply.statusCode });

/** What a bug left behind. Fields are named so that `redact` leaves the error's own code alone. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return {
    type: error.name,
    kind: 'code' in error && typeof error.code === 'string' ? error.code : null,
    message: quotesInput(error) ? null : withoutAddresses(error.message),
    stack: frames.map((frame) => frame.trim()).join(' | '),
    cause: error.cause === undefined ? null : describeError(error.cause),
  };
}

/** Database errors (`severity`), mail errors (`responseCode`, `command`) and parsers repeat what they were given. */
const quotesInput = (error: Error): boolean =>
  error instanceof SyntaxError ||
  'severity' in error ||
  'responseCode' in error ||
  'command' in error ||
  'issues' in error;

const withoutAddresses = (text: string): string => text.replaceAll(/\S+@\S+/gu, '[address]');
