import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { newHome, openDesk, removeHome } from '../e2e/support/desk.ts';
import { Mailbox } from '../e2e/support/mailbox.ts';
import { startPortal } from '../e2e/support/portal-process.ts';
import {
  confirmAgreement,
  dana,
  fillAccountStep,
  fillEligibilityStep,
  goTo,
  letters,
  portalOnStart,
  signIn,
  untilInStep,
  type Person,
} from '../e2e/support/steps.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/tour');

const robin: Person = {
  firstName: 'Robin',
  lastName: 'Vale',
  email: 'robin.vale@example.com',
  password: 'kestrel over open water',
};

/** The main job, on real parts, from the first window to a revoked and restored user. Writes docs/tour/NN-*.png. */
test('the main job', async () => {
  test.setTimeout(240_000);
  mkdirSync(folder, { recursive: true });
  const portal = await startPortal();
  const mailbox = new Mailbox(portal.mailboxUrl);
  const home = newHome();
  const desk = await openDesk({ home, portalUrl: portal.url });
  const { page } = desk;
  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(1360, 860);
  });
  let shots = 0;
  const shoot = async (name: string, window: Page = page): Promise<void> => {
    shots += 1;
    await window.screenshot({
      path: path.join(folder, `${String(shots).padStart(2, '0')}-${name}.png`),
      animations: 'disabled',
    });
  };
  const mailboxWindow = async (): Promise<Page> => {
    const opened = desk.app.waitForEvent('window');
    await page.getByRole('button', { name: 'Open mailbox' }).first().click();
    return opened;
  };

  await test.step('register and associate', async () => {
    await expect(page.getByRole('heading', { name: 'Choose a portal' })).toBeVisible();
    await shoot('choose-a-portal');
    await portalOnStart(page).getByRole('button', { name: 'Register' }).click();
    await fillAccountStep(page, robin);
    await shoot('set-up-your-account');
    await page.getByRole('button', { name: 'Next' }).click();
    await fillEligibilityStep(page, { ...letters.harborview, zip: '02210' });
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('textbox', { name: 'ZIP code' })).toHaveAttribute('aria-invalid', 'true');
    await shoot('a-mismatch-is-told-beside-the-field');
    await page.getByRole('textbox', { name: 'ZIP code' }).fill(letters.harborview.zip);
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('heading', { name: 'Step 2 of 2 - Provider Agreement' })).toBeVisible();
    await shoot('provider-agreement');
    await confirmAgreement(page, 'Next');
    await expect(page.getByRole('heading', { name: 'Confirm your email address' })).toBeVisible();
    await shoot('confirm-your-email-address');
  });

  await test.step('verify the email', async () => {
    const message = await mailbox.waitFor(robin.email, /confirm/iu);
    const window = await mailboxWindow();
    await window.getByText(message.subject).first().click();
    await expect(window.getByRole('heading', { name: message.subject })).toBeVisible();
    await shoot('the-local-mailbox', window);
    const link = message.links.find((url) => url.includes('verify-email')) ?? '';
    await window.goto(link);
    await window.getByRole('button').click();
    await expect(window.getByText(/has been confirmed|is confirmed/iu).first()).toBeVisible();
    await shoot('email-address-confirmed', window);
    await window.close();
  });

  await test.step('sign in with a passcode', async () => {
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('textbox', { name: 'Password' }).fill(robin.password);
    const before = await mailbox.countPasscodes(robin.email);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('We sent six digits')).toBeVisible();
    await shoot('enter-your-passcode');
    await page.getByRole('textbox', { name: 'Passcode' }).fill(await mailbox.passcode(robin.email, before));
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await untilInStep(page);
    await expect(page.getByRole('heading', { level: 1, name: /Good/u })).toBeVisible();
    await shoot('home');
  });

  await test.step('link a second ID and switch', async () => {
    await goTo(page, 'Link Account');
    await fillEligibilityStep(page, letters.okafor);
    await page.getByRole('button', { name: 'Next' }).click();
    await confirmAgreement(page, 'Finish');
    await expect(page.getByRole('heading', { name: 'Manage Linked Accounts' })).toBeVisible();
    await expect(page.getByRole('cell', { name: 'P518203' })).toBeVisible();
    await shoot('manage-linked-accounts');
    await page.keyboard.press('Control+Shift+L');
    await expect(page.getByRole('option', { name: /Samuel Okafor/u })).toBeVisible();
    await shoot('the-ribbon');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Linked account: Samuel Okafor/u })).toBeVisible();
    await page.getByRole('button', { name: /^Linked account:/u }).click();
    await page.getByRole('option', { name: /Harborview/u }).click();
    await expect(page.getByRole('button', { name: /^Linked account: Harborview/u })).toBeVisible();
  });

  await test.step('invite two people, one of whom the mail server refuses', async () => {
    await goTo(page, 'Manage Users');
    await page.getByRole('button', { name: 'Invite New User' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite New User' });
    for (const [email, firstName, lastName] of [
      ['imani.brooks@example.com', 'Imani', 'Brooks'],
      ['no.such.person@bounces.example.com', 'Peter', 'Hallam'],
    ] as const) {
      await dialog.getByRole('textbox', { name: 'Email' }).fill(email);
      await dialog.getByRole('textbox', { name: 'First Name' }).fill(firstName);
      await dialog.getByRole('textbox', { name: 'Last Name' }).fill(lastName);
      await dialog.getByRole('button', { name: 'Add to List' }).click();
    }
    await expect(dialog.getByText('2 people in the list')).toBeVisible();
    await shoot('invite-new-user');
    await dialog.getByRole('button', { name: 'Send Invitation' }).click();
    await expect(dialog.getByText('1 of 2 invitations sent, 1 failed')).toBeVisible({ timeout: 30_000 });
    await shoot('a-success-or-failure-message-for-each');
    await dialog.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('accept an invitation', async () => {
    const message = await mailbox.waitFor('imani.brooks@example.com', /invit/iu);
    const window = await mailboxWindow();
    await window.goto(message.links.find((url) => url.includes('accept-invitation')) ?? '');
    await window.getByLabel('Password', { exact: true }).fill('paper boats at noon');
    await window.getByLabel('Password again').fill('paper boats at noon');
    await shoot('accept-an-invitation', window);
    for (const box of await window.getByRole('checkbox').all()) await box.check();
    await window.getByRole('button').click();
    await expect(window.getByText(/sign in/iu).first()).toBeVisible();
    await window.close();
    await expect(page.getByRole('row', { name: /Imani Brooks/u })).toBeVisible({ timeout: 15_000 });
    await shoot('the-new-user-is-there');
  });

  await test.step('review access requests of a busy practice', async () => {
    await page.getByRole('button', { name: /^Linked account:/u }).click();
    await page.getByRole('button', { name: 'Add an account' }).click();
    await portalOnStart(page).getByRole('button', { name: 'Sign in' }).click();
    await signIn(page, mailbox, dana);
    await untilInStep(page);
    await shoot('home-of-a-busy-practice');
    await goTo(page, 'Access Requests');
    await shoot('access-requests');
    await page.keyboard.press('a');
    await untilInStep(page);
    await page.getByRole('button', { name: 'Deny', exact: true }).click();
    await page
      .getByRole('textbox', { name: 'Reason' })
      .fill('Not with our practice any more. Please ask your present employer.');
    await shoot('deny-with-a-reason');
    await page.getByRole('form', { name: 'Deny the request' }).getByRole('button', { name: 'Deny' }).click();
    await untilInStep(page);
  });

  await test.step('make an administrator, revoke and restore', async () => {
    await goTo(page, 'Manage Users');
    const grid = page.getByRole('grid', { name: 'Users' });
    await expect(grid.getByRole('row').nth(5)).toBeVisible();
    await shoot('manage-users');
    await page.getByRole('button', { name: 'Active', exact: true }).click();
    const row = grid
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: 'Make Admin', disabled: false }) })
      .first();
    await row.getByRole('button', { name: 'Make Admin' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make Admin' }).click();
    await untilInStep(page);
    const other = grid
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: 'Make Admin', disabled: false }) })
      .nth(1);
    const name = (await other.getByRole('checkbox').getAttribute('aria-label'))?.replace('Select ', '') ?? '';
    await other.getByRole('button', { name: 'Revoke User' }).click();
    await shoot('revoke-user-says-what-will-happen');
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke User' }).click();
    await untilInStep(page);
    await page.getByRole('button', { name: 'Active', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Search users' }).fill(name);
    const revoked = grid.getByRole('row', { name: new RegExp(name, 'u') }).first();
    await expect(revoked).toContainText('Revoked');
    await shoot('revoked');
    await revoked.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await untilInStep(page);
    await expect(revoked).toContainText('Active');
    await shoot('restored');
  });

  expect(desk.complaints).toEqual([]);
  await desk.close();
  await portal.stop();
  removeHome(home);
});
