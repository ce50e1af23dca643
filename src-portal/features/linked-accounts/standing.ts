import type { Database } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';

interface KnownMembership {
  readonly id: string;
  readonly status: Schema['membership']['status'];
}

/** The account's membership in the organization, if it ever had one. */
export const findMembership = (
  database: Database,
  { accountId, organizationId }: { readonly accountId: string; readonly organizationId: string },
): Promise<KnownMembership | undefined> =>
  database
    .selectFrom('membership')
    .select(['id', 'status'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();

/**
 * Whether somebody who stands so may be associated. Whose request was denied may ask again, and who waits for a PIN may go
 * another way (D8); `already_linked` to a user or one who waits for an administrator, `not_permitted` to one whose access
 * was revoked. [ours]
 */
export function checkStanding(membership: KnownMembership | undefined): Result<null> {
  if (membership?.status === 'pending' || membership?.status === 'active') return fail({ code: 'already_linked' });
  return membership?.status === 'revoked' ? fail({ code: 'not_permitted' }) : ok(null);
}
