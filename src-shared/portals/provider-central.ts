import { passwordPolicyWithMfa } from '../domain/password.ts';
import type { Agreement, Association, Field, AssociatingPortal, Proofs, Step } from './definition.ts';
import { passwordFields } from './password-fields.ts';
import { billingAgencies, organizationDetails } from './provider-central-organization.ts';
import { peopleLabels } from './people-labels.ts';

const profileStep: Step = {
  id: 'profile',
  title: 'Create your personal profile',
  section: {
    title: 'Before you begin',
    paragraphs: [
      'Registration has two steps: you create a personal profile, and then you add an organization, such as the office or hospital that you work for.',
      'If you have a Provider Central login already, do not create a new one for a different organization. Sign in and go to My Organizations > Add an organization.',
      'If you work for a billing agency, ask your provider organization to add your agency to their account once you have a username and password.',
    ],
  },
  fields: [
    {
      id: 'providerNumber',
      label: 'NPI or Blue Cross provider number',
      kind: 'npi-or-provider-id',
      required: true,
      hint: 'Billing agencies: that of a provider that you work for.',
    },
    {
      id: 'role',
      label: 'Role',
      kind: 'choice',
      required: true,
      options: [
        { value: 'provider', label: 'Provider' },
        { value: 'office-staff', label: 'Office Staff or Other Service Provider' },
        { value: 'billing-agency', label: 'Billing Agency' },
      ],
    },
    {
      id: 'agencyName',
      label: 'Billing agency name',
      kind: 'line',
      required: true,
      visibleWhen: { field: 'role', equals: 'billing-agency' },
    },
  ],
  action: 'Next',
};

/** D4: the wording is [ours], and long enough to be scrolled. */
const termsOfUse: Agreement = {
  id: 'terms-of-use',
  title: 'Terms of Use and Electronic Communication Agreement',
  revision: '2026-01',
  acceptedAtItsEnd: true,
  paragraphs: [
    'Terms of Use. Provider Central is for providers who are contracted with Blue Cross Blue Shield of Massachusetts, for their staff, and for billing agencies that work for them. You use it for that work alone.',
    'You register for yourself. Your username, your password and the passcodes that you are sent are yours; nobody else may use them, and you use nobody else’s.',
    'You confirm that the NPI or Blue Cross provider number that you enter belongs to the provider that you work for, and that you may act for this provider.',
    'Member information that you see here is protected health information. You look at no more of it than your work needs, and neither copy nor hand on what nobody has asked you for.',
    'Account administrators decide who may act for their organization. They look through the list of users and billing agencies regularly, and deny access to those who have left.',
    'You report a lost device, a message that asks for your password, or any other suspected misuse at once.',
    'What is done here is recorded with the time and the account. Access that is misused may be ended without notice.',
    'Electronic Communication Agreement. Contractual notifications and other important updates are sent to the email address of your profile, and are received once they have reached its mailbox.',
    'You keep that address current and read it regularly. An address that belongs to several people is not suitable.',
    'You may end this agreement by having your profile removed; what has been sent until then stays valid.',
    'This is the end of the terms.',
  ],
};

const termsStep: Step = {
  id: 'terms',
  title: 'Terms of Use',
  fields: [{ id: 'terms', label: 'I Agree', kind: 'agreement', required: true }],
  agreement: termsOfUse,
  action: 'I Agree',
};

const accountStep: Step = {
  id: 'account',
  title: 'Username, password and contact information',
  fields: [
    {
      id: 'username',
      label: 'Username',
      kind: 'username',
      required: true,
      secret: true,
      hint: 'At least 6 letters and digits.',
    },
    ...passwordFields,
    { id: 'firstName', label: 'First Name', kind: 'person-name', required: true },
    { id: 'lastName', label: 'Last Name', kind: 'person-name', required: true },
    {
      id: 'email',
      label: 'Email address',
      kind: 'email',
      required: true,
      hint: 'Contractual notifications go there: be sure to enter an address that you check regularly.',
    },
    { id: 'phone', label: 'Phone', kind: 'phone', required: true },
  ],
  action: 'Register',
};

/** D5 */
const organizationStep: Step = {
  id: 'organization',
  title: 'Add an organization',
  fields: [
    {
      id: 'organizationNumber',
      label: 'NPI or Blue Cross provider number',
      kind: 'npi-or-provider-id',
      required: true,
      hint: 'The organization’s',
    },
    {
      id: 'taxId',
      label: 'Tax ID or Social Security number',
      kind: 'tax-id',
      required: true,
      hint: 'The organization’s: nine digits',
    },
  ],
  checksEligibility: true,
  action: 'Next',
};

const association: Association = {
  foundBy: 'organizationNumber',
  keys: ['taxId', 'organizationNumber'],
  compared: [
    { field: 'organizationNumber', with: 'npi-or-provider-id' },
    { field: 'taxId', with: 'tax-id' },
  ],
};

