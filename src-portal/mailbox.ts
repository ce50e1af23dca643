import process from 'node:process';
import { parseArgs } from 'node:util';
import { systemChance } from './chance.ts';
import { openMailbox } from './mailbox/open-mailbox.ts';

/** The local mailbox alone, for a service in another process: `mailbox --port N`. Prints one JSON line when it listens. */
const port = readPort(process.argv.slice(2));
if (port === null) {
  process.stderr.write('Usage: mailbox [--port N]\n');
  process.exitCode = 2;
} else {
  const mailbox = await openMailbox(systemChance, port);
  process.stdout.write(`${JSON.stringify({ mailboxUrl: mailbox.url, smtpUrl: mailbox.smtpUrl })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mailbox.close());
}

function readPort(parameters: string[]): number | null {
  try {
    const { values } = parseArgs({ args: parameters, options: { port: { type: 'string', default: '0' } } });
    const number = Number(values.port);
    return Number.isInteger(number) && number >= 0 && number <= 65_535 ? number : null;
  } catch {
    return null;
  }
}
