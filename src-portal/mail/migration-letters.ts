import type { PortalDefinition } from '../../src-shared/portals/definition.ts';
import type { Letter } from './email-message.ts';
import { dayOf, letter, type Correspondence } from './letters.ts';

/** The notice of the move to multi-factor authentication (E2), in the portal's own words. */
export const migrationNoticeLetter = (
  about: Correspondence & { notice: readonly string[]; days: number; dueAt: Date },
): Letter =>
  letter(about, {
    subject: `You move to multi-factor authentication at the ${about.portal.name}`,
    paragraphs: [...about.notice],
    notes: [`You have ${String(about.days)} days to complete it: until ${dayOf(about.dueAt)}.`],
  });

/** To the address that an account had before (E2), in case that somebody else moved it. */
export const migratedLetter = (
  about: Correspondence & { portal: Pick<PortalDefinition, 'support'>; newEmailHint: string },
): Letter => {
  const [line] = about.portal.support;
  return letter(about, {
    subject: `Your multi-factor authentication at the ${about.portal.name} is set up`,
    paragraphs: [
      `Your set-up is complete. From now on you sign in to the ${about.portal.name} with the email address ${about.newEmailHint} and your new password; a one-time passcode goes there each time. Your username no longer works.`,
    ],
    notes: line === undefined ? [] : [`If this was not you, call ${line.name} at ${line.phone} at once.`],
  });
};

/** To the owner of an address that somebody else wanted to move their account to (E2). */
export const addressInUseLetter = (about: Correspondence): Letter =>
  letter(about, {
    subject: `Your email address already belongs to an account at the ${about.portal.name}`,
    paragraphs: [
      `Somebody, probably you, has just entered this email address as the new username of another account at the ${about.portal.name}. Each account needs an address of its own, and this one belongs to yours.`,
    ],
    notes: [
      'If you have two accounts, choose another address for the other one. If this was not you, nothing has changed and there is nothing that you need to do.',
    ],
  });
