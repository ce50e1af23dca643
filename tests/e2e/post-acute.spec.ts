import type { Page } from '@playwright/test';
import { pressKeyOn, tabTo, typeInto } from './support/keyboard.ts';
import { expect, test } from './support/test.ts';
import { confirmEmail, dana, goTo, portalOnStart, signIn, untilInStep, type Person } from './support/steps.ts';

const portalName = 'Carelon Post-Acute Provider Portal';
const june: Person = {
  firstName: 'June',
  lastName: 'Abara',
  email: 'june.abara@example.com',
  password: 'lantern on the quay',
};

const type = (page: Page, label: string, text: string): Promise<void> =>
  typeInto(page, page.getByRole('textbox', { name: label, exact: true }), text);

test('E1, E4: registers, confirms the address, signs in with an emailed passcode and is administrator', async ({
  desk,
  mailbox,
}) => {
  const { page } = desk;
  const fill = (label: string, text: string) => page.getByRole('textbox', { name: label, exact: true }).fill(text);
  await portalOnStart(page, portalName).getByRole('button', { name: 'Register' }).click();
  await page.getByRole('checkbox', { name: 'Accept' }).check();
  await page.getByRole('button', { name: 'Begin' }).click();

  await page.getByLabel('Provider Type').and(page.locator('input')).click();
  await page.getByRole('option', { name: /Home/u }).click();
  await fill('Provider NPI', '15470');
  await expect(page.getByText('3 providers match.')).toBeVisible();
  await page.getByLabel('Organization').and(page.locator('input')).click();
  await page.getByRole('option', { name: /Blue Hills Home Care/u }).click();
  await fill('Tax ID', '04-2586391');
  await page.keyboard.press('Enter');

  await fill('First Name', june.firstName);
  await fill('Last Name', june.lastName);
  await fill('Business email address', june.email);
  await fill('Business phone number', '617-555-0155');
  await fill('Business fax number', '617-555-0156');
  await fill('Password', june.password);
  await fill('Password again', june.password);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Confirm your email address' })).toBeVisible();
  await confirmEmail(mailbox, june.email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await signIn(page, mailbox, june);
  await untilInStep(page);
  await goTo(page, 'Manage Users');
  await expect(page.getByRole('row', { name: /June Abara/u })).toContainText('Administrator');
  expect(desk.complaints).toEqual([]);
});

test('E1, E4: all of it by keyboard alone', async ({ desk, mailbox }) => {
  const { page } = desk;
  await tabTo(page, portalOnStart(page, portalName).getByRole('button', { name: /^Support numbers/u }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('1-844-411-9622, option 4');
  await page.keyboard.press('Escape');
  await tabTo(page, portalOnStart(page, portalName).getByRole('button', { name: 'Register' }));
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Agree to Terms' })).toBeVisible();
  await tabTo(page, page.getByRole('checkbox', { name: 'Accept' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Begin' }));
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Select your organization' })).toBeFocused();
  await tabTo(page, page.getByLabel('Provider Type').and(page.locator('input')));
  await page.keyboard.type('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await type(page, 'Provider NPI', '15470');
  await expect(page.getByText('3 providers match.')).toBeVisible();
  const organization = page.getByLabel('Organization').and(page.locator('input'));
  await tabTo(page, organization);
  await page.keyboard.press('ArrowDown');
  const blueHills = page.getByRole('option', { name: /Blue Hills Home Care/u });
  await expect(blueHills).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(blueHills).toHaveAttribute('data-combobox-selected', 'true', { timeout: 300 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(organization).toHaveValue(/Blue Hills Home Care/u);
  await expect(page.getByRole('textbox', { name: 'Provider NPI' })).toHaveValue(/^15470\d{5}$/u);
  await type(page, 'Tax ID', '04-2586391');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Your account' })).toBeFocused();
  await expect(page.getByText(/you become its administrator/u)).toBeVisible();
  await type(page, 'First Name', june.firstName);
  await type(page, 'Last Name', june.lastName);
  await type(page, 'Business email address', june.email);
  await type(page, 'Business phone number', '617-555-0155');
  await type(page, 'Business fax number', '617-555-0156');
  await type(page, 'Password', june.password);
  await type(page, 'Password again', june.password);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Confirm your email address' })).toBeVisible();
  await confirmEmail(mailbox, june.email);
  await pressKeyOn(page, page.getByRole('button', { name: 'Sign in' }));
  await tabTo(page, page.getByRole('textbox', { name: 'Email' }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(june.email);
  await type(page, 'Password', june.password);
  const before = await mailbox.countPasscodes(june.email);
  await page.keyboard.press('Enter');
  const passcode = await mailbox.passcode(june.email, before);
  await tabTo(page, page.getByRole('textbox', { name: 'Passcode' }));
  await page.keyboard.type(passcode);
  await untilInStep(page);
  await pressKeyOn(page, page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Manage Users' }));
  await expect(page.getByRole('row', { name: /June Abara/u })).toContainText('Administrator');
  expect(desk.complaints).toEqual([]);
});

test('one desk holds accounts of both portals, and the ribbon switches between them', async ({
  danasDesk,
  mailbox,
}) => {
  const { page } = danasDesk;
  const ribbon = page.getByRole('button', { name: /^Linked account:/u });
  await ribbon.click();
  await page.getByRole('button', { name: 'Add an account' }).click();
  await portalOnStart(page, portalName).getByRole('button', { name: 'Sign in' }).click();
  await signIn(page, mailbox, dana);
  await untilInStep(page);
  await expect(ribbon).toHaveAccessibleName(/Bay State Home Health/u);
  await goTo(page, 'Manage Users');
  await expect(page.getByRole('row', { name: /Tomás Rivera/u })).toBeVisible();
  await page.keyboard.press('Control+Shift+L');
  // the active account comes first, then the others
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(ribbon).toHaveAccessibleName(/Beacon Street/u);
  await expect(page.getByRole('row', { name: /Bay State/u })).toHaveCount(0);
  expect(danasDesk.complaints).toEqual([]);
});