const routeStep: Step = {
  id: 'route',
  title: 'Select an option',
  fields: [
    {
      id: 'associationRoute',
      label: 'How do you want to complete the association?',
      kind: 'association-route',
      required: true,
      options: [
        {
          value: 'administrator',
          label: 'Request access from an account administrator',
          hint: 'Only if another user is currently associated with the organization. If your administrators no longer work for your practice, please do not continue until you have spoken with EDI support, 1-800-771-4097 option 2.',
        },
        {
          value: 'claims',
          label: 'Request same-day access',
          hint: 'If you are the first Provider Central user at your organization and have access to claim information.',
        },
        {
          value: 'mailed-pin',
          label: 'Request a PIN by U.S. mail',
          hint: 'If you are the first user at your office or organization and do not have access to claim information.',
        },
      ],
    },
  ],
  action: 'Next',
};

const requestAccessStep: Step = {
  id: 'request-access',
  title: 'Request Access',
  section: {
    title: 'Your account administrators',
    paragraphs: ['Your request goes to them. You will receive an email once it has been reviewed.'],
  },
  visibleWhen: { field: 'associationRoute', equals: 'administrator' },
  showsAdministrators: true,
  fields: [],
  action: 'Continue',
};

const claimFields = (claim: 1 | 2): Field[] => {
  const id = (fact: string) => `claim${String(claim)}${fact}`;
  const label = (fact: string) => `Claim ${String(claim)}: ${fact}`;
  return [
    { id: id('AdvisoryDate'), label: label('Advisory date'), kind: 'date', required: true },
    { id: id('ClaimNumber'), label: label('Claim number'), kind: 'line', required: true },
    { id: id('PatientLastName'), label: label('Patient last name'), kind: 'person-name', required: true },
    { id: id('FirstDateOfService'), label: label('First date of service'), kind: 'date', required: true },
    { id: id('CheckNumber'), label: label('Check number (or EFT number)'), kind: 'line', required: true },
    {
      id: id('PatientAccountNumber'),
      label: label('Patient account number (if applicable)'),
      kind: 'line',
      required: false,
    },
  ];
};

/** D7 */
const claimsStep: Step = {
  id: 'claims',
  title: 'Request same-day access',
  section: {
    title: 'Two claims',
    paragraphs: [
      'Answer these questions about two claims that appear on advisories dated more than 30 days ago. Have your advisories ready.',
      'You are not told which answer is wrong, and have a limited number of tries.',
    ],
  },
  visibleWhen: { field: 'associationRoute', equals: 'claims' },
  fields: [...claimFields(1), ...claimFields(2)],
  action: 'Submit',
};

/** D8 */
const mailedPinStep: Step = {
  id: 'mailed-pin',
  title: 'Request a PIN by U.S. mail',
  section: {
    title: 'How you get your PIN',
    paragraphs: [
      'The PIN comes by U.S. mail, within 10 days, to the address that we have for the organization. Once you have it, sign in and choose Enter PIN.',
      'To get it sooner, call EDI support at 1-800-771-4097, option 2, or email your NPI and the last four digits of your tax ID to ProviderCentral@bcbsma.com.',
    ],
  },
  visibleWhen: { field: 'associationRoute', equals: 'mailed-pin' },
  fields: [],
  action: 'Request PIN',
};

const proofs: Proofs = {
  field: 'associationRoute',
  claims: { count: 2, olderThanDays: 30, tries: 3 },
  mailedPin: { withinDays: 10, expiresAfterDays: 60, enterPin: 'Enter PIN', tries: 5 },
};

/** Blue Cross Blue Shield of Massachusetts: docs/portals.md D1-D10. */
export const providerCentral: AssociatingPortal = {
  id: 'provider-central',
  name: 'Provider Central',
  payer: 'Blue Cross Blue Shield of Massachusetts',
  brand: { color: '#0057a8', monogram: 'PC' },
  links: [{ label: 'Provider Central', url: 'https://www.bluecrossma.com/provider' }],
  support: [
    {
      name: 'EDI support',
      phone: '1-800-771-4097',
      option: '2',
      purpose: 'if your administrators have left, or to get a PIN sooner',
    },
  ],
  passwordPolicy: passwordPolicyWithMfa,
  passcodeMethods: ['email', 'authenticator'],
  signInWith: 'username',
  registration: { title: 'Register', steps: [profileStep, termsStep, accountStep] },
  association,
  linkAccount: {
    title: 'Add an organization',
    steps: [organizationStep, routeStep, requestAccessStep, claimsStep, mailedPinStep],
  },
  proofs,
  waits: [
    { id: 'approvals', minutes: 15, label: 'Approving new users' },
    { id: 'transactions', minutes: 15, label: 'Real-time transactions in ConnectCenter' },
    { id: 'claims', minutes: 24 * 60, label: 'Submitting claims with ConnectCenter' },
  ],
  organizationDetails,
  billingAgencies,
  permissions: ['eligibility', 'claims-status', 'authorizations', 'remittances', 'manage-users'],
  defaultPermissions: ['eligibility', 'claims-status'],
  labels: {
    ...peopleLabels,
    manageUsers: 'Manage users',
    linkAccount: 'Add an organization',
    manageLinkedAccounts: 'My Organizations',
    providerId: 'Provider number',
  },
};
