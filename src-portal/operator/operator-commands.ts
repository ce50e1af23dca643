import { announceMigration } from './announce-migration.ts';
import { extendMigration } from './extend-migration.ts';
import { listWaiting } from './list-waiting.ts';
import type { OperatorCommand } from './operator-command.ts';
import { printPinLetter } from './print-pin-letter.ts';
import { resendEmail } from './resend-email.ts';
import { sendPasswordResetEmail } from './send-password-reset-email.ts';
import { showAudit } from './show-audit.ts';
import { unlock } from './unlock.ts';
import { verifyAccount } from './verify-account.ts';

/** In the order of the help. */
export const operatorCommands: readonly OperatorCommand[] = [
  listWaiting,
  printPinLetter,
  verifyAccount,
  resendEmail,
  sendPasswordResetEmail,
  unlock,
  announceMigration,
  extendMigration,
  showAudit,
];

export function operatorHelp(): string {
  const usages = operatorCommands.map(({ name, subject, makes }) =>
    [name, subject, makes === undefined ? null : `--out ${makes}`].filter((part) => part !== null).join(' '),
  );
  const width = Math.max(...usages.map((usage) => usage.length));
  return [
    "For the payer's staff: looks after the accounts of a portal service.",
    '',
    'Usage: npm run operator -- COMMAND [SUBJECT] [--data DIR] [--portal ID] [--json]',
    '',
    ...operatorCommands.map(({ summary }, place) => `  ${(usages[place] ?? '').padEnd(width)}  ${summary}`),
    '',
    'The database is that of DATABASE_URL (PostgreSQL), or the embedded one in the folder that --data names. The',
    'embedded one takes one process at a time: stop the service first.',
    'Every portal is searched, unless --portal names one.',
  ].join('\n');
}
