import type { BillingAgency, ListedAgency } from '../../src-shared/domain/billing-agency.ts';
import { providerCentral } from '../../src-shared/portals/provider-central.ts';
import { ok } from '../../src-shared/result.ts';
import type { FakeWorld, Handlers } from './fake-desk.ts';
import { anna, deskAccount, fixtureId, fixtureNow, harborview } from './fixtures.ts';

type Names = Extract<keyof Handlers, `billingAgencies.${string}`>;

export const agency = (n: number, name: string, over: Partial<BillingAgency> = {}): BillingAgency => ({
  id: fixtureId(600 + n),
  organizationId: harborview.id,
  version: 1,
  agencyId: fixtureId(650 + n),
  name,
  city: 'Worcester',
  state: 'MA',
  status: 'active',
  activeSince: new Date(2020, 8, 16, 12).toISOString(),
  reason: null,
  changedBy: 'Anna Berg',
  changedAt: fixtureNow.toISOString(),
  ...over,
});

export const listedAgency = (n: number, name: string, over: Partial<ListedAgency> = {}): ListedAgency => ({
  id: fixtureId(650 + n),
  name,
  city: 'Worcester',
  state: 'MA',
  isRegistered: true,
  ...over,
});

/** Anna at Provider Central, with the organizations that she has elsewhere in other tests. */
export const providerCentralAccount = (over: Parameters<typeof deskAccount>[0] = {}) =>
  deskAccount({ account: { ...anna, portalId: providerCentral.id }, ...over });

export function agencyHandlers(world: FakeWorld): Pick<Handlers, Names> {
  return {
    'billingAgencies.page': ({ organizationId, limit }) => {
      const added = world.outbox.flatMap(({ intent }): BillingAgency[] => {
        if (intent.kind !== 'add-billing-agency' || world.agencies.some(({ id }) => id === intent.subjectId)) return [];
        const listed = world.listedAgencies.find(({ id }) => id === intent.payload.agencyId);
        const row = agency(0, listed?.name ?? '', { status: 'pending', activeSince: null, version: 0 });
        return [{ ...row, id: intent.subjectId, agencyId: intent.payload.agencyId }];
      });
      const rows = [...added, ...world.agencies.filter((each) => each.organizationId === organizationId)];
      return ok({
        rows: rows.slice(0, limit).map((row) => ({
          ...row,
          pending: world.outbox.filter(({ intent }) => intent.subjectId === row.id),
        })),
        total: rows.length,
        asOf: world.asOf,
      });
    },
    'billingAgencies.search': ({ search }) =>
      ok({ agencies: world.listedAgencies.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase())) }),
  };
}
