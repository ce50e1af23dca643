import type { Step } from '../../../src-shared/portals/definition.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';

/** Keeps which agreements the account accepted, for the organization where one was named, and in which revision (A6, C7, C8, D4). */
export async function recordAgreements(
  transaction: DatabaseTransaction,
  context: PortalContext,
  steps: readonly Step[],
  accepted: { readonly accountId: string; readonly organizationId: string | null },
): Promise<void> {
  for (const { agreement } of steps) {
    if (agreement === undefined) continue;
    await transaction
      .insertInto('agreement_acceptance')
      .values({
        id: context.chance.newId(),
        account_id: accepted.accountId,
        organization_id: accepted.organizationId,
        agreement_id: agreement.id,
        revision: agreement.revision,
        accepted_at: context.chance.now(),
      })
      .execute();
  }
}
