/** What the next round has to look at. Commands that wait are sent in every round. */
export interface Plan {
  /** Ask again which linked accounts there are. */
  readonly linkedAccounts: boolean;
  readonly organizations: 'all' | ReadonlySet<string>;
}

export const everything: Plan = { linkedAccounts: true, organizations: 'all' };
export const commandsOnly: Plan = { linkedAccounts: false, organizations: new Set() };
export const onlyOrganization = (organizationId: string): Plan => ({
  linkedAccounts: false,
  organizations: new Set([organizationId]),
});

export const both = (one: Plan, other: Plan): Plan => ({
  linkedAccounts: one.linkedAccounts || other.linkedAccounts,
  organizations:
    one.organizations === 'all' || other.organizations === 'all'
      ? 'all'
      : new Set([...one.organizations, ...other.organizations]),
});

export const includes = (plan: Plan, organizationId: string): boolean =>
  plan.organizations === 'all' || plan.organizations.has(organizationId);
