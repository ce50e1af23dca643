import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cca } from '../../../src-shared/portals/cca.ts';
import type { Letter } from '../../../src-portal/mail/email-message.ts';
import { emailMessageSchema } from '../../../src-portal/mail/email-message.ts';
import { layOutLetter } from '../../../src-portal/mail/lay-out-letter.ts';
import * as letters from '../../../src-portal/mail/letters.ts';

const about = { portal: cca, firstName: 'Anna' };
const decided = { ...about, organizationName: 'Beacon Street', decidedBy: 'Renée Okonkwo' };
const link = 'https://portal.example.com/portals/cca/pages/verify-email?token=abc_-1';

const all: Readonly<Record<string, Letter>> = {
  verifyEmail: letters.verifyEmailLetter({ ...about, link, lifeHours: 24 }),
  passcode: letters.passcodeLetter({ ...about, code: '012345' }),
  invitation: letters.invitationLetter({
    ...about,
    organizationName: 'Beacon Street',
    invitedBy: 'Dana Whitfield',
    link,
    lifeDays: 7,
  }),
  accessRequested: letters.accessRequestedLetter({
    ...about,
    requesterName: 'Noor Haddad',
    requesterEmail: 'noor@example.com',
    organizationName: 'Beacon Street',
  }),
  accessApproved: letters.accessApprovedLetter(decided),
  accessDenied: letters.accessDeniedLetter({ ...decided, reason: 'We do not know you.\nSorry.' }),
  accountExists: letters.accountExistsLetter(about),
  madeAdministrator: letters.madeAdministratorLetter(decided),
  accessRevoked: letters.accessRevokedLetter({ ...decided, reason: 'You left.' }),
  accessRevokedSilently: letters.accessRevokedLetter({ ...decided, reason: null }),
  accessRestored: letters.accessRestoredLetter(decided),
  authenticatorSetUp: letters.authenticatorChangedLetter({ ...about, change: 'set-up' }),
  authenticatorRemoved: letters.authenticatorChangedLetter({ ...about, change: 'removed' }),
};

describe('letters', () => {
  test.each(Object.entries(all))('%s reads as text and as HTML', (_name, letter) => {
    expect(emailMessageSchema.safeParse({ to: 'anna@example.com', letter }).success).toBe(true);
    const { subject, text, html } = layOutLetter(letter);
    expect(subject.length).toBeLessThan(120);
    expect(text).toMatch(/^Hello Anna,\n\n/u);
    expect(text).toContain('CCA Provider Portal');
    expect(html).toContain('Hello Anna,');
    for (const paragraph of letter.paragraphs) expect(text).toContain(paragraph);
    expect(`${text}${html}`).not.toMatch(/undefined|null|\[object/u);
  });

  test('carry their link, in the text on a line of its own', () => {
    const { text, html } = layOutLetter(all['invitation'] as Letter);
    expect(text.split('\n')).toContain(link);
    expect(html).toContain(`href="${link}"`);
  });

  test('carry their code on a line of its own, and not in the subject', () => {
    const { text, html, subject } = layOutLetter(all['passcode'] as Letter);
    expect(text.split('\n')).toContain('012345');
    expect(html).toContain('>012345<');
    expect(subject).not.toContain('012345');
  });

  test('let no name or reason become markup or a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const letter = letters.accessDeniedLetter({
          portal: cca,
          firstName: text,
          organizationName: text,
          decidedBy: text,
          reason: text,
        });
        const { subject, html } = layOutLetter(letter);
        expect(subject).not.toMatch(/[\r\n]/u);
        const harmless = layOutLetter(letters.accessDeniedLetter({ ...decided, reason: 'x' })).html;
        const tags = (page: string) => page.replaceAll('<br>', '').match(/<[^>]*>/gu);
        expect(tags(html)).toEqual(tags(harmless));
      }),
    );
  });
});
