import { changeByLink } from './support/reset-password.ts';
import { dana, goTo, portalOnStart, signIn } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const newPassword = 'copper lantern meadow';

test('E5: a forgotten password is replaced by the link in an email, and the new one signs in', async ({
  desk,
  mailbox,
}) => {
  const { page } = desk;
  await portalOnStart(page).getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Email' }).fill(dana.email);
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { name: 'Reset your password' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue(dana.email);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('If there is an account');

  const link = await changeByLink(mailbox, dana.email, newPassword);
  expect((await fetch(link)).status).toBe(410);
  await mailbox.waitFor(dana.email, /your password was changed/iu);

  await page.getByRole('button', { name: 'Back to sign-in' }).click();
  await page.getByRole('textbox', { name: 'Password' }).fill(dana.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Username or password is not right');
  await signIn(page, mailbox, { ...dana, password: newPassword });
  expect(desk.complaints).toEqual([]);
});

test('E5: Change Password keeps who changes it signed in', async ({ danasDesk, mailbox }) => {
  const { page } = danasDesk;
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Change Password' }).click();
  await page.getByRole('textbox', { name: 'Current password' }).fill('not it');
  await page.getByRole('textbox', { name: 'New password', exact: true }).fill(newPassword);
  await page.getByRole('textbox', { name: 'New password again' }).fill(newPassword);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await expect(page.getByRole('textbox', { name: 'Current password' })).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox', { name: 'Current password' }).fill(dana.password);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Your password was changed' })).toBeVisible();
  await mailbox.waitFor(dana.email, /your password was changed/iu);
  await goTo(page, 'Manage Users');
  await expect(page.getByRole('grid', { name: 'Users' }).getByRole('row').nth(3)).toBeVisible();

  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in again' }).first().click();
  await signIn(page, mailbox, { ...dana, password: newPassword });
});
