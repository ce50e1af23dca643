import { expect, test } from './support/test.ts';
import { openDesk, newHome, removeHome } from './support/desk.ts';
import { dana, goTo, signInFromStart, untilInStep } from './support/steps.ts';

test('C10: several people are invited at once, with a success or failure message for each', async ({
  danasDesk,
  mailbox,
}) => {
  const { page } = danasDesk;
  await goTo(page, 'Manage Users');
  await page.getByRole('button', { name: 'Invite New User' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite New User' });
  for (const [email, firstName, lastName] of [
    ['Ines.Moreau@example.com', 'Inès', 'Moreau'],
    ['nobody@bounces.example.com', 'No', 'Body'],
  ] as const) {
    await dialog.getByRole('textbox', { name: 'Email' }).fill(email);
    await dialog.getByRole('textbox', { name: 'First Name' }).fill(firstName);
    await dialog.getByRole('textbox', { name: 'Last Name' }).fill(lastName);
    await page.keyboard.press('Enter');
  }
  await dialog.getByRole('button', { name: 'Send Invitation' }).click();
  const results = dialog.getByRole('list', { name: 'Results' }).getByRole('listitem');
  await expect(results.nth(0)).toContainText('Invitation sent', { timeout: 30_000 });
  await expect(results.nth(1)).toContainText('550', { timeout: 30_000 });
  const message = await mailbox.waitFor('ines.moreau@example.com', /invit/iu);
  expect(message.text).toContain('Beacon Street Medical Group');
});

test('C12: make an administrator, revoke with an undo until it is sent, restore', async ({ danasDesk, portal }) => {
  const { page } = danasDesk;
  await goTo(page, 'Manage Users');
  const grid = page.getByRole('grid', { name: 'Users' });
  const candidates = grid
    .getByRole('row')
    .filter({ hasText: 'Active' })
    .filter({ has: page.getByRole('button', { name: 'Make Admin', disabled: false }) });
  const name =
    (await candidates.first().getByRole('checkbox').getAttribute('aria-label'))?.replace('Select ', '') ?? '';
  await page.getByRole('searchbox', { name: 'Search users' }).fill(name);
  const row = grid.getByRole('row', { name: new RegExp(name, 'u') }).first();
  await row.getByRole('button', { name: 'Make Admin' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make Admin' }).click();
  await untilInStep(page);
  await expect(row).toContainText('Administrator');

  portal.freeze();
  await row.getByRole('button', { name: 'Revoke User' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke User' }).click();
  await expect(row).toContainText(/sent|sending/iu);
  portal.resume();
  await untilInStep(page);
  await expect(row).toContainText('Revoked');
  await row.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await untilInStep(page);
  await expect(row).toContainText('Active');
  await expect(row).toContainText('Administrator');
});

test('a decision made on one desk reaches another within a second, by hints', async ({
  danasDesk,
  portal,
  mailbox,
}) => {
  const { page } = danasDesk;
  const home = newHome();
  const other = await openDesk({ home, portalUrl: portal.url });
  await signInFromStart(other.page, mailbox, dana);
  await untilInStep(other.page);
  await goTo(other.page, 'Access Requests');
  await goTo(page, 'Access Requests');
  const waiting = other.page
    .getByRole('grid', { name: 'Access requests' })
    .getByRole('row')
    .filter({ hasText: 'Pending' });
  const before = await waiting.count();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await untilInStep(page);
  await expect(waiting).toHaveCount(before - 1, { timeout: 5_000 });
  await other.close();
  removeHome(home);
});
