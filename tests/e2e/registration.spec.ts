import { pressKeyOn, tabTo, typeInto } from './support/keyboard.ts';
import { expect, test } from './support/test.ts';
import {
  confirmAgreement,
  confirmEmail,
  dana,
  fillEligibilityStep,
  goTo,
  letters,
  portalOnStart,
  register,
  signIn,
  signInFromStart,
  untilInStep,
  type Person,
} from './support/steps.ts';

const lee: Person = {
  firstName: 'Lee',
  lastName: 'Park',
  email: 'lee.park@example.com',
  password: 'seven quiet harbors',
};

test('C1-C7, E1: the first one for a provider registers, confirms the address, signs in with a passcode and is its administrator', async ({
  desk,
  mailbox,
}) => {
  const { page } = desk;
  await register(page, lee, letters.harborview);
  await confirmEmail(mailbox, lee.email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await signIn(page, mailbox, lee);
  await untilInStep(page);
  await goTo(page, 'Manage Users');
  await expect(page.getByRole('row', { name: /Lee Park/u })).toContainText('Administrator');
  // C13
  await expect(page.getByRole('grid', { name: 'Users' }).getByRole('columnheader')).toHaveText([
    '',
    'Email',
    'Name',
    'Role',
    'Permissions',
    'Status',
    'Actions',
  ]);
  expect(desk.complaints).toEqual([]);
});

test('C1-C7, E1: all of it by keyboard alone', async ({ desk, mailbox }) => {
  const { page } = desk;
  const text = (name: string | RegExp) => page.getByRole('textbox', { name });
  const { harborview } = letters;
  await pressKeyOn(page, portalOnStart(page).getByRole('button', { name: 'Register' }));
  await typeInto(page, text('First Name'), lee.firstName);
  await typeInto(page, text('Last Name'), lee.lastName);
  await typeInto(page, text('Email'), lee.email);
  await typeInto(page, text('Password').first(), lee.password);
  await typeInto(page, text('Password again'), lee.password);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Step 1 of 2 - Provider Eligibility' })).toBeFocused();
  await tabTo(page, page.getByRole('radio', { name: 'Practitioner' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Group' })).toBeChecked();
  await typeInto(page, text('Group Name'), harborview.name);
  await typeInto(page, text('Tax ID'), harborview.taxId);
  await typeInto(page, text('CCA Provider ID/Billing Number'), harborview.providerId);
  await typeInto(page, text('ZIP code'), harborview.zip);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Step 2 of 2 - Provider Agreement' })).toBeFocused();
  await pressKeyOn(page, page.getByRole('checkbox', { name: 'I confirm the Provider Agreement' }), 'Space');
  await pressKeyOn(page, page.getByRole('button', { name: 'Next' }));
  await expect(page.getByRole('heading', { name: 'Confirm your email address' })).toBeVisible();
  await confirmEmail(mailbox, lee.email);

  await pressKeyOn(page, page.getByRole('button', { name: 'Sign in' }));
  await tabTo(page, text('Email'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(lee.email);
  await typeInto(page, text('Password'), lee.password);
  const before = await mailbox.countPasscodes(lee.email);
  await page.keyboard.press('Enter');
  const passcode = await mailbox.passcode(lee.email, before);
  await tabTo(page, text('Passcode'));
  await page.keyboard.type(passcode);
  await pressKeyOn(page, page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Manage Users' }));
  await expect(page.getByRole('row', { name: /Lee Park/u })).toContainText('Administrator');
  expect(desk.complaints).toEqual([]);
});

test('C6: where there is an administrator the newcomer waits, and gets in when the request is approved elsewhere', async ({
  desk,
  mailbox,
}) => {
  const { page } = desk;
  await register(page, lee, letters.lakeside);
  await expect(page.getByText('waits for the administrator')).toBeVisible();
  await confirmEmail(mailbox, lee.email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await signIn(page, mailbox, lee);
  await goTo(page, 'Manage Linked Accounts');
  await expect(page.getByRole('row', { name: /Lakeside/u })).toContainText('Awaiting administrator');
});

test('C8, C9: a second ID is linked, and the ribbon switches by keyboard', async ({ danasDesk }) => {
  const { page } = danasDesk;
  await goTo(page, 'Link Account');
  await fillEligibilityStep(page, letters.okafor);
  await page.getByRole('button', { name: 'Next' }).click();
  await confirmAgreement(page, 'Finish');
  await expect(page.getByRole('row', { name: /Samuel Okafor/u })).toContainText('Active');
  await page.keyboard.press('Control+Shift+L');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Linked account:/u })).not.toHaveAccessibleName(/Beacon Street/u);
});

test('wrong input is told beside its field and nothing typed is lost', async ({ desk }) => {
  const { page } = desk;
  await portalOnStart(page).getByRole('button', { name: 'Register' }).click();
  await page.getByRole('textbox', { name: 'Email' }).fill('not an address');
  await page.getByRole('button', { name: 'Next' }).click();
  const email = page.getByRole('textbox', { name: 'Email' });
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveValue('not an address');
  await expect(page.getByRole('textbox', { name: 'First Name' })).toBeFocused();
});

test('a wrong passcode counts its tries; the right one still signs in', async ({ desk, mailbox }) => {
  const { page } = desk;
  await portalOnStart(page).getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Email' }).fill(dana.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(dana.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const code = await mailbox.passcode(dana.email, 0);
  const wrong = code === '123456' ? '654321' : '123456';
  await page.getByRole('textbox', { name: 'Passcode' }).fill(wrong);
  await expect(page.getByRole('alert')).toContainText('4');
  await page.getByRole('textbox', { name: 'Passcode' }).fill(code);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('sign-out ends the session and keeps what is cached readable', async ({ danasDesk, mailbox }) => {
  const { page } = danasDesk;
  await page.getByRole('button', { name: /^Linked account:/u }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible();
  await goTo(page, 'Manage Users');
  await expect(page.getByRole('grid', { name: 'Users' }).getByRole('row').nth(3)).toBeVisible();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await signIn(page, mailbox, dana);
  await untilInStep(page);
});

test('nothing moves under the pointer when the service says that it is a demonstration', async ({ desk }) => {
  const { page } = desk;
  const button = portalOnStart(page, 'AIM ProviderPortal').getByRole('button', { name: 'Sign in' });
  const before = await button.boundingBox();
  await expect(page.getByRole('complementary', { name: 'Demonstration' })).toBeVisible();
  expect(await button.boundingBox()).toEqual(before);
});

test('the demonstration can be signed in to', async ({ desk, mailbox }) => {
  await signInFromStart(desk.page, mailbox, dana);
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText('Dana');
});
