import path from 'node:path';
import process from 'node:process';
import { fail } from '../src-shared/result.ts';
import { readConfig, usage } from './config.ts';
import { createServiceLog } from './http/service-log.ts';
import { runService } from './run-service.ts';

/**
 * One instance of the portal service. Prints one JSON line on standard output when it listens; its log goes to standard
 * error. Exit codes: 0 stopped by a signal, 1 could not start, 2 wrong parameters.
 */
const log = createServiceLog(process.stderr, process.env['LOG_LEVEL'] || 'info');
const config = readConfig(process.argv.slice(2), process.env);
/** Beside the built program. */
const emptyDatabase = path.join(import.meta.dirname, 'empty-database.tar.gz');
if (config.ok) {
  const service = await runService(config.value, log, emptyDatabase).catch((error: unknown) => {
    log.fatal({ err: error }, 'could not start');
    return fail(`The service could not start: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (service.ok) {
    const { url, mailboxUrl, stop } = service.value;
    stopOnSignal(stop);
    process.stdout.write(`${JSON.stringify({ url, ...(mailboxUrl !== null && { mailboxUrl }) })}\n`);
  } else {
    process.stderr.write(`${service.error}\n`);
    process.exitCode = 1;
  }
} else {
  process.stderr.write(`${config.error}\n\n${usage}\n`);
  process.exitCode = 2;
}

function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // a second signal means now
      if (isStopping) process.exit(1);
      isStopping = true;
      log.info({ signal }, 'stopping');
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'could not stop in good order');
          process.exit(1);
        },
      );
    });
  }
}
