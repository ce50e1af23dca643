import { describe, expect, it } from 'vitest';
import {
  accessOf,
  mayAct,
  permissionSetSchema,
  permissions,
  type Access,
  type PeopleAction,
} from '../../../src-shared/domain/permissions.ts';

const administrator: Access = { role: 'administrator', permissions };
const keeper: Access = { role: 'user', permissions: ['eligibility', 'manage-users'] };
const plain: Access = { role: 'user', permissions: ['eligibility'] };
const actions: readonly PeopleAction[] = [
  'view',
  'invite',
  'decide-request',
  'revoke',
  'restore',
  'edit-access',
  'make-administrator',
];

describe('what a person may do', () => {
  it.each(actions)('%s: administrators may, whoever it is about', (action) => {
    expect(mayAct(administrator, action, administrator, administrator)).toBe(true);
  });
  it.each(actions)('%s: a user without "Manage users" may not', (action) => {
    expect(mayAct(plain, action, plain, plain)).toBe(false);
  });
  it.each(actions)('%s: a holder of "Manage users" may, short of making administrators', (action) => {
    expect(mayAct(keeper, action, plain, plain)).toBe(action !== 'make-administrator');
  });
  it('a holder of "Manage users" touches no administrator, makes none, and does not hand the permission on', () => {
    expect(mayAct(keeper, 'revoke', administrator)).toBe(false);
    expect(mayAct(keeper, 'edit-access', plain, administrator)).toBe(false);
    expect(mayAct(keeper, 'invite', undefined, keeper)).toBe(false);
  });
});

describe('permission sets', () => {
  it('keep the order of the catalogue and drop repeats', () => {
    expect(permissionSetSchema.parse(['remittances', 'eligibility', 'eligibility'])).toEqual([
      'eligibility',
      'remittances',
    ]);
  });
  it('refuse what the catalogue does not have', () => {
    expect(permissionSetSchema.safeParse(['everything']).error?.issues[0]?.message).toBe('not_an_option');
  });
  it('give an administrator all that the portal offers', () => {
    expect(accessOf('administrator', [], ['eligibility', 'claims-status']).permissions).toEqual([
      'eligibility',
      'claims-status',
    ]);
    expect(accessOf('user', ['remittances', 'eligibility'], ['eligibility', 'claims-status']).permissions).toEqual([
      'eligibility',
    ]);
  });
});
