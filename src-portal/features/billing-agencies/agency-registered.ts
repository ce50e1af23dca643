import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { foldName } from '../../directory/fold-name.ts';

/** Somebody of an agency, who has a username and password now. */
export interface RegisteredAgency {
  readonly portalId: string;
  readonly agencyName: string;
  readonly city?: string | null;
  readonly state?: string | null;
  /** Nine digits. */
  readonly taxId?: string | null;
  readonly npi?: string | null;
}

/**
 * Notes that the agency has registered (D10): in its entry of the portal's directory, or in a new one. Its entry is the
 * only one of this name, with no other tax ID or NPI; where several could be meant, none is. [ours]
 * Organizations that wait for the agency have it active soon afterwards, and their administrators get an email.
 */
export async function agencyRegistered(
  transaction: DatabaseTransaction,
  context: PortalContext,
  { portalId, agencyName, city = null, state = null, taxId = null, npi = null }: RegisteredAgency,
): Promise<void> {
  const at = context.chance.now();
  const sameName = await transaction
    .selectFrom('billing_agency')
    .select(['id', 'tax_id', 'npi', 'registered_at'])
    .where('portal_id', '=', portalId)
    .where('folded_name', '=', foldName(agencyName))
    .orderBy('id')
    .forUpdate()
    .execute();
  const meant = sameName.filter((listed) => agrees(listed.tax_id, taxId) && agrees(listed.npi, npi));
  const [entry] = meant;
  if (entry !== undefined && meant.length === 1) {
    if (entry.registered_at !== null) return;
    await transaction.updateTable('billing_agency').set({ registered_at: at }).where('id', '=', entry.id).execute();
    await context.jobs.enqueue(transaction, 'activate-billing-agency', { agencyId: entry.id });
    return;
  }
  await transaction
    .insertInto('billing_agency')
    .values({
      id: context.chance.newId(),
      portal_id: portalId,
      name: agencyName,
      folded_name: foldName(agencyName),
      city,
      state,
      tax_id: taxId,
      npi,
      registered_at: at,
    })
    .execute();
}

const agrees = (listed: string | null, told: string | null): boolean =>
  listed === null || told === null || listed === told;
