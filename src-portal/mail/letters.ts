import { passcodeLifeMs } from '../../src-shared/domain/passcode.ts';
import type { PortalDefinition } from '../../src-shared/portals/definition.ts';
import type { Letter } from './email-message.ts';

/** Who writes to whom. */
export interface Correspondence {
  readonly portal: Pick<PortalDefinition, 'name' | 'brand'>;
  /** The reader's. */
  readonly firstName: string;
}

/** A letter in the portal's name. */
export const letter = (
  { portal, firstName }: Correspondence,
  content: Omit<Letter, 'portalName' | 'color' | 'firstName'>,
) => ({
  portalName: portal.name,
  color: portal.brand.color,
  firstName,
  ...content,
});

/** The registration's link; `lifeHours` is how long it serves. Where accounts are verified it is called an access key (A8). */
export const verifyEmailLetter = (
  about: Correspondence & { portal: Pick<PortalDefinition, 'verifiesAccounts'>; link: string; lifeHours: number },
): Letter => {
  const { name, verifiesAccounts = false } = about.portal;
  return letter(about, {
    subject: verifiesAccounts
      ? `Your access key for the ${name}: confirm your email address`
      : `Confirm your email address for the ${name}`,
    paragraphs: verifiesAccounts
      ? [
          'Your registration has been submitted. This is your access key: open it to confirm that this is your email address.',
          'We verify your account next, and tell you in a second email when it is active.',
        ]
      : ['Please confirm that this is your email address, so that your registration can go on.'],
    action: { label: 'Confirm email address', url: about.link },
    notes: [
      `The link can be used once, within ${about.lifeHours} hours.`,
      'If you did not register, ignore this message: nothing happens without the confirmation.',
    ],
  });
};

/** The second email of a registration, once the portal's staff have verified the account (A8). `useBy` as A9 has it. */
export const accountActiveLetter = (about: Correspondence & { useBy: Date | null }): Letter =>
  letter(about, {
    subject: `Your account at the ${about.portal.name} is active`,
    paragraphs: [
      `Your account has been verified and is active now. You can sign in to the ${about.portal.name} with your username and password, and request authorizations.`,
    ],
    notes: about.useBy === null ? [] : [`Your username and password expire if not used by ${dayOf(about.useBy)}.`],
  });

/** Ahead of the day on which a sign-in that nobody has used expires (A9). */
export const unusedSignInLetter = (
  about: Correspondence & { portal: Pick<PortalDefinition, 'support'>; useBy: Date; isActive: boolean },
): Letter => {
  const { name, support } = about.portal;
  const [line] = support;
  const toCall = line === undefined ? '' : ` Questions? Call ${line.name} at ${line.phone}.`;
  return letter(about, {
    subject: `Your username and password for the ${name} expire on ${dayOf(about.useBy)}`,
    paragraphs: [
      `You have registered at the ${name} and not signed in yet. Your username and password expire if not used by ${dayOf(about.useBy)}.`,
      about.isActive
        ? 'Sign in once before that day to keep them.'
        : `Your account has not been verified yet; until then it cannot be signed in to.${toCall}`,
    ],
    notes: ['After that day you would have to register again.'],
  });
};

/** `January 5, 2026` */
export const dayOf = (moment: Date): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(moment);

export const passcodeLetter = (about: Correspondence & { code: string }): Letter =>
  letter(about, {
    subject: `Your one-time passcode for the ${about.portal.name}`,
    paragraphs: ['Enter this one-time passcode to complete your sign-in:'],
    code: about.code,
    notes: [
      `It is good for ${passcodeLifeMs / 60_000} minutes and can be used once. We never ask for it by phone or email.`,
      'If you are not signing in right now, somebody knows your password: change it.',
    ],
  });

export const invitationLetter = (
  about: Correspondence & { organizationName: string; invitedBy: string; link: string; lifeDays: number },
): Letter =>
  letter(about, {
    subject: `${about.invitedBy} invites you to ${about.organizationName} on the ${about.portal.name}`,
    paragraphs: [
      `${about.invitedBy} has invited you to use the ${about.portal.name} for ${about.organizationName}.`,
      'Accept the invitation to set up your account, or to link the one that you have.',
    ],
    action: { label: 'Accept invitation', url: about.link },
    notes: [
      `The invitation expires after ${about.lifeDays} days.`,
      `If you do not know ${about.invitedBy}, ignore this message.`,
    ],
  });

/** To each administrator (C6). */
export const accessRequestedLetter = (
  about: Correspondence & { requesterName: string; requesterEmail: string; organizationName: string },
): Letter =>
  letter(about, {
    subject: `${about.requesterName} requests access to ${about.organizationName}`,
    paragraphs: [
      `${about.requesterName} (${about.requesterEmail}) requests access to ${about.organizationName} on the ${about.portal.name}.`,
      'You can approve or deny the request under Manage Users.',
    ],
    notes: ['Approve only people whom you know to work for your organization.'],
  });

export const accessApprovedLetter = (about: Correspondence & { organizationName: string; decidedBy: string }): Letter =>
  letter(about, {
    subject: `Your access to ${about.organizationName} has been approved`,
    paragraphs: [
      `${about.decidedBy} has approved your request. You can now use the ${about.portal.name} for ${about.organizationName}.`,
    ],
  });

