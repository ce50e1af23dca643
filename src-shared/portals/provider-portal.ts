import { passwordPolicyWithMfa } from '../domain/password.ts';
import type {
  Agreement,
  Field,
  HealthPlans,
  Notice,
  Option,
  OrderSearch,
  PortalDefinition,
  Step,
  SupportLine,
} from './definition.ts';
import { passwordFields } from './password-fields.ts';
import { peopleLabels } from './people-labels.ts';

/** What tells one ProviderPortal from another (A, B): they share the procedure. */
export interface ProviderPortalBrand {
  readonly id: string;
  readonly name: string;
  readonly payer: string;
  readonly brand: PortalDefinition['brand'];
  /** Whom the portal names for help (A1). */
  readonly support: Pick<SupportLine, 'name'>;
  readonly orderSearch: OrderSearch;
  readonly notices?: readonly Notice[];
  /** Email codes and the authenticator app where it is not given (E1). */
  readonly passcodeMethods?: PortalDefinition['passcodeMethods'];
  readonly migration?: PortalDefinition['migration'];
}

const userDetails: Step = {
  id: 'user-details',
  title: 'Section 1 - User Details',
  fields: [
    { id: 'firstName', label: 'First Name', kind: 'person-name', required: true },
    { id: 'lastName', label: 'Last Name', kind: 'person-name', required: true },
    {
      id: 'userRole',
      label: 'User Role',
      kind: 'choice',
      required: true,
      options: [
        { value: 'ordering-provider', label: 'Ordering Provider' },
        { value: 'servicing-provider', label: 'Servicing Provider' },
        { value: 'office-staff', label: 'Office Staff' },
        { value: 'billing-staff', label: 'Billing Staff' },
        { value: 'other', label: 'Other' },
      ],
    },
    { id: 'organizationName', label: 'Organization name', kind: 'line', required: true },
    { id: 'street', label: 'Organization address', kind: 'line', required: true },
    { id: 'city', label: 'City', kind: 'line', required: true },
    { id: 'state', label: 'State', kind: 'state', required: true },
    { id: 'zip', label: 'ZIP code', kind: 'zip', required: true },
    {
      id: 'email',
      label: 'Email address',
      kind: 'email',
      required: true,
      hint: 'Required for validation: an access key is sent there.',
    },
    { id: 'phone', label: 'Phone', kind: 'phone', required: true },
    { id: 'fax', label: 'Fax', kind: 'fax', required: true },
  ],
  action: 'Next',
};

/** The wording of the questions is [ours]. */
const questions: readonly Option[] = [
  { value: 'first-street', label: 'What was the name of the first street that you lived in?' },
  { value: 'first-job', label: 'In what town was your first job?' },
  { value: 'childhood-friend', label: 'What was the first name of your best childhood friend?' },
  { value: 'first-school', label: 'What was the name of your first school?' },
  { value: 'first-car', label: 'What was the make of your first car?' },
  { value: 'favorite-teacher', label: 'What was the last name of your favorite teacher?' },
];

const securityFields: readonly Field[] = [1, 2, 3].flatMap((place): Field[] => {
  const others = [1, 2, 3].filter((other) => other !== place).map(String);
  return [
    {
      id: `securityQuestion${String(place)}`,
      label: `Security Question ${String(place)}`,
      kind: 'choice',
      required: true,
      secret: true,
      options: questions,
      differsFrom: others.map((other) => `securityQuestion${other}`),
    },
    {
      id: `securityAnswer${String(place)}`,
      label: `Answer ${String(place)}`,
      kind: 'security-answer',
      required: true,
      secret: true,
      differsFrom: others.map((other) => `securityAnswer${other}`),
    },
  ];
});

const loginInformation: Step = {
  id: 'login-information',
  title: 'Section 2 - Login Information',
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
    ...securityFields,
  ],
  action: 'Next',
};

const program = { field: 'application', equals: 'health-plan-utilization-review' } as const;
const byTaxId = { field: 'providerIdentifier', equals: 'tax-id' } as const;

