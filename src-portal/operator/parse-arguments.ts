import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../src-shared/result.ts';

export interface OperatorArguments {
  /** Null to show the help. */
  readonly command: string | null;
  readonly subject: string | null;
  readonly portalId: string | null;
  readonly data: string | null;
  readonly json: boolean;
  /** The file to write. */
  readonly out: string | null;
}

/** Reads the operator's command line. Fails with a sentence about what is wrong with it. */
export function parseArguments(line: readonly string[]): Result<OperatorArguments, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...line],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        portal: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [command, subject, ...rest] = positionals;
    if (rest.length > 0) return fail(`One thing at a time: what is ${rest.join(' ')} for?`);
    return ok({
      command: values.help || command === undefined ? null : command,
      subject: subject ?? null,
      portalId: values.portal ?? null,
      data: values.data ?? null,
      json: values.json,
      out: values.out ?? null,
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
