import { permissions, type Permission } from '../../src-shared/domain/permissions.ts';
import { addAccount } from './add-account.ts';
import { daysAgo, someDaysAgo, type Seeding } from './seeding.ts';

interface Practice {
  readonly organizationId: string;
  /** Who gave people their access. */
  readonly administratorNames: readonly string[];
  /** For how many days somebody has been there to do so. */
  readonly ageDays: number;
}

/** What people of a practice are usually given, the most frequent first. */
const bundles: readonly (readonly Permission[])[] = [
  ['eligibility', 'claims-status'],
  ['eligibility'],
  ['eligibility', 'claims-status', 'authorizations'],
  ['claims-status', 'remittances'],
  ['eligibility', 'authorizations'],
  ['eligibility', 'claims-status', 'authorizations', 'remittances'],
  ['eligibility', 'claims-status', 'authorizations', 'remittances', 'manage-users'],
];

const reasons = ['Left the practice', 'On leave until further notice', 'Moved to another location', null];

/** Adds the practice's user table: mostly active, some revoked, a few administrators, some who have not been there for long. */
export function addUsers(
  seeding: Seeding,
  practice: Practice,
  wanted: { readonly count: number; readonly administrators: number },
): void {
  for (let place = 0; place < wanted.count; place += 1) addUser(seeding, practice, place < wanted.administrators);
}

function addUser(
  seeding: Seeding,
  { organizationId, administratorNames, ageDays }: Practice,
  isAdministrator: boolean,
): void {
  const { random, rows } = seeding;
  const sinceDays = random.between(20, ageDays - 1);
  const createdAt = daysAgo(seeding, sinceDays + random.between(0, 1439) / 1440);
  const isRevoked = !isAdministrator && random.chance(0.08);
  const changedAt = random.chance(0.6) && !isRevoked ? createdAt : someDaysAgo(seeding, 1, sinceDays);
  rows.membership.push({
    id: random.id(createdAt),
    organization_id: organizationId,
    account_id: addAccount(seeding, seeding.newPerson(), {
      createdAt,
      lastSignInAt: lastSignIn(seeding, isRevoked ? changedAt : seeding.now, sinceDays),
    }),
    role: isAdministrator ? 'administrator' : 'user',
    permissions: isAdministrator ? [...permissions] : [...bundleOf(seeding)],
    status: isRevoked ? 'revoked' : 'active',
    status_reason: isRevoked ? random.pick(reasons) : null,
    version: changedAt === createdAt ? 1 : random.between(2, 4),
    created_at: createdAt,
    changed_at: changedAt,
    changed_by: random.pick(administratorNames),
  });
}

/** The lower of two draws, so that the first bundles are the frequent ones. */
function bundleOf({ random }: Seeding): readonly Permission[] {
  const place = Math.min(random.between(0, bundles.length - 1), random.between(0, bundles.length - 1));
  return bundles[place] ?? [];
}

/** Most were there within a week, some within months, and a few never. Never later than `end`. */
function lastSignIn(seeding: Seeding, end: Date, sinceDays: number): Date | null {
  const { random } = seeding;
  if (random.chance(0.05)) return null;
  const most = Math.min(sinceDays - 1, random.chance(0.75) ? 7 : 200);
  const minutesBefore = random.between(30, Math.max(31, most * 1440));
  const moment = new Date(end.getTime() - minutesBefore * 60_000);
  const start = daysAgo(seeding, sinceDays);
  return moment > start ? moment : start;
}
