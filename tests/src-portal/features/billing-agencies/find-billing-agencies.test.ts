import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostAgenciesFound } from '../../../../src-shared/portal-api/billing-agencies.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { findBillingAgencies } from '../../../../src-portal/features/billing-agencies/find-billing-agencies.ts';
import { createAgencies, type Agencies } from '../agencies-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
let agencies: Agencies;
beforeAll(async () => {
  opened = await openTestDatabase();
  agencies = await createAgencies(opened);
  for (const name of ['Zephyr Billing', 'Äcme Médical-Billing', 'acme claims', 'Quiet 100% Accounts']) {
    await agencies.listAgency(name);
  }
  await agencies.listAgency('Unregistered Acme', { isRegistered: false });
  await agencies.listAgency('Acme of CCA', { portalId: 'cca' });
});
afterAll(() => opened.close());

const found = async (search: string, portalId = 'provider-central') => {
  const { caller } = await agencies.addMember();
  const answer = await findBillingAgencies(agencies.context, {
    params: { portalId },
    query: { search },
    body: {},
    caller,
    address: '::1',
  });
  return answer.ok ? answer.value.agencies : answer.error.code;
};
const names = async (search: string) => {
  const answer = await found(search);
  return typeof answer === 'string' ? answer : answer.map(({ name }) => name);
};

describe('D10: the search for a billing agency', () => {
  it('finds a part of the name without regard to case, accents, spaces and punctuation, by name', async () => {
    expect(await names('ACME')).toEqual(['acme claims', 'Äcme Médical-Billing', 'Unregistered Acme']);
    expect(await names('medical billing')).toEqual(['Äcme Médical-Billing']);
    expect(await names('nobody')).toEqual([]);
  });

  it('takes no character for a wildcard, and wants two letters or digits', async () => {
    expect(await names('%%')).toEqual([]);
    expect(await names('__')).toEqual([]);
    expect(await names('a %')).toEqual([]);
    expect(await names('100%')).toEqual(['Quiet 100% Accounts']);
  });

  it('says where an agency is and whether it has registered, and nothing else', async () => {
    const answer = await found('unregistered');
    expect(answer).toEqual([
      {
        id: expect.any(String) as string,
        name: 'Unregistered Acme',
        city: 'Worcester',
        state: 'MA',
        isRegistered: false,
      },
    ]);
  });

  it('shows the first twenty', async () => {
    for (let count = 0; count < mostAgenciesFound + 3; count += 1) {
      await agencies.listAgency(`Many ${String(count).padStart(2, '0')}`);
    }
    const many = await names('many');
    expect(many).toHaveLength(mostAgenciesFound);
    expect(many[0]).toBe('Many 00');
  });

  it('is of portals that have billing agencies', async () => {
    expect(await found('acme', 'cca')).toBe('not_found');
  });
});
