import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { openForOperator } from './operator/open-for-operator.ts';
import { exitCodes, runOperator } from './operator/run-operator.ts';

/** The operator's program: reports go to standard output, complaints to standard error. */
try {
  process.exitCode = await runOperator(process.argv.slice(2), {
    writeFile: (path, content) => {
      writeFileSync(path, content, { mode: 0o600 });
    },
    open: (data) => openForOperator(data, process.env),
    out: (text) => process.stdout.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
  });
} catch (error) {
  process.stderr.write(`This went wrong: ${describe(error)}\n`);
  process.exitCode = exitCodes.refused;
}

function describe(error: unknown): string {
  // a database that is not there fails once for each address of its host
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
