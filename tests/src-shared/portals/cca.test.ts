import { describe, expect, it } from 'vitest';
import { cca } from '../../../src-shared/portals/cca.ts';

const [account, eligibility, agreement] = cca.registration.steps;
const labels = (type: string): string[] =>
  (eligibility?.fields ?? [])
    .filter((field) => field.visibleWhen === undefined || field.visibleWhen.equals === type)
    .map((field) => field.label);

describe('CCA Provider Portal', () => {
  it('C1: the form is "Step 1 of 2 - Provider Eligibility" with "Portal Registration Instructions"', () => {
    expect(cca.registration.title).toBe('Associate Your Account');
    expect(eligibility?.title).toBe('Step 1 of 2 - Provider Eligibility');
    expect(eligibility?.section?.title).toBe('Portal Registration Instructions');
    expect(eligibility?.fields.every((field) => field.required)).toBe(true);
  });

  it('C2: asks a practitioner for these, and leaves by Next', () => {
    expect(labels('practitioner')).toEqual([
      'Provider Type',
      "Practitioner's First Name",
      "Practitioner's Last Name",
      'Tax ID',
      'CCA Provider ID/Billing Number',
      'ZIP code',
    ]);
    expect(eligibility?.action).toBe('Next');
  });

  it('C3: says where the entries come from', () => {
    expect(eligibility?.section?.paragraphs.join(' ')).toContain('Explanation of Benefit (EOB) or CCA Welcome Letter');
  });

  it('C4: asks a group for its name instead, and says what a group sees', () => {
    expect(labels('group')).toEqual([
      'Provider Type',
      'Group Name',
      'Tax ID',
      'CCA Provider ID/Billing Number',
      'ZIP code',
    ]);
    expect(eligibility?.section?.paragraphs.join(' ')).toContain(
      'all information for all providers listed under the Group Tax ID',
    );
  });

  it('C5: helps with the choice by the Group Payee ID', () => {
    expect(eligibility?.fields[0]?.help).toContain('Group Payee ID');
  });

  it('C7, C8: the Provider Agreement is confirmed; Next registers, Finish links', () => {
    expect(agreement?.agreement?.title).toBe('Provider Agreement');
    expect(agreement?.action).toBe('Next');
    expect(cca.linkAccount.title).toBe('Link Account');
    expect(cca.linkAccount.steps.map((step) => step.action)).toEqual(['Next', 'Finish']);
  });

  it('C8, C10, C12: the people screens bear the portal’s labels', () => {
    expect(cca.labels).toMatchObject({
      users: 'Users',
      linkAccount: 'Link Account',
      manageLinkedAccounts: 'Manage Linked Accounts',
      manageUsers: 'Manage Users',
      inviteNewUser: 'Invite New User',
      addToList: 'Add to List',
      sendInvitation: 'Send Invitation',
      editRoleAndPermissions: 'Edit Role and Permissions',
      makeAdmin: 'Make Admin',
      revokeUser: 'Revoke User',
      providerId: 'Provider ID/Billing Number',
    });
  });

  it('C11: advises the remittance ZIP code first, then the practice one', () => {
    const help = eligibility?.fields.find((field) => field.id === 'zip')?.help ?? '';
    expect(help.indexOf('remittance')).toBeGreaterThanOrEqual(0);
    expect(help.indexOf('practice')).toBeGreaterThan(help.indexOf('remittance'));
  });

  it('the account step comes first, with a password of eight or more since a passcode follows', () => {
    expect(account?.fields.map((field) => field.id)).toEqual([
      'firstName',
      'lastName',
      'email',
      'phone',
      'password',
      'passwordAgain',
    ]);
    expect(cca.passwordPolicy.minLength).toBe(8);
    expect(cca.passcodeMethods).toEqual(['email', 'authenticator']);
  });
});
