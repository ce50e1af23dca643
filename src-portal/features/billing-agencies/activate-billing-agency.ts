import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { agencyActiveLetter } from '../../mail/letters.ts';
import { queueEmail } from '../../mail/queue-email.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { appendChange } from '../changes/append-change.ts';
import { lockOrganization } from '../users/active-member.ts';
import { putBillingAgency } from './put-billing-agency.ts';
import { findBillingAgency } from './read-billing-agency.ts';

/**
 * Makes an agency that has registered active wherever it is pending: one transaction for each organization, so that nobody
 * waits for two organizations' locks at once. Once more changes nothing.
 */
export async function activateBillingAgency(context: PortalContext, agencyId: string): Promise<void> {
  const waiting = await context.database
    .selectFrom('organization_billing_agency')
    .innerJoin('organization', 'organization.id', 'organization_billing_agency.organization_id')
    .select(['organization_billing_agency.id', 'organization.id as organization_id', 'organization.portal_id'])
    .where('organization_billing_agency.agency_id', '=', agencyId)
    .where('organization_billing_agency.status', '=', 'pending')
    .orderBy('organization_billing_agency.id')
    .execute();
  for (const { id, organization_id: organizationId, portal_id: portalId } of waiting) {
    const portal = findPortal(portalId);
    if (portal === undefined) continue;
    await context.database
      .transaction()
      .execute((transaction) => activate(transaction, context, portal, organizationId, id));
  }
}

async function activate(
  transaction: DatabaseTransaction,
  context: PortalContext,
  portal: PortalDefinition,
  organizationId: string,
  id: string,
): Promise<void> {
  const organization = await lockOrganization(transaction, portal.id, organizationId);
  const before = await findBillingAgency(transaction, id);
  // its access may have been denied in the meantime
  if (organization === null || before?.status !== 'pending') return;
  const state = { status: 'active', reason: null, changedBy: null, at: context.chance.now() } as const;
  const agency = await putBillingAgency(transaction, before, state);
  await appendChange(transaction, context, organizationId, { kind: 'billing-agency', entity: agency });
  await writeAudit(transaction, context, {
    organizationId,
    accountId: null,
    actor: portal.name,
    commandId: null,
    action: 'activate-billing-agency',
    subjectKind: 'billing-agency',
    subjectId: id,
    before,
    after: agency,
  });
  for (const { email, firstName } of await administratorsOf(transaction, organizationId)) {
    await queueEmail(transaction, context, {
      to: email,
      letter: agencyActiveLetter({
        portal,
        firstName,
        organizationName: organization.name,
        agencyName: agency.name,
        manage: portal.billingAgencies?.manage ?? portal.labels.manageUsers,
      }),
    });
  }
}

async function administratorsOf(
  transaction: DatabaseTransaction,
  organizationId: string,
): Promise<{ email: string; firstName: string }[]> {
  const rows = await transaction
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.email', 'account.first_name'])
    .where('membership.organization_id', '=', organizationId)
    .where('membership.role', '=', 'administrator')
    .where('membership.status', '=', 'active')
    .orderBy('account.id')
    .execute();
  return rows.map((row) => ({ email: row.email, firstName: row.first_name }));
}
