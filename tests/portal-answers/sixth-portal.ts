import { passwordPolicyAlone } from '../../src-shared/domain/password.ts';
import type { Field, AssociatingPortal, Step } from '../../src-shared/portals/definition.ts';

const group = { field: 'providerType', equals: 'group' } as const;
const practitioner = { field: 'providerType', equals: 'practitioner' } as const;

const specialties: Field = {
  id: 'specialty',
  label: 'Specialty',
  kind: 'choice',
  required: true,
  // enough of them to be a drop-down
  options: ['Cardiology', 'Dermatology', 'Family Medicine', 'Neurology', 'Pediatrics', 'Urology'].map((label) => ({
    value: label.toLowerCase().replaceAll(' ', '-'),
    label,
  })),
};

const practice: Step = {
  id: 'practice',
  title: 'Part A: Your practice',
  section: { title: 'Before you begin', paragraphs: ['Have the letter of welcome at hand.'] },
  fields: [
    {
      id: 'providerType',
      label: 'You are',
      kind: 'choice',
      required: true,
      options: [
        { value: 'group', label: 'A practice' },
        { value: 'practitioner', label: 'A single provider' },
      ],
    },
    { id: 'groupName', label: 'Practice', kind: 'line', required: true, visibleWhen: group },
    {
      id: 'practitionerFirstName',
      label: 'Given name',
      kind: 'person-name',
      required: true,
      visibleWhen: practitioner,
    },
    {
      id: 'practitionerLastName',
      label: 'Family name',
      kind: 'person-name',
      required: true,
      visibleWhen: practitioner,
    },
    { id: 'npi', label: 'NPI', kind: 'npi', required: false },
    { id: 'taxId', label: 'TIN', kind: 'tax-id', required: true },
    { id: 'providerId', label: 'Sunrise number', kind: 'provider-id', required: true },
    { id: 'zip', label: 'ZIP', kind: 'zip', required: true, help: 'Of the address that we pay to.' },
    specialties,
  ],
  checksEligibility: true,
  action: 'Continue',
};

const person: Step = {
  id: 'person',
  title: 'Part B: You',
  fields: [
    { id: 'firstName', label: 'Your given name', kind: 'person-name', required: true },
    { id: 'lastName', label: 'Your family name', kind: 'person-name', required: true },
    { id: 'email', label: 'Work email', kind: 'email', required: true },
    { id: 'phone', label: 'Work phone', kind: 'phone', required: true },
    { id: 'password', label: 'Passphrase', kind: 'new-password', required: true, secret: true },
    { id: 'passwordAgain', label: 'Passphrase once more', kind: 'password-again', required: true, secret: true },
  ],
  action: 'Continue',
};

const terms = (action: string): Step => ({
  id: 'terms',
  title: 'Part C: Terms of use',
  fields: [{ id: 'terms', label: 'I accept the terms of use', kind: 'agreement', required: true }],
  agreement: { id: 'terms', title: 'Terms of use', revision: '1', paragraphs: ['You look at what your work needs.'] },
  action,
});

/** A portal that no payer has: in nothing but its data does it differ from those of the catalogue. */
export const sixthPortal: AssociatingPortal = {
  id: 'sunrise',
  name: 'Sunrise Provider Desk',
  payer: 'Sunrise Health (made up)',
  brand: { color: '#8a5a00', monogram: 'SUN' },
  links: [{ label: 'Provider Desk', url: 'https://sunrise.example.com/' }],
  support: [{ name: 'Sunrise Service', phone: '8005550199', purpose: 'Questions' }],
  passwordPolicy: passwordPolicyAlone,
  passcodeMethods: ['authenticator', 'email'],
  signInWith: 'email',
  registration: { title: 'Open a desk', steps: [practice, person, terms('Open it')] },
  association: {
    foundBy: 'providerId',
    keys: ['taxId', 'providerId'],
    providerType: 'providerType',
    compared: [
      { field: 'practitionerFirstName', with: 'first-name' },
      { field: 'practitionerLastName', with: 'last-name' },
      { field: 'groupName', with: 'name' },
      { field: 'taxId', with: 'tax-id' },
      { field: 'providerId', with: 'provider-id' },
      { field: 'zip', with: 'postal-address' },
    ],
  },
  linkAccount: { title: 'Add a Sunrise number', steps: [practice, terms('Add it')] },
  permissions: ['eligibility', 'claims-status', 'manage-users'],
  defaultPermissions: ['eligibility'],
  labels: {
    users: 'Colleagues',
    manageUsers: 'Colleagues of this practice',
    linkAccount: 'Add a number',
    manageLinkedAccounts: 'My numbers',
    inviteNewUser: 'Invite a colleague',
    addToList: 'Note down',
    sendInvitation: 'Invite',
    editRoleAndPermissions: 'Change rights',
    makeAdmin: 'Make responsible',
    revokeUser: 'Take out',
    restoreUser: 'Take in again',
    providerId: 'Sunrise number',
  },
};
