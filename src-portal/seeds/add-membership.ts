import { permissions, type Permission, type Role } from '../../src-shared/domain/permissions.ts';
import type { Seeding } from './seeding.ts';

/** An active membership that nothing has happened to since `at`; `by` gave it, null for who registered first. */
export function addMembership(
  seeding: Seeding,
  member: {
    organizationId: string;
    accountId: string;
    role: Role;
    at: Date;
    by: string | null;
    permissions?: readonly Permission[];
  },
): void {
  seeding.rows.membership.push({
    id: seeding.random.id(member.at),
    organization_id: member.organizationId,
    account_id: member.accountId,
    role: member.role,
    permissions: [
      ...(member.permissions ??
        (member.role === 'administrator' ? permissions : (['eligibility', 'claims-status'] as const))),
    ],
    status: 'active',
    status_reason: null,
    version: 1,
    created_at: member.at,
    changed_at: member.at,
    changed_by: member.by,
  });
}