/** A4, A5 */
const planFields: readonly Field[] = [
  {
    id: 'providerIdentifier',
    label: 'Provider Identifier',
    kind: 'choice',
    required: true,
    options: [{ value: 'tax-id', label: 'Tax ID (TIN)' }],
    help: 'Enter the Tax ID (TIN) to locate the associated health plan(s) for your account',
    visibleWhen: program,
  },
  { id: 'taxIds', label: 'Tax ID (TIN)', kind: 'tax-ids', required: true, visibleWhen: byTaxId },
  {
    id: 'healthPlans',
    label: 'Health plans',
    kind: 'health-plans',
    required: false,
    plansOf: 'taxIds',
    visibleWhen: byTaxId,
  },
];

const applicationSelection: Step = {
  id: 'application-selection',
  title: 'Section 3 - Application Selection',
  fields: [
    {
      id: 'application',
      label: 'Application',
      kind: 'choice',
      required: true,
      options: [{ value: 'health-plan-utilization-review', label: 'Health Plan Utilization Review Program' }],
    },
    ...planFields,
  ],
  action: 'Next',
};

const termsOfService = (payer: string): Agreement => ({
  id: 'terms-of-service',
  title: 'Terms of Service',
  revision: '2026-01',
  paragraphs: [
    'You register for yourself, with your own email address, and do not hand your username, password or passcodes to anybody.',
    'You enter requests only for providers whose Tax IDs you may act for, and what you enter is true to the best of your knowledge.',
    'Member information that you see here is protected health information. You look at no more of it than your work needs, and report a lost device or a suspected misuse at once.',
    `${payer} may end access that is misused or has not been used for a long time.`,
  ],
});

const termsStep = (payer: string): Step => ({
  id: 'terms',
  title: 'Section 4 – Terms of Service',
  fields: [{ id: 'terms', label: 'I Agree to the Terms of Service', kind: 'agreement', required: true }],
  agreement: termsOfService(payer),
  action: 'Next',
});

/** A11 */
const healthPlans: HealthPlans = {
  disclaimer: {
    id: 'hipaa-disclaimer',
    title: 'HIPAA Disclaimer',
    revision: '2026-01',
    paragraphs: [
      'What this portal shows is protected health information under the Health Insurance Portability and Accountability Act (HIPAA).',
      'By going on you confirm that you need it for treatment, payment or health care operations, and that nobody else can see your screen.',
      'What you look at is recorded.',
    ],
  },
  agree: 'Agree',
  profile: 'Manage Your User Profile',
  heading: 'Health Plan Utilization Review Programs',
  addNew: 'Add New Health Plan',
  next: 'Next',
  expected: 'Blue Cross Blue Shield of Massachusetts',
};

/** A ProviderPortal: docs/portals.md A1-A11. */
export const providerPortal = ({
  id,
  name,
  payer,
  brand,
  support,
  orderSearch,
  notices,
  passcodeMethods = ['email', 'authenticator'],
  migration,
}: ProviderPortalBrand): PortalDefinition => ({
  id,
  name,
  payer,
  brand,
  links: [{ label: 'providerportal.com', url: 'https://www.providerportal.com/' }],
  support: [{ ...support, phone: '1-800-252-2021', purpose: 'for any issues with registration or with a health plan' }],
  passwordPolicy: passwordPolicyWithMfa,
  passcodeMethods,
  ...(migration !== undefined && { migration }),
  signInWith: 'username',
  registration: {
    title: 'Register',
    steps: [userDetails, loginInformation, applicationSelection, termsStep(payer)],
    review: {
      title: 'Review your registration',
      edit: 'Edit',
      print: 'Print the form',
      showAnswer: 'Show Answer',
      submit: 'Submit Registration',
    },
  },
  verifiesAccounts: true,
  unusedSignInDays: 60,
  emailWithinMinutes: 30,
  healthPlans,
  orderSearch,
  ...(notices !== undefined && { notices }),
  permissions: [],
  defaultPermissions: [],
  labels: { ...peopleLabels, providerId: 'Tax ID (TIN)' },
});
