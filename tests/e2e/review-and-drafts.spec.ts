import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { newHome, openDesk, removeHome, type Desk } from './support/desk.ts';
import { pdfText } from './support/pdf-text.ts';
import { portalOnStart } from './support/steps.ts';
import { expect, test } from './support/test.ts';
import { violations, violationsInLightAndDark } from './support/violations.ts';

const portalName = 'Carelon MBM provider portal';
const secrets = {
  username: 'robin.vale.desk',
  password: 'seven quiet otters swim',
  answer: 'Otter Lane',
};
const expectedPlan = 'Blue Cross Blue Shield of Massachusetts';

const openForm = async (page: Page, by = 'Register') => {
  await portalOnStart(page, portalName).getByRole('button', { name: by }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Register' })).toBeVisible();
};
const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });
const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();
const fill = (page: Page, name: string, value: string) =>
  page.getByRole('textbox', { name, exact: false }).first().fill(value);

async function fillDetails(page: Page): Promise<void> {
  await fill(page, 'First Name', 'Robin');
  await fill(page, 'Last Name', 'Vale');
  await page.getByRole('combobox', { name: 'User Role' }).click();
  await page.getByRole('option', { name: 'Ordering Provider' }).click();
  await fill(page, 'Organization name', 'Harborview Family Medicine');
  await fill(page, 'Organization address', '12 Harbor <b>Street</b>');
  await fill(page, 'City', 'Quincy');
  await page.getByRole('combobox', { name: 'State' }).fill('massa');
  // a key pressed before the list has been narrowed opens it, and chooses nothing
  await expect(page.getByRole('option', { name: 'Massachusetts (MA)' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'State' })).toHaveValue('Massachusetts (MA)');
  await fill(page, 'ZIP code', '02169');
  await fill(page, 'Email address', 'robin.vale@example.com');
  await fill(page, 'Phone', '617-555-0142');
  await fill(page, 'Fax', '617-555-0143');
  await next(page);
  await expect(step(page, 'Section 2 - Login Information')).toBeVisible();
}

async function fillLogin(page: Page): Promise<void> {
  await fill(page, 'Username', secrets.username);
  await fill(page, 'Password', secrets.password);
  await fill(page, 'Password again', secrets.password);
  for (const [place, question] of [/first street/u, /first job/u, /first car/u].entries()) {
    await page.getByRole('combobox', { name: `Security Question ${String(place + 1)}` }).click();
    await page.getByRole('option', { name: question }).click();
    await fill(page, `Answer ${String(place + 1)}`, `${secrets.answer} ${String(place + 1)}`);
  }
  await next(page);
  await expect(step(page, 'Section 3 - Application Selection')).toBeVisible();
}

/** The save dialog answers by itself. */
const saveTo = (desk: Desk, filePath: string) =>
  desk.app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);

