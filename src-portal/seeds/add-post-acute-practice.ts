import { carelonPostAcute } from '../../src-shared/portals/carelon-post-acute.ts';
import { addAccount } from './add-account.ts';
import { danaName } from './add-cast.ts';
import { addMembership } from './add-membership.ts';
import { danaWhitfield, tomasRivera, type DemoAccount } from './demo-accounts.ts';
import { seededRandom } from './seeded-random.ts';
import { daysAgo, type Seeding } from './seeding.ts';

/** Dana runs it and Tomás works in it, each with an account of their own at the second portal (E4) and the same address. */
export function addPostAcutePractice(seeding: Seeding, organizationId: string, passwordHash: string): void {
  const here: Seeding = { ...seeding, portalId: carelonPostAcute.id, random: seededRandom('post-acute people') };
  const account = (person: DemoAccount, days: number): string =>
    addAccount(here, person, { createdAt: daysAgo(here, days), lastSignInAt: daysAgo(here, 2.3), passwordHash });
  const { permissions, defaultPermissions } = carelonPostAcute;
  addMembership(here, {
    organizationId,
    accountId: account(danaWhitfield, 310.6),
    role: 'administrator',
    at: daysAgo(here, 310.5),
    by: null,
    permissions,
  });
  addMembership(here, {
    organizationId,
    accountId: account(tomasRivera, 120.4),
    role: 'user',
    at: daysAgo(here, 120.3),
    by: danaName,
    permissions: defaultPermissions,
  });
}
