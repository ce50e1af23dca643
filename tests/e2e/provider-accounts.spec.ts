import { dana, portalOnStart, type Person } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const carelon = 'Carelon MBM provider portal';
const tomas: Pick<Person, 'password'> & { readonly username: string } = {
  username: 'tomas.rivera',
  password: dana.password,
};

test('A1, A3, A8, E7: who awaits verification is told whom to call; who is verified signs in with a username', async ({
  desk,
  mailbox,
}) => {
  const { page } = desk;
  await portalOnStart(page, carelon).getByRole('button', { name: 'Sign in' }).click();
  const name = page.getByRole('textbox', { name: 'Username or email address' });
  await name.fill(tomas.username);
  await page.getByRole('textbox', { name: 'Password' }).fill(tomas.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Your account has not been verified yet');
  await expect(page.getByText('Carelon Web Customer Service')).toBeVisible();

  await name.fill('Dana.Whitfield');
  const before = await mailbox.countPasscodes(dana.email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Passcode' }).fill(await mailbox.passcode(dana.email, before));
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page.getByRole('banner').getByText('Dana Whitfield')).toBeVisible();
});
