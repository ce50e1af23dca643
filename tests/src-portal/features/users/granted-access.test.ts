import { expect, it } from 'vitest';
import { cca } from '../../../../src-shared/portals/cca.ts';
import { grantedAccess } from '../../../../src-portal/features/users/granted-access.ts';

const portal = { ...cca, permissions: ['eligibility', 'remittances'] as const };

it('takes what the portal offers', () => {
  expect(grantedAccess(portal, { role: 'user', permissions: ['remittances'] })).toEqual({
    ok: true,
    value: { role: 'user', permissions: ['remittances'] },
  });
});

it('gives an administrator all that the portal offers', () => {
  expect(grantedAccess(portal, { role: 'administrator', permissions: [] })).toEqual({
    ok: true,
    value: { role: 'administrator', permissions: ['eligibility', 'remittances'] },
  });
});

it('names each permission that the portal does not offer, also for an administrator', () => {
  for (const role of ['user', 'administrator'] as const) {
    expect(grantedAccess(portal, { role, permissions: ['eligibility', 'claims-status', 'manage-users'] })).toEqual({
      ok: false,
      error: {
        code: 'invalid_input',
        fields: [
          { path: 'permissions.1', code: 'not_an_option' },
          { path: 'permissions.2', code: 'not_an_option' },
        ],
      },
    });
  }
});
