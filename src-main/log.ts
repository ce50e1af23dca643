/** One line for whoever looks into a failure. It has no place for texts, so that no personal data can get into it. */
export interface LogEntry {
  readonly level: 'info' | 'warning' | 'error';
  /** A name out of the source: a procedure, a module. */
  readonly at: string;
  /** A code out of the source, or an error's class. */
  readonly code: string;
  /** Where a bug was thrown: file names and lines. */
  readonly frames?: readonly string[];
  readonly milliseconds?: number;
}

export type Log = (entry: LogEntry) => void;

const frameCount = 8;

/** An error without its message, which may quote what somebody typed. */
export function bugEntry(at: string, error: unknown): LogEntry {
  if (!(error instanceof Error)) return { level: 'error', at, code: 'thrown_value' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.constructor.name;
  return { level: 'error', at, code: code.replaceAll(/[^\w.-]/gu, ''), frames: framesOf(error) };
}

function framesOf(error: Error): string[] {
  const places = (error.stack ?? '').split('\n').flatMap((line) => {
    const place = /^\s+at .*?([\w.-]+:\d+:\d+)\)?$/u.exec(line)?.[1];
    return place === undefined ? [] : [place];
  });
  return places.slice(0, frameCount);
}