test('A4, A5, A7: plans of several Tax IDs, the review with Edit, Show Answer and a PDF of what is revealed', async ({
  desk,
  home,
}) => {
  const { page } = desk;
  await openForm(page);
  await fillDetails(page);
  await fillLogin(page);

  await page.getByRole('radio', { name: 'Health Plan Utilization Review Program' }).check();
  await page.getByRole('radio', { name: 'Tax ID (TIN)' }).check();
  await page.getByRole('textbox', { name: 'Tax ID (TIN)' }).fill('04-3182657');
  await expect(page.getByRole('checkbox', { name: expectedPlan })).toBeChecked();
  await page.getByRole('button', { name: 'Add another Tax ID (TIN)' }).click();
  await expect(page.getByRole('textbox', { name: 'Tax ID (TIN) 2' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Tax ID (TIN) 2' }).fill('20-4558193');
  expect(await violations(page)).toEqual([]);
  await next(page);
  await page.getByRole('checkbox', { name: 'I Agree to the Terms of Service' }).check();
  await next(page);

  await expect(step(page, 'Review your registration')).toBeFocused();
  await expect(page.getByText(secrets.username)).toBeHidden();
  await page.getByRole('button', { name: 'Show Answer: Username' }).click();
  await expect(page.getByText(secrets.username)).toBeVisible();
  await expect(page.getByText(expectedPlan)).toBeVisible();
  expect(await violationsInLightAndDark(page)).toEqual([]);

  const file = path.join(home, 'registration.pdf');
  await saveTo(desk, file);
  await page.getByRole('button', { name: 'Print the form' }).click();
  await expect(page.getByText(`The form was saved as ${file}.`)).toBeVisible();
  const pdf = readFileSync(file);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const text = (await pdfText(pdf)).replaceAll(/\s/gu, '');
  for (const told of [
    portalName,
    'Harborview Family Medicine',
    '12 Harbor <b>Street</b>',
    expectedPlan,
    secrets.username,
  ])
    expect(text).toContain(told.replaceAll(/\s/gu, ''));
  for (const secret of [secrets.password, secrets.answer]) expect(text).not.toContain(secret.replaceAll(/\s/gu, ''));

  await saveTo(desk, path.join(home, 'no such folder', 'registration.pdf'));
  await page.getByRole('button', { name: 'Print the form' }).click();
  await expect(page.getByRole('alert')).toContainText('The file could not be saved');

  await page.getByRole('button', { name: 'Edit Section 1 - User Details' }).click();
  await fill(page, 'City', 'Braintree');
  await next(page);
  await expect(step(page, 'Review your registration')).toBeVisible();
  await expect(page.getByText('Braintree')).toBeVisible();
  await page.getByRole('button', { name: 'Submit Registration' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Registration Confirmation' })).toBeVisible();
  expect(desk.complaints).toEqual([]);
});

test('D4: I Agree works once the terms have been scrolled to their end, by keyboard too', async ({ desk }) => {
  const { page } = desk;
  await portalOnStart(page, 'Provider Central').getByRole('button', { name: 'Register' }).click();
  await fill(page, 'NPI or Blue Cross provider number', '1234567893');
  await page.getByRole('radio', { name: 'Office Staff or Other Service Provider' }).check();
  await next(page);
  await expect(step(page, 'Terms of Use')).toBeVisible();
  const agree = page.getByRole('button', { name: 'I Agree' });
  await expect(agree).toBeDisabled();
  await expect(page.getByText('Scroll to the end of the text to go on with “I Agree”.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('region', { name: /^Terms of Use and/u }).focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('End');
  await expect(agree).toBeEnabled();
  await agree.click();
  await expect(step(page, 'Username, password and contact information')).toBeVisible();
});

test('an unfinished registration survives a closed window, without its secrets, until one starts over', async ({
  portal,
}) => {
  const home = newHome('draft');
  const first = await openDesk({ home, portalUrl: portal.url });
  await openForm(first.page);
  await fillDetails(first.page);
  await fillLogin(first.page);
  await first.close();
  const written = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)).toString('latin1'))
    .join('');
  for (const text of [secrets.username, secrets.password, secrets.answer, 'Harborview'])
    expect(written).not.toContain(text);

  const second = await openDesk({ home, portalUrl: portal.url });
  const { page } = second;
  await openForm(page, 'Continue your registration');
  await expect(step(page, 'Section 2 - Login Information')).toBeVisible();
  for (const name of ['Username', 'Password', 'Answer 1'])
    await expect(page.getByRole('textbox', { name }).first()).toHaveValue('');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('textbox', { name: 'City' })).toHaveValue('Quincy');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByRole('textbox', { name: 'City' })).toHaveValue('');
  await second.close();

  const third = await openDesk({ home, portalUrl: portal.url });
  await openForm(third.page);
  await expect(third.page.getByRole('textbox', { name: 'City' })).toHaveValue('');
  await expect(third.page.getByRole('button', { name: 'Start over' })).toBeHidden();
  await third.close();
  removeHome(home);
});
