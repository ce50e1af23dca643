import type { BillingAgencyStatus } from '../../../src-shared/domain/statuses.ts';
import { selectBillingAgencies } from '../../../src-portal/features/billing-agencies/read-billing-agency.ts';
import type { Agencies } from '../../src-portal/features/agencies-fixture.ts';
import type { Stage } from './stage.ts';
import type { Choice, SubjectType } from './subjects.ts';

const add: Choice = {
  name: 'Add',
  by: {
    intent: ({ id, agencyId }, newId) => ({
      kind: 'add-billing-agency',
      subjectId: id === '' ? newId() : id,
      payload: { agencyId: agencyId ?? '' },
    }),
  },
};
const deny: Choice = {
  name: 'Deny access',
  by: { intent: ({ id }) => ({ kind: 'deny-billing-agency', subjectId: id, payload: { reason: null } }) },
};

const starts: { title: string; status: BillingAgencyStatus | null; choices: Choice[] }[] = [
  { title: 'A billing agency that is not in the list', status: null, choices: [add] },
  { title: 'A billing agency that has yet to register', status: 'pending', choices: [add, deny] },
  { title: 'An active billing agency', status: 'active', choices: [add, deny] },
  { title: 'A billing agency whose access was denied', status: 'denied', choices: [add, deny] },
];

/** A billing agency's place in the practice, as it may stand. */
export function billingAgencies({ portal, people, tell, first, second }: Stage<Agencies>): SubjectType[] {
  const placeOf = (agencyId: string) =>
    selectBillingAgencies(portal.context.database)
      .where('organization_billing_agency.organization_id', '=', people.organizationId)
      .where('organization_billing_agency.agency_id', '=', agencyId)
      .executeTakeFirst();

  return starts.map(({ title, status, choices }) => ({
    title,
    choices,
    async add() {
      const name = 'Sample Billing';
      const isRegistered = status !== 'pending';
      const agencyId = await people.listAgency(name, { isRegistered });
      for (const desk of [first, second]) {
        desk.cache.agencies.keepListed(desk.accountId, [{ id: agencyId, name, city: null, state: null, isRegistered }]);
      }
      const id = status === null ? '' : await people.addPlace(agencyId, status);
      if (id !== '') await tell({ kind: 'billing-agency', entity: await people.placeOf(id) });
      return {
        id,
        agencyId,
        state: async () => (await placeOf(agencyId))?.status ?? 'not in the list',
        async versions(cache) {
          const { organizationId } = people;
          const { rows } = cache.agencies.page({ organizationId, limit: 1000 });
          // one that is still to be sent, or was refused, is shown beside it
          const row = rows.find((agency) => agency.agencyId === agencyId && agency.version > 0);
          return { service: (await placeOf(agencyId))?.version ?? null, desk: row?.version ?? null };
        },
      };
    },
  }));
}
