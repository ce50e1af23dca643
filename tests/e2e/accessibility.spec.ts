import type { Page } from '@playwright/test';
import type { Mailbox } from './support/mailbox.ts';
import { dana, goTo, portalOnStart } from './support/steps.ts';
import { expect, test } from './support/test.ts';
import { violations, violationsInLightAndDark } from './support/violations.ts';

/** Opens a portal's own screens; the desk follows the system's colors. */
async function signInAt(page: Page, mailbox: Mailbox, portal: string, username: string, email: string): Promise<void> {
  await portalOnStart(page, portal).getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: /^(?:Username|Email)/u }).fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(dana.password);
  const before = await mailbox.countPasscodes(email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Passcode' }).fill(await mailbox.passcode(email, before));
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no screen has an accessibility violation (${colorScheme})`, async ({ danasDesk }) => {
    const { page } = danasDesk;
    await page.evaluate((scheme) => window.desk.invoke('app.setColorScheme', { colorScheme: scheme }), colorScheme);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    for (const screen of [
      'Home',
      'Manage Users',
      'Invitations',
      'Access Requests',
      'Link Account',
      'Manage Linked Accounts',
      'Waiting & attention',
      'Practice Profile',
      'Settings',
    ]) {
      await goTo(page, screen);
      await expect(page.getByLabel('Loading')).toHaveCount(0);
      expect(await violations(page), screen).toEqual([]);
    }
    await goTo(page, 'Manage Users');
    await page.getByRole('button', { name: 'Invite New User' }).click();
    await expect(page.getByRole('dialog', { name: 'Invite New User' })).toBeVisible();
    expect(await violations(page), 'Invite New User').toEqual([]);
  });
}

test('the first screens have no accessibility violation', async ({ desk }) => {
  const { page } = desk;
  await expect(page.getByRole('heading', { name: 'Choose a portal' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await portalOnStart(page).getByRole('button', { name: 'Register' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveAttribute('aria-invalid', 'true');
  expect(await violations(page)).toEqual([]);
});

test('health plans and orders have no accessibility violation, light or dark', async ({ desk, mailbox }) => {
  const { page } = desk;
  const text = (name: string) => page.getByRole('textbox', { name });
  await signInAt(page, mailbox, 'Carelon MBM provider portal', 'dana.whitfield', dana.email);
  await expect(page.getByRole('button', { name: 'Agree' })).toBeVisible();
  expect(await violationsInLightAndDark(page), 'Home').toEqual([]);
  await goTo(page, 'Order Search');
  await expect(page.getByRole('button', { name: 'Agree' })).toBeVisible();
  expect(await violationsInLightAndDark(page), 'HIPAA Disclaimer').toEqual([]);
  await page.getByRole('button', { name: 'Agree' }).click();
  await text('Member name or number').fill('marchetti');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Orders' }).getByRole('row')).toHaveCount(5);
  expect(await violationsInLightAndDark(page), 'Order Search').toEqual([]);
  await page.getByRole('button', { name: '209000101' }).click();
  await expect(page.getByRole('button', { name: 'Choose a document' })).toBeVisible();
  expect(await violationsInLightAndDark(page), 'an order').toEqual([]);
  await goTo(page, 'Manage Your User Profile');
  await expect(page.getByRole('region', { name: 'Health Plan Utilization Review Programs' })).toBeVisible();
  expect(await violationsInLightAndDark(page), 'Manage Your User Profile').toEqual([]);
  await goTo(page, 'Check Order Status');
  expect(await violationsInLightAndDark(page), 'Check Order Status').toEqual([]);
});

test('organizations have no accessibility violation, light or dark', async ({ desk, mailbox }) => {
  const { page } = desk;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await signInAt(page, mailbox, 'Provider Central', 'renee.okonkwo', 'renee.okonkwo@example.com');
  await goTo(page, 'Add an organization');
  // seeded: nobody is there yet
  await page.getByRole('textbox', { name: 'NPI or Blue Cross provider number' }).fill('M40349');
  await page.getByRole('textbox', { name: 'Tax ID or Social Security number' }).fill('46-1820573');
  await button('Next').click();
  await page.getByRole('radio', { name: 'Request a PIN by U.S. mail' }).check();
  expect(await violationsInLightAndDark(page), 'Select an option').toEqual([]);
  await button('Next').click();
  await button('Request PIN').click();
  await expect(page.getByRole('row', { name: /Wachusett/u })).toContainText('Awaiting PIN');
  await expect(page.getByRole('heading', { level: 1, name: 'My Organizations' })).toBeVisible();
  expect(await violationsInLightAndDark(page), 'My Organizations').toEqual([]);
  await page
    .getByRole('button', { name: /^View\/edit details/u })
    .first()
    .click();
  await expect(page.getByRole('tab')).toHaveCount(2);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expect(page.getByLabel('Loading')).toHaveCount(0);
    expect(await violationsInLightAndDark(page), (await tab.textContent()) ?? '').toEqual([]);
  }
});
