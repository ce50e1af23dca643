import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { newHome, openDesk, removeHome } from './support/desk.ts';
import { Mailbox } from './support/mailbox.ts';
import { startPortal } from './support/portal-process.ts';
import { demoData } from './support/demo-data.ts';
import { dana, portalOnStart } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const root = path.resolve(import.meta.dirname, '../..');
const carelon = 'Carelon MBM provider portal';
const walter = { username: 'walter.finch', email: 'walter.finch@example.com', password: dana.password };
const moved = { email: 'w.finch@beaconstreet.example', password: 'seven quiet otters' };

test.describe.configure({ timeout: 240_000 });

async function enterPassword(page: Page, name: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Username or email address' }).fill(name);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function enterPasscode(page: Page, code: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Enter your passcode' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Passcode' }).fill(code);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

test('E1: at AIM somebody signs in with the answer to a secret question', async ({ desk }) => {
  const { page } = desk;
  await portalOnStart(page, 'AIM ProviderPortal').getByRole('button', { name: 'Sign in' }).click();
  await enterPassword(page, 'dana.whitfield', dana.password);
  await page.getByRole('button', { name: 'Answer a secret question' }).click();
  await expect(page.getByRole('heading', { name: 'Answer a secret question' })).toBeVisible();
  const answer = page.getByLabel('What was the name of the first street that you lived in?');
  await expect(answer).toBeFocused();
  await expect(answer).toHaveAttribute('type', 'password');
  await page.keyboard.type('Main Street');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That answer is not right. You have 4 tries left.')).toBeVisible();
  await page.getByRole('button', { name: 'Show answer' }).click();
  await answer.fill('ferry  LANE');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(desk.complaints).toEqual([]);
});

test('E2: an existing user signs in by username, gets the notice, moves to MFA, and signs in with the new address', async () => {
  const [data, home] = [await demoData(), newHome('migration')];
  let portal = await startPortal({ data });
  const desk = await openDesk({ home, portalUrl: portal.url });
  const { page } = desk;
  try {
    const before = new Mailbox(portal.mailboxUrl);
    await portalOnStart(page, carelon).getByRole('button', { name: 'Sign in' }).click();
    await enterPassword(page, walter.username, walter.password);
    await enterPasscode(page, await before.passcode(walter.email, 0));

    const { port } = new URL(portal.url);
    await portal.stop();
    const announced = spawnSync(
      process.execPath,
      [path.join(root, 'out/portal/operator.js'), 'announce-migration', '--data', data, '--portal', 'carelon-mbm'],
      { encoding: 'utf8', env: { ...process.env, DATABASE_URL: '', SMTP_URL: '' } },
    );
    expect(announced.stdout, announced.stderr).toContain('1 user is told, with 30 days to complete it');
    portal = await startPortal({ data, port: Number(port) });
    const mailbox = new Mailbox(portal.mailboxUrl);
    const notice = await mailbox.waitFor(walter.email, /multi-factor authentication/u);
    expect(notice.text.replaceAll(/\s+/gu, ' ')).toContain('which becomes your new username');

    // as after a night: the computer wakes up, and the desk looks at once
    await desk.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
    const told = page.getByRole('status').filter({ hasText: 'Set up multi-factor authentication' });
    await expect(told).toContainText('30 days left, until');
    await told.getByRole('button', { name: 'Sign in and set it up' }).click();
    await expect(page.getByRole('textbox', { name: 'Username or email address' })).toHaveValue(walter.username);
    await enterPassword(page, walter.username, walter.password);
    await expect(page.getByRole('heading', { name: 'Set up multi-factor authentication' })).toBeVisible();
    await expect(page.getByText(/You have 30 days to complete it: 30 days left, until/u)).toBeVisible();
    await page.getByRole('textbox', { name: 'Email address' }).fill(moved.email);
    await page.getByLabel('New password', { exact: true }).fill(moved.password);
    await page.getByLabel('New password again', { exact: true }).fill(moved.password);
    await page.getByRole('button', { name: 'Send me a passcode' }).click();
    await enterPasscode(page, await mailbox.passcode(moved.email, 0));
    await expect(told).toHaveCount(0);
    expect((await mailbox.waitFor(walter.email, /is set up/u)).text).toContain('w•••@beaconstreet.example');

    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in again' }).first().click();
    await enterPassword(page, walter.username, walter.password);
    await expect(page.getByRole('alert')).toContainText('Username or password is not right');
    const codes = await mailbox.countPasscodes(moved.email);
    await enterPassword(page, moved.email, moved.password);
    await enterPasscode(page, await mailbox.passcode(moved.email, codes));
    expect(desk.complaints.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  } finally {
    await desk.close();
    await portal.stop();
    removeHome(home);
    removeHome(data);
  }
});
