import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Account } from '../../../src-shared/domain/account.ts';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { Cache } from '../../../src-main/cache/cache.ts';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import { account, linkedAccount, linkedAccountId } from './fixtures.ts';

export const portalUrl = 'https://portal.example';

/** A real, encrypted cache in a folder that goes with the test. */
export function temporaryCache(): Cache {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-cache-'));
  const opened = openCache({ file: path.join(folder, 'cache.db'), key: 'ab'.repeat(32) });
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => {
    opened.value.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return opened.value;
}

/** Keeps a signed-in account whose first linked account is the active one. */
export function keepAccount(
  cache: Cache,
  kept: Account = account(),
  linkedAccounts: readonly LinkedAccount[] = [linkedAccount()],
): void {
  cache.accounts.save(kept, portalUrl);
  cache.accounts.setState(kept.id, 'signed-in');
  cache.accounts.saveLinkedAccounts(kept.id, linkedAccounts);
  const first = linkedAccounts[0]?.id ?? linkedAccountId(1);
  if (linkedAccounts.length > 0) cache.accounts.setActiveLinkedAccount(kept.id, first);
}

/** Everybody whom the window would show for an organization, by email. */
export const emails = (cache: Cache, organizationId: string): string[] =>
  cache.people
    .usersPage({
      organizationId,
      search: '',
      after: null,
      skip: 0,
      limit: 200,
      roles: [],
      statuses: [],
      sort: { column: 'email', direction: 'ascending' },
    })
    .rows.map((row) => row.email);
