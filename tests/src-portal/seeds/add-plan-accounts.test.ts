import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountStatus } from '../../../src-portal/identity/account-of.ts';
import { danaWhitfield, reneeOkonkwo, tomasRivera } from '../../../src-portal/seeds/demo-accounts.ts';
import { seededService, type SeededService } from '../seeded-service.ts';

let service: SeededService;
beforeAll(async () => {
  service = await seededService({ kind: 'demo' });
});
afterAll(() => service.close());

const account = (portalId: string, email: string) =>
  service.context.database
    .selectFrom('account')
    .selectAll()
    .where('portal_id', '=', portalId)
    .where('email', '=', email)
    .executeTakeFirstOrThrow();

describe.each(['carelon-mbm', 'aim'])('the demonstration at %s', (portalId) => {
  it('A3, A8: has somebody who uses it, and somebody who awaits verification', async () => {
    const dana = await account(portalId, danaWhitfield.email);
    const tomas = await account(portalId, tomasRivera.email);
    expect([dana.username, accountStatus(dana, service.chance)]).toEqual(['dana.whitfield', 'active']);
    expect([tomas.username, accountStatus(tomas, service.chance)]).toEqual(['tomas.rivera', 'awaiting-verification']);
    expect([dana.expires_at, tomas.expires_at]).toEqual([null, expect.any(Date)]);
    expect(dana.password_hash).not.toBeNull();
  });

  it('A11: leaves a plan of their Tax ID to be added', async () => {
    const { database } = service.context;
    const { id } = await account(portalId, danaWhitfield.email);
    const plans = await database
      .selectFrom('account_health_plan')
      .select('plan_id')
      .where('account_id', '=', id)
      .execute();
    const [taxId] = await database.selectFrom('account_tax_id').select('tax_id').where('account_id', '=', id).execute();
    const known = await database
      .selectFrom('health_plan_tax_id')
      .select('plan_id')
      .where('portal_id', '=', portalId)
      .where('tax_id', '=', taxId?.tax_id ?? '')
      .execute();
    expect(plans.map(({ plan_id: plan }) => plan)).toContain('blue-cross-blue-shield-of-massachusetts');
    expect(known).toHaveLength(plans.length + 1);
  });
});

describe('the demonstration at Provider Central', () => {
  it('D4: has usernames, with which people are active', async () => {
    const renee = await account('provider-central', reneeOkonkwo.email);
    expect([renee.username, accountStatus(renee, service.chance)]).toEqual(['renee.okonkwo', 'active']);
  });
});
