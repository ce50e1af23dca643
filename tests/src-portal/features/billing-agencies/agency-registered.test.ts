import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providerCentral } from '../../../../src-shared/portals/provider-central.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { activateBillingAgency } from '../../../../src-portal/features/billing-agencies/activate-billing-agency.ts';
import {
  agencyRegistered,
  type RegisteredAgency,
} from '../../../../src-portal/features/billing-agencies/agency-registered.ts';
import { createAgencies, type Agencies } from '../agencies-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const register = async (agencies: Agencies, agency: Omit<RegisteredAgency, 'portalId'>): Promise<void> => {
  await opened.database
    .transaction()
    .execute((transaction) =>
      agencyRegistered(transaction, agencies.context, { portalId: providerCentral.id, ...agency }),
    );
};

/** Runs the jobs that are due, as the worker does. */
const runActivations = async (agencies: Agencies): Promise<number> => {
  const jobs = await opened.database
    .deleteFrom('job')
    .where('kind', '=', 'activate-billing-agency')
    .returning('payload')
    .execute();
  for (const { payload } of jobs) {
    await activateBillingAgency(agencies.context, (payload as { agencyId: string }).agencyId);
  }
  return jobs.length;
};

const listed = (name: string) =>
  opened.database.selectFrom('billing_agency').selectAll().where('name', '=', name).orderBy('id').execute();

describe('D10: an agency that registers', () => {
  it('becomes active wherever it was pending, and the administrators hear of it', async () => {
    const agencies = await createAgencies(opened);
    const administrator = await agencies.addAdministrator();
    await agencies.addMember({ permissions: ['manage-users'] });
    const agencyId = await agencies.listAgency('Quabbin Billing Coop', { isRegistered: false });
    const otherId = await agencies.addOrganization();
    const [here, there] = [
      await agencies.addPlace(agencyId, 'pending'),
      await agencies.addPlace(agencyId, 'pending', otherId),
    ];
    agencies.context.chance.advance(1000);
    await register(agencies, { agencyName: 'QUABBIN Billing-Coop' });
    expect(await listed('Quabbin Billing Coop')).toMatchObject([{ registered_at: agencies.context.chance.now() }]);
    expect(await runActivations(agencies)).toBe(1);

    const place = await agencies.placeOf(here);
    expect(place).toMatchObject({ status: 'active', version: 2, changedBy: null });
    expect(place.activeSince).toBe(agencies.context.chance.now().toISOString());
    expect(await agencies.placeOf(there)).toMatchObject({ status: 'active', version: 2 });
    const changes = await opened.database
      .selectFrom('change')
      .select(['kind', 'position', 'entity'])
      .where('organization_id', '=', agencies.organizationId)
      .execute();
    expect(changes).toEqual([{ kind: 'billing-agency', position: 1, entity: place }]);
    const told = (await agencies.emails()).filter(({ letter }) => letter.subject.startsWith('Quabbin Billing Coop'));
    expect(told.map(({ to }) => to)).toEqual([administrator.email]);
    expect(told[0]?.letter.subject).toBe('Quabbin Billing Coop is now active for Beacon Street Medical Group');
  });

  it('a second time changes nothing, nor does a job that runs again', async () => {
    const agencies = await createAgencies(opened);
    const agencyId = await agencies.listAgency('Once Billing', { isRegistered: false });
    const id = await agencies.addPlace(agencyId, 'pending');
    await register(agencies, { agencyName: 'Once Billing' });
    await runActivations(agencies);
    await register(agencies, { agencyName: 'Once Billing' });
    expect(await runActivations(agencies)).toBe(0);
    await activateBillingAgency(agencies.context, agencyId);
    expect(await agencies.placeOf(id)).toMatchObject({ version: 2 });
    expect(await listed('Once Billing')).toHaveLength(1);
  });

  it('does not get an access back that was denied', async () => {
    const agencies = await createAgencies(opened);
    const agencyId = await agencies.listAgency('Denied Billing', { isRegistered: false });
    const id = await agencies.addPlace(agencyId, 'denied');
    await register(agencies, { agencyName: 'Denied Billing' });
    await runActivations(agencies);
    expect(await agencies.placeOf(id)).toMatchObject({ status: 'denied', version: 1 });
  });

  it('is listed from then on when it was not', async () => {
    const agencies = await createAgencies(opened);
    await register(agencies, { agencyName: 'Brand New Billing', city: 'Lynn', state: 'MA', taxId: '041234567' });
    expect(await listed('Brand New Billing')).toMatchObject([
      { city: 'Lynn', tax_id: '041234567', registered_at: agencies.context.chance.now() },
    ]);
    expect(await runActivations(agencies)).toBe(0);
  });

  it('is not taken for one of the same name with another tax ID or NPI, nor for one of several', async () => {
    const agencies = await createAgencies(opened);
    const own = await agencies.listAgency('Namesake Billing', { isRegistered: false, taxId: '041111111' });
    const foreign = await agencies.listAgency('Namesake Billing', { isRegistered: false, npi: '1993999998' });
    const state = async () => (await listed('Namesake Billing')).map(({ id, registered_at: at }) => [id, at !== null]);
    await register(agencies, { agencyName: 'Namesake Billing' });
    expect((await state()).filter(([id]) => id === own || id === foreign)).toEqual([
      [own, false],
      [foreign, false],
    ]);
    await register(agencies, { agencyName: 'Namesake Billing', taxId: '041111111', npi: '1234567893' });
    // only the first can be meant: the second has another NPI, and the one that was new has neither
    expect(new Map((await state()) as [string, boolean][]).get(foreign)).toBe(false);
  });
});
