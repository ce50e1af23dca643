import { associates, type PortalDefinition } from '../../../src-shared/portals/definition.ts';

/** What somebody does, or waits for, between their registration and their first work at the portal (A8, C6, D1). */
export function nextSteps(portal: PortalDefinition, { hasAdministrator }: { hasAdministrator: boolean }): string[] {
  const signInName = portal.signInWith === 'username' ? 'username' : 'email';
  const named = portal.registration.steps.some((step) => step.checksEligibility === true);
  return [
    portal.verifiesAccounts === true
      ? 'Open the access key’s link in that email. It confirms your email address.'
      : 'Open the link in that email. It confirms that the address is yours.',
    ...(portal.verifiesAccounts === true
      ? [`${portal.payer} then verifies your account. A second email tells you when it is active.`]
      : []),
    `Sign in here with your ${signInName} and password.`,
    ...(hasAdministrator
      ? ['Your request then waits for the administrator. You get an email when it is decided.']
      : []),
    ...(associates(portal) && !named ? [`Then choose ${portal.labels.linkAccount}, and say whom you work for.`] : []),
  ];
}