/** `reason` is the administrator's own words. */
export const accessDeniedLetter = (
  about: Correspondence & { organizationName: string; decidedBy: string; reason: string },
): Letter =>
  letter(about, {
    subject: `Your request for access to ${about.organizationName} has been denied`,
    paragraphs: [
      `${about.decidedBy} has denied your request for access to ${about.organizationName} and wrote:`,
      about.reason,
    ],
    notes: [`Questions? Please ask ${about.decidedBy} or another administrator of ${about.organizationName}.`],
  });

/** To somebody with whose address a registration was tried, and who has an account. */
export const accountExistsLetter = (about: Correspondence & { portal: PortalDefinition }): Letter =>
  letter(about, {
    subject: `You already have an account at the ${about.portal.name}`,
    paragraphs: [
      `Somebody, probably you, has just tried to register with this email address. You already have an account at the ${about.portal.name}.`,
      `Sign in with it. ${howToAdd(about.portal)}`,
    ],
    notes: ['If this was not you, nothing has changed and there is nothing that you need to do.'],
  });

/** What somebody who has a sign-in already may have wanted to register for (A11, C8, D3). */
function howToAdd({ healthPlans, organizationDetails, labels }: PortalDefinition): string {
  if (healthPlans !== undefined)
    return `To add a health plan, choose ${healthPlans.profile} and then ${healthPlans.addNew} after signing in.`;
  return organizationDetails === undefined
    ? `To add another provider ID, use ${labels.linkAccount} after signing in.`
    : `To add another organization, choose ${labels.manageLinkedAccounts} and then ${labels.linkAccount} after signing in.`;
}

export const madeAdministratorLetter = (
  about: Correspondence & { organizationName: string; decidedBy: string },
): Letter =>
  letter(about, {
    subject: `You are now an administrator of ${about.organizationName}`,
    paragraphs: [
      `${about.decidedBy} has made you an administrator of ${about.organizationName} on the ${about.portal.name}. You can now invite people, decide access requests and change what other users may do.`,
    ],
  });

/** `reason` is the administrator's own words, or null. */
export const accessRevokedLetter = (
  about: Correspondence & { organizationName: string; decidedBy: string; reason: string | null },
): Letter =>
  letter(about, {
    subject: `Your access to ${about.organizationName} has been revoked`,
    paragraphs: [
      `${about.decidedBy} has revoked your access to ${about.organizationName} on the ${about.portal.name}.`,
      ...(about.reason === null ? [] : [`${about.decidedBy} wrote:`, about.reason]),
    ],
    notes: [`Questions? Please ask an administrator of ${about.organizationName}.`],
  });

export const accessRestoredLetter = (about: Correspondence & { organizationName: string; decidedBy: string }): Letter =>
  letter(about, {
    subject: `Your access to ${about.organizationName} has been restored`,
    paragraphs: [
      `${about.decidedBy} has restored your access to ${about.organizationName} on the ${about.portal.name}.`,
    ],
  });

/** To each administrator, once an agency that they added has registered (D10). */
export const agencyActiveLetter = (
  about: Correspondence & { organizationName: string; agencyName: string; manage: string },
): Letter =>
  letter(about, {
    subject: `${about.agencyName} is now active for ${about.organizationName}`,
    paragraphs: [
      `${about.agencyName} has registered at the ${about.portal.name}. It was added as a billing agency of ${about.organizationName} and is active from now on.`,
    ],
    notes: [`If it no longer works for you, deny its access under ${about.manage}.`],
  });

/** After a change to how an account is protected. */
export const authenticatorChangedLetter = (about: Correspondence & { change: 'set-up' | 'removed' }): Letter =>
  letter(about, {
    subject:
      about.change === 'set-up'
        ? 'An authenticator app has been set up for your account'
        : 'The authenticator app has been removed from your account',
    paragraphs: [
      about.change === 'set-up'
        ? `From now on you can sign in to the ${about.portal.name} with a code from your authenticator app.`
        : `From now on one-time passcodes for the ${about.portal.name} come by email only.`,
    ],
    notes: ['If this was not you, change your password and tell an administrator of your organization at once.'],
  });

/** The way to Reset Your Password (E5). `sentBy`: who of the portal's staff, or null where the reader asked for it. */
export const passwordResetLetter = (
  about: Correspondence & { link: string; lifeMinutes: number; sentBy: string | null },
): Letter =>
  letter(about, {
    subject: `Reset your password for the ${about.portal.name}`,
    paragraphs: [
      about.sentBy === null
        ? `Somebody, probably you, asked for a new password for the ${about.portal.name}. Choose it here:`
        : `${about.sentBy} sends you this link, so that you can choose a new password for the ${about.portal.name}:`,
    ],
    action: { label: 'Reset your password', url: about.link },
    notes: [
      `The link can be used once, within ${about.lifeMinutes} minutes.`,
      'If you did not ask for it, ignore this message: your password stays as it is.',
    ],
  });

/** After a new password was set, however. */
export const passwordChangedLetter = (about: Correspondence): Letter =>
  letter(about, {
    subject: 'Your password was changed',
    paragraphs: [
      `The password of your account at the ${about.portal.name} was changed. Wherever you were signed in before, you may have to sign in again.`,
    ],
    notes: [
      'If this was not you, choose Forgot your password? on the sign-in screen and tell an administrator of your organization at once.',
    ],
  });
