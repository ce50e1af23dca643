import type { BillingAgencies, OrganizationDetails } from './definition.ts';

/** Provider Central's Organization details (D9). */
export const organizationDetails: OrganizationDetails = {
  title: 'Organization details',
  viewEdit: 'View/edit details',
  introduction: 'Below you can manage the users and billing agencies for this organization.',
  explanations: [
    { term: 'Status', text: 'learn the status of users and billing agencies and whether any action is required.' },
    {
      term: 'Actions',
      text: 'use Actions to edit user access to the site or to approve their request to become a user for this organization. For billing agencies use actions to manage their access.',
    },
  ],
  back: 'Back to My organizations',
  organizationName: 'Organization name',
  default: 'Default',
  nickname: 'Nickname',
  editNickname: 'Create or edit nickname',
  npi: 'NPI',
  manageUsers: 'Manage users',
};

/** Provider Central's billing agencies (D10). The sentence about those that are not listed is [ours]. */
export const billingAgencies: BillingAgencies = {
  manage: 'Manage billing agencies',
  add: 'Add billing agency',
  select: 'Select',
  name: 'Billing agency name',
  status: 'Provider Central status',
  actions: 'Actions',
  activeAsOf: 'Active as of',
  deny: 'Deny access',
  notListed:
    'An agency that is not listed has to register first: it clicks Register on the home page and follows the prompts. Ask it to tell you when it has created a username and password, and then search again.',
};
