import { providerCentral } from '../../src-shared/portals/provider-central.ts';
import { addAccount } from './add-account.ts';
import { reneeName } from './add-cast.ts';
import { addMembership } from './add-membership.ts';
import { danaWhitfield, reneeOkonkwo, tomasRivera, type DemoAccount } from './demo-accounts.ts';
import { seededRandom } from './seeded-random.ts';
import { daysAgo, type Seeding } from './seeding.ts';

/** Renée administers it, with an account of her own at this portal; Tomás and a few others are its users. */
export function addProviderCentralPractice(seeding: Seeding, organizationId: string, passwordHash: string): void {
  const here: Seeding = {
    ...seeding,
    portalId: providerCentral.id,
    random: seededRandom('provider-central people'),
  };
  const account = (person: DemoAccount, days: number): string =>
    addAccount(here, person, { createdAt: daysAgo(here, days), lastSignInAt: daysAgo(here, 1.7), passwordHash });
  const { permissions, defaultPermissions } = providerCentral;
  addMembership(here, {
    organizationId,
    accountId: account(reneeOkonkwo, 512.4),
    role: 'administrator',
    at: daysAgo(here, 512.3),
    by: null,
    permissions,
  });
  const users = [tomasRivera, here.newPerson(), here.newPerson(), here.newPerson()];
  for (const [place, person] of users.entries()) {
    const days = 300 - place * 61;
    addMembership(here, {
      organizationId,
      accountId: account(person, days),
      role: 'user',
      at: daysAgo(here, days - 0.1),
      by: reneeName,
      permissions: defaultPermissions,
    });
  }
  // has a login, and no organization yet
  account(danaWhitfield, 20.2);
}
