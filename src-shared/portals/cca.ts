import { passwordPolicyWithMfa } from '../domain/password.ts';
import type { Agreement, Association, Field, AssociatingPortal, Step } from './definition.ts';
import { passwordFields } from './password-fields.ts';
import { peopleLabels } from './people-labels.ts';

const providerAgreement: Agreement = {
  id: 'provider-agreement',
  title: 'Provider Agreement',
  revision: '2026-01',
  paragraphs: [
    'You confirm that you are authorized to act for the provider whose information you entered, and that the information is true.',
    'Member information that you see here is protected health information. You look at no more of it than your work needs, keep your sign-in to yourself, and report a lost device or a suspected misuse at once.',
    'An administrator of the Provider ID decides who may use the portal for it, reviews that list regularly, and removes people on the day on which they leave.',
    'Commonwealth Care Alliance may end access that is misused.',
  ],
};

const providerType: Field = {
  id: 'providerType',
  label: 'Provider Type',
  kind: 'choice',
  required: true,
  options: [
    { value: 'practitioner', label: 'Practitioner' },
    { value: 'group', label: 'Group' },
  ],
  help: 'Not sure which? Look at your CCA Welcome Letter. If it shows a Group Payee ID, choose Group. If it shows that you registered as an individual, choose Practitioner.',
};

const practitioner = { field: 'providerType', equals: 'practitioner' } as const;
const group = { field: 'providerType', equals: 'group' } as const;

/** C2-C5 and C11: what must match the Explanation of Benefit (EOB) or the CCA Welcome Letter. */
const eligibilityFields: readonly Field[] = [
  providerType,
  {
    id: 'practitionerFirstName',
    label: "Practitioner's First Name",
    kind: 'person-name',
    required: true,
    visibleWhen: practitioner,
  },
  {
    id: 'practitionerLastName',
    label: "Practitioner's Last Name",
    kind: 'person-name',
    required: true,
    visibleWhen: practitioner,
  },
  { id: 'groupName', label: 'Group Name', kind: 'line', required: true, visibleWhen: group },
  {
    id: 'taxId',
    label: 'Tax ID',
    kind: 'tax-id',
    required: true,
    hint: 'Nine digits, as on your Explanation of Benefit (EOB)',
  },
  { id: 'providerId', label: 'CCA Provider ID/Billing Number', kind: 'provider-id', required: true },
  {
    id: 'zip',
    label: 'ZIP code',
    kind: 'zip',
    required: true,
    help: 'Usually the ZIP code of the remittance address. If that does not match, try the practice address. A practitioner with several addresses may use any ZIP code that is listed.',
  },
];

/** C2-C4: Tax ID and Provider ID are on the provider's letters alone; names and ZIP code are told apart after them. */
const association: Association = {
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
};

const eligibility: Step = {
  id: 'eligibility',
  title: 'Step 1 of 2 - Provider Eligibility',
  section: {
    title: 'Portal Registration Instructions',
    paragraphs: [
      'Enter what your Explanation of Benefit (EOB) or CCA Welcome Letter shows; it has to match.',
      'Practitioner: for a single provider. Group: you will see all information for all providers listed under the Group Tax ID.',
    ],
  },
  fields: eligibilityFields,
  checksEligibility: true,
  action: 'Next',
};

const agreementStep = (action: string): Step => ({
  id: 'agreement',
  title: 'Step 2 of 2 - Provider Agreement',
  fields: [{ id: 'providerAgreement', label: 'I confirm the Provider Agreement', kind: 'agreement', required: true }],
  agreement: providerAgreement,
  action,
});

const accountStep: Step = {
  id: 'account',
  title: 'Set up your account',
  fields: [
    { id: 'firstName', label: 'First Name', kind: 'person-name', required: true },
    { id: 'lastName', label: 'Last Name', kind: 'person-name', required: true },
    {
      id: 'email',
      label: 'Email',
      kind: 'email',
      required: true,
      hint: 'Your own business address. We send a link to confirm it.',
    },
    { id: 'phone', label: 'Phone', kind: 'phone', required: false },
    ...passwordFields,
  ],
  action: 'Next',
};

/** Commonwealth Care Alliance Provider Portal: docs/portals.md C1-C13. */
export const cca: AssociatingPortal = {
  id: 'cca',
  name: 'CCA Provider Portal',
  payer: 'Commonwealth Care Alliance',
  brand: { color: '#7a3b8f', monogram: 'CCA' },
  links: [{ label: 'Provider Portal', url: 'https://www.commonwealthcarealliance.org/ma/providers/' }],
  support: [],
  passwordPolicy: passwordPolicyWithMfa,
  passcodeMethods: ['email', 'authenticator'],
  signInWith: 'email',
  registration: { title: 'Associate Your Account', steps: [accountStep, eligibility, agreementStep('Next')] },
  association,
  linkAccount: { title: 'Link Account', steps: [eligibility, agreementStep('Finish')] },
  permissions: ['eligibility', 'claims-status', 'authorizations', 'remittances', 'manage-users'],
  defaultPermissions: ['eligibility', 'claims-status'],
  labels: { ...peopleLabels, providerId: 'Provider ID/Billing Number' },
};
