import { passwordPolicyWithMfa } from '../domain/password.ts';
import type { Agreement, Association, Field, AssociatingPortal, Step } from './definition.ts';
import { passwordFields } from './password-fields.ts';
import { peopleLabels } from './people-labels.ts';

const termsOfUse: Agreement = {
  id: 'terms',
  title: 'Terms',
  revision: '2026-01',
  paragraphs: [
    'You register for yourself. Each person in your office who uses the portal has an account of their own, and accounts are not shared.',
    'You confirm that you work for the organization that you select, and that what you enter is true.',
    'Member information that you see here is protected health information. You look at no more of it than your work needs, and report a lost device or a suspected misuse at once.',
    'Carelon Medical Benefits Management may end access that is misused.',
  ],
};

const termsStep = (action: string): Step => ({
  id: 'terms',
  title: 'Agree to Terms',
  section: {
    title: 'Before you begin',
    paragraphs: [
      'Everybody in your office who uses the portal registers an account of their own; accounts are not shared.',
      'Have at hand: your organization’s 10-digit NPI and its Tax ID, your own business email address, and your business phone and fax numbers.',
    ],
  },
  fields: [{ id: 'terms', label: 'Accept', kind: 'agreement', required: true }],
  agreement: termsOfUse,
  action,
});

/** E4: who is looked for in the directory. The portal serves these kinds of providers. */
const providerFields: readonly Field[] = [
  {
    id: 'providerType',
    label: 'Provider Type',
    kind: 'choice',
    required: true,
    options: [
      { value: 'home-health', label: 'Home Health' },
      { value: 'dmepos', label: 'DMEPOS' },
      { value: 'pac-im', label: 'PAC-IM' },
      { value: 'sdoh', label: 'SDoH' },
      { value: 'wound-care', label: 'Wound Care' },
    ],
  },
  {
    id: 'providerNpi',
    label: 'Provider NPI',
    kind: 'npi',
    required: true,
    hint: 'Your organization’s 10-digit NPI. Providers that match are shown below as you type.',
  },
  {
    id: 'organization',
    label: 'Organization',
    kind: 'organization',
    required: true,
    matchesOf: 'providerNpi',
    hint: 'If you cannot find your organization, call Carelon at 1-844-411-9622, option 4.',
  },
  { id: 'taxId', label: 'Tax ID', kind: 'tax-id', required: true, hint: 'Nine digits' },
];

/** E4: NPI and organization are public; the Tax ID is what somebody of the provider knows. [ours] */
const association: Association = {
  foundBy: 'organization',
  keys: ['taxId'],
  compared: [
    { field: 'providerType', with: 'service' },
    { field: 'providerNpi', with: 'npi' },
    { field: 'organization', with: 'provider-id' },
    { field: 'taxId', with: 'tax-id' },
  ],
};

const providerStep: Step = {
  id: 'provider',
  title: 'Select your organization',
  fields: providerFields,
  checksEligibility: true,
  action: 'Continue',
};

const accountStep: Step = {
  id: 'account',
  title: 'Your account',
  fields: [
    { id: 'firstName', label: 'First Name', kind: 'person-name', required: true },
    { id: 'lastName', label: 'Last Name', kind: 'person-name', required: true },
    {
      id: 'email',
      label: 'Business email address',
      kind: 'email',
      required: true,
      hint: 'Your own, not one that several people share. No duplicates allowed. We send a link to confirm it.',
    },
    { id: 'phone', label: 'Business phone number', kind: 'phone', required: true },
    { id: 'fax', label: 'Business fax number', kind: 'fax', required: true },
    ...passwordFields,
  ],
  action: 'Submit',
};

/** Carelon's portal for Home Health, DMEPOS, PAC-IM, SDoH and Wound Care: docs/portals.md E1, E3, E4. */
export const carelonPostAcute: AssociatingPortal = {
  id: 'carelon-post-acute',
  name: 'Carelon Post-Acute Provider Portal',
  payer: 'Carelon Medical Benefits Management',
  brand: { color: '#0b5c7d', monogram: 'PAC' },
  links: [],
  support: [{ name: 'Carelon', phone: '1-844-411-9622', option: '4', purpose: 'if you cannot find your organization' }],
  passwordPolicy: passwordPolicyWithMfa,
  passcodeMethods: ['email', 'authenticator'],
  signInWith: 'email',
  registration: { title: 'Register', steps: [termsStep('Begin'), providerStep, accountStep] },
  association,
  linkAccount: { title: 'Link Account', steps: [providerStep, termsStep('Submit')] },
  permissions: ['authorizations', 'manage-users'],
  defaultPermissions: ['authorizations'],
  labels: { ...peopleLabels, providerId: 'Provider NPI' },
};
