import { sql } from 'kysely';
import type { HintPublisher } from '../../context.ts';
import { formatNotice, hintChannel } from './hint-notice.ts';

/** PostgreSQL refuses notices of 8000 bytes; an account id takes 39. */
const accountsPerNotice = 100;

/** Publishes by NOTIFY, which PostgreSQL and PGlite deliver after the commit, and not at all after a rollback. */
export const createHintPublisher = (): HintPublisher => ({
  async publish(transaction, { accountIds, hint }) {
    const groups = accountIds === undefined ? [null] : inGroups(accountIds);
    for (const group of groups) {
      await sql`select pg_notify(${hintChannel}::text, ${formatNotice({ accountIds: group, hint })}::text)`.execute(
        transaction,
      );
    }
  },
});

const inGroups = (accountIds: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(accountIds.length / accountsPerNotice) }, (_, group) =>
    accountIds.slice(group * accountsPerNotice, (group + 1) * accountsPerNotice),
  );
