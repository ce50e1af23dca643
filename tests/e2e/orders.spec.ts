import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';
import type { Desk } from './support/desk.ts';
import type { Mailbox } from './support/mailbox.ts';
import { dana, goTo, portalOnStart } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const portalName = 'Carelon MBM provider portal';

test.describe.configure({ timeout: 120_000 });

async function signIn(page: Page, mailbox: Mailbox): Promise<void> {
  await portalOnStart(page, portalName).getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('textbox', { name: /^(?:Username|Email)/u }).fill('dana.whitfield');
  await page.getByRole('textbox', { name: 'Password' }).fill(dana.password);
  const before = await mailbox.countPasscodes(dana.email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Passcode' }).fill(await mailbox.passcode(dana.email, before));
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** What the system would do: letters are handed to a viewer, and a dialog answers with this file. */
async function standInForTheSystem({ app }: Desk, file: string): Promise<void> {
  await app.evaluate(({ dialog, shell }, chosen) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedFiles: opened });
    shell.openPath = (letter) => {
      opened.push(letter);
      return Promise.resolve('');
    };
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}

async function search(page: Page, by: string, label: string, term: string): Promise<void> {
  await page.getByText(by, { exact: true }).first().click();
  await page.getByRole('textbox', { name: label }).fill(term);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
}

test('A11, E6, E7, E8: agrees to the disclaimer, finds a member’s orders across all solutions, opens a letter, uploads pertinent pages', async ({
  desk,
  mailbox,
  home,
}) => {
  const { page } = desk;
  const chart = await PDFDocument.create();
  for (let count = 0; count < 6; count += 1) chart.addPage();
  const file = path.join(home, 'chart.pdf');
  writeFileSync(file, await chart.save());
  await standInForTheSystem(desk, file);
  await signIn(page, mailbox);

  await goTo(page, 'Home');
  await expect(page.getByText('ProviderPortal is now the Carelon MBM provider portal')).toBeVisible();
  await page.getByRole('button', { name: /^Dismiss: ProviderPortal is now/u }).click();
  await expect(page.getByText('ProviderPortal is now the Carelon MBM provider portal')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '2 portal updates' })).toBeVisible();

  await goTo(page, 'Check Order Status');
  await expect(page.getByText('Check Order Status was retired on August 26, 2024')).toBeVisible();
  await page.getByRole('button', { name: 'Open Order Search' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Order Search' })).toBeFocused();
  await page.getByRole('button', { name: 'Agree' }).click();

  await search(page, 'Member', 'Member name or number', 'marchetti');
  const table = page.getByRole('table', { name: 'Orders' });
  await expect(table.getByRole('row')).toHaveCount(5);
  for (const solution of ['Radiology', 'Cardiology', 'Sleep', 'Genetic testing']) {
    await expect(table.getByText(solution, { exact: true })).toBeVisible();
  }
  await search(page, 'ACMP#', 'ACMP#', 'a79000101');
  await expect(table.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: '209000101' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Order 209000101' })).toBeVisible();
  await page.getByRole('button', { name: 'Request for documents' }).click();
  await expect
    .poll(() => desk.app.evaluate(() => (globalThis as unknown as { openedFiles: string[] }).openedFiles.length))
    .toBe(1);
  await page.getByRole('button', { name: 'Choose a document' }).click();
  await page.getByRole('textbox', { name: 'Pages to upload' }).fill('2-3, 9');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await expect(page.getByText('The document does not have all of these pages.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Pages to upload' }).fill('2-3, 5');
  await page.keyboard.press('Enter');
  const sent = page.getByRole('table', { name: 'Uploaded documents' });
  await expect(sent.getByRole('row', { name: /chart\.pdf/u })).toContainText('2-3, 5');

  await page.getByRole('textbox', { name: 'Additional Information' }).fill('Pain for six weeks');
  await expect(page.getByText('18 of 2,000 characters')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^Saved /u)).toBeVisible();

  await page.getByRole('button', { name: 'Back to Order Search' }).click();
  await search(page, 'Order ID', 'Order ID', '209000102');
  await page.getByRole('button', { name: '209000102' }).click();
  await expect(page.getByText(/The clinical questions come first/u)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose a document' })).toHaveCount(0);
  expect(desk.complaints).toEqual([]);
});
