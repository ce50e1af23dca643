import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { pdfText } from '../src-portal/pdf-text.ts';
import { newHome, openDesk, removeHome, type Desk } from './support/desk.ts';
import { pressKeyOn, tabTo, typeInto } from './support/keyboard.ts';
import { Mailbox } from './support/mailbox.ts';
import { startPortal, type PortalProcess } from './support/portal-process.ts';
import { demoData } from './support/demo-data.ts';
import { confirmEmail, goTo, portalOnStart } from './support/steps.ts';

const root = path.resolve(import.meta.dirname, '../..');
const person = {
  firstName: 'Noor',
  lastName: 'Haddad',
  email: 'noor.haddad@example.com',
  username: 'noor.haddad',
  password: 'lantern on the quay',
};

/** Seeded: nobody is there yet, nobody is there yet, and Renée Okonkwo administers it. */
const tremont = { number: 'M40238', taxId: '04-2958173', name: 'Tremont Family Health' };
const wachusett = { number: 'M40349', taxId: '46-1820573', name: 'Wachusett Pediatric Group' };
const charlesgate = { number: 'M40127', taxId: '04-3617285', name: 'Charlesgate Internal Medicine' };

/** Out of Tremont's advisories; the second field of each is typed as somebody copies it. */
const claims = [
  ['2025-11-14', '25 318 004471', "O'Connell", '2025-10-20', '0047120385', 'TFH-20817'],
  ['2025-11-28', '25-332-001938', 'Nguyen', '2025-11-06', 'EFT 8830417', ''],
] as const;
const questions = [
  'Advisory date',
  'Claim number',
  'Patient last name',
  'First date of service',
  'Check number (or EFT number)',
  'Patient account number (if applicable)',
];

test.describe.configure({ timeout: 270_000 });

interface Stage {
  readonly desk: Desk;
  /** The service as it runs now: staff act while it is stopped, because its database takes one process. */
  portal: PortalProcess;
  readonly mailbox: () => Mailbox;
}

async function onStage(play: (stage: Stage, data: string) => Promise<void>): Promise<void> {
  const [data, home] = [await demoData(), newHome('provider-central')];
  const portal = await startPortal({ data });
  const desk = await openDesk({ home, portalUrl: portal.url });
  const stage: Stage = { desk, portal, mailbox: () => new Mailbox(stage.portal.mailboxUrl) };
  try {
    await play(stage, data);
    expect(desk.complaints.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  } finally {
    await desk.close();
    await stage.portal.stop();
    removeHome(home);
    removeHome(data);
  }
}

const text = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name, exact: true });
const field = (page: Page, name: string) => page.getByLabel(name).and(page.locator('input'));
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const way = (page: Page, name: string) => page.getByRole('radio', { name });
const row = (page: Page, { name }: { readonly name: string }) => page.getByRole('row', { name: new RegExp(name, 'u') });

async function registerByMouse(page: Page): Promise<void> {
  await portalOnStart(page, 'Provider Central').getByRole('button', { name: 'Register', exact: true }).click();
  await text(page, 'NPI or Blue Cross provider number').fill(tremont.number);
  await way(page, 'Office Staff or Other Service Provider').check();
  await button(page, 'Next').click();
  // works only once the text has been scrolled to its end
  const terms = page.getByRole('region', { name: /^Terms of Use/u });
  await terms.hover();
  await page.mouse.wheel(0, 20_000);
  await expect(page.getByText('This is the end of the terms.')).toBeInViewport();
  await button(page, 'I Agree').click();
  await text(page, 'Username').fill(person.username);
  await text(page, 'Password').fill(person.password);
  await text(page, 'Password again').fill(person.password);
  await text(page, 'First Name').fill(person.firstName);
  await text(page, 'Last Name').fill(person.lastName);
  await text(page, 'Email address').fill(person.email);
  await text(page, 'Phone').fill('617-555-0150');
  await button(page, 'Register').click();
}

async function signInByMouse({ desk: { page }, mailbox }: Stage): Promise<void> {
  await button(page, 'Sign in').click();
  await page.getByRole('textbox', { name: /^Username/u }).fill(person.username);
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password);
  const before = await mailbox().countPasscodes(person.email);
  await button(page, 'Sign in').click();
  await page.getByRole('textbox', { name: 'Passcode' }).fill(await mailbox().passcode(person.email, before));
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

async function startAssociation(page: Page, organization: { number: string; taxId: string }): Promise<void> {
  await goTo(page, 'Add an organization');
  await text(page, 'NPI or Blue Cross provider number').fill(organization.number);
  await text(page, 'Tax ID or Social Security number').fill(organization.taxId);
  await button(page, 'Next').click();
  await expect(page.getByRole('heading', { name: 'Select an option' })).toBeVisible();
}

/** The letter that the payer's staff prints and mails, while the service is stopped; answers its PIN. */
async function printedPin(stage: Stage, data: string): Promise<string> {
  const { port } = new URL(stage.portal.url);
  await stage.portal.stop();
  const operator = (...line: string[]) => {
    const run = spawnSync(
      process.execPath,
      [path.join(root, 'out/portal/operator.js'), ...line, '--data', data, '--portal', 'provider-central'],
      { encoding: 'utf8', env: { ...process.env, DATABASE_URL: '', SMTP_URL: '' } },
    );
    expect(run.status, run.stderr + run.stdout).toBe(0);
    return run.stdout;
  };
  const listed = JSON.parse(operator('list-waiting', '--json')) as { pinLetters: { linkedAccountId: string }[] };
  const out = path.join(data, 'letter.pdf');
  operator('print-pin-letter', listed.pinLetters[0]?.linkedAccountId ?? '', '--out', out);
  stage.portal = await startPortal({ data, port: Number(port) });
  const letter = pdfText(readFileSync(out));
  expect(letter).toContain('Attention: Noor Haddad');
  expect(letter).toContain('Worcester, MA 01609');
  return /^[A-Z0-9]{4}-[A-Z0-9]{4}$/mu.exec(letter)?.[0] ?? '';
}

/** Another desk, on which Renée approves the request. */
async function approveAsRenee(stage: Stage): Promise<void> {
  const home = newHome('renee');
  const desk = await openDesk({ home, portalUrl: stage.portal.url });
  try {
    const { page } = desk;
    const email = 'renee.okonkwo@example.com';
    await portalOnStart(page, 'Provider Central').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('textbox', { name: /^Username/u }).fill('renee.okonkwo');
    await page.getByRole('textbox', { name: 'Password' }).fill('maple ferry lantern 42');
    const before = await stage.mailbox().countPasscodes(email);
    await button(page, 'Sign in').click();
    await page.getByRole('textbox', { name: 'Passcode' }).fill(await stage.mailbox().passcode(email, before));
    await goTo(page, 'Access Requests');
    await expect(page.getByRole('heading', { name: 'Noor Haddad' })).toBeVisible();
    await page.getByRole('button', { name: /^Approve$/u }).click();
    await stage.mailbox().waitFor(person.email, /approved/iu);
  } finally {
    await desk.close();
    removeHome(home);
  }
}

test('D1, D2, D4-D8: registers, and is associated by claims, by a mailed PIN and by an administrator', async () => {
  await onStage(async (stage, data) => {
    const { page } = stage.desk;
    await registerByMouse(page);
    await confirmEmail(stage.mailbox(), person.email);
    await signInByMouse(stage);

    await startAssociation(page, tremont);
    await expect(way(page, 'Request access from an account administrator')).toBeDisabled();
    await way(page, 'Request same-day access').check();
    await button(page, 'Next').click();
    for (const [place, answers] of claims.entries())
      for (const [at, answer] of answers.entries())
        await field(page, `Claim ${String(place + 1)}: ${questions[at] ?? ''}`).fill(answer);
    await field(page, 'Claim 1: Check number (or EFT number)').fill('47120386');
    await button(page, 'Submit').click();
    await expect(page.getByRole('alert')).toContainText('You have 2 tries left');
    await field(page, 'Claim 1: Check number (or EFT number)').fill('47120385');
    await button(page, 'Submit').click();
    await expect(row(page, tremont)).toContainText('Waiting (until');
    await expect(row(page, tremont)).toContainText(/Approving new users \(1[45] min left\)/u);
    await goTo(page, 'Manage users');
    await expect(page.getByText(/Approving new users \(1[45] min left\)/u)).toBeVisible();
    await expect(row(page, { name: person.email })).toContainText('Administrator');

    await startAssociation(page, wachusett);
    await way(page, 'Request a PIN by U.S. mail').check();
    await button(page, 'Next').click();
    await button(page, 'Request PIN').click();
    await expect(row(page, wachusett)).toContainText('Awaiting PIN');
    const pin = await printedPin(stage, data);
    await row(page, wachusett).getByRole('button', { name: 'Enter PIN' }).click();
    const dialog = page.getByRole('dialog', { name: 'Enter PIN' });
    await dialog.getByRole('textbox', { name: 'PIN' }).fill('AAAA-AAAA');
    await dialog.getByRole('button', { name: 'Enter PIN' }).click();
    await expect(dialog.getByText(/You have 4 tries left/u)).toBeVisible();
    await dialog.getByRole('textbox', { name: 'PIN' }).fill(pin);
    await dialog.getByRole('button', { name: 'Enter PIN' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(row(page, wachusett)).toContainText('Administrator');

    await startAssociation(page, charlesgate);
    await way(page, 'Request access from an account administrator').check();
    await button(page, 'Next').click();
    await expect(page.getByText('Renée Okonkwo')).toBeVisible();
    await button(page, 'Continue').click();
    await expect(row(page, charlesgate)).toContainText('Ask Renée Okonkwo to approve you.');
    await approveAsRenee(stage);
    await expect(row(page, charlesgate)).toContainText('Waiting (until', { timeout: 30_000 });
  });
});

test('D4, D5, D7: all of it by keyboard alone', async () => {
  await onStage(async (stage) => {
    const { page } = stage.desk;
    await pressKeyOn(
      page,
      portalOnStart(page, 'Provider Central').getByRole('button', { name: 'Register', exact: true }),
    );
    await typeInto(page, text(page, 'NPI or Blue Cross provider number'), tremont.number);
    await pressKeyOn(page, way(page, 'Provider').first(), 'Space');
    await pressKeyOn(page, button(page, 'Next'));
    await tabTo(page, page.getByRole('region', { name: /^Terms of Use/u }));
    await page.keyboard.press('End');
    await expect(page.getByText('This is the end of the terms.')).toBeInViewport();
    await pressKeyOn(page, button(page, 'I Agree'));
    for (const [name, typed] of [
      ['Username', person.username],
      ['Password', person.password],
      ['Password again', person.password],
      ['First Name', person.firstName],
      ['Last Name', person.lastName],
      ['Email address', person.email],
      ['Phone', '617-555-0150'],
    ] as const)
      await typeInto(page, text(page, name), typed);
    await pressKeyOn(page, button(page, 'Register'));
    await confirmEmail(stage.mailbox(), person.email);

    await pressKeyOn(page, button(page, 'Sign in'));
    await tabTo(page, page.getByRole('textbox', { name: /^Username/u }));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(person.username);
    await typeInto(page, page.getByRole('textbox', { name: 'Password' }), person.password);
    const before = await stage.mailbox().countPasscodes(person.email);
    await page.keyboard.press('Enter');
    const passcode = await stage.mailbox().passcode(person.email, before);
    await tabTo(page, page.getByRole('textbox', { name: 'Passcode' }));
    await page.keyboard.type(passcode);

    await pressKeyOn(
      page,
      page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Add an organization' }),
    );
    await typeInto(page, text(page, 'NPI or Blue Cross provider number'), tremont.number);
    await typeInto(page, text(page, 'Tax ID or Social Security number'), tremont.taxId);
    await page.keyboard.press('Enter');
    await pressKeyOn(page, way(page, 'Request same-day access'), 'Space');
    await pressKeyOn(page, button(page, 'Next'));
    for (const [place, answers] of claims.entries()) {
      for (const [at, answer] of answers.entries()) {
        await tabTo(page, field(page, `Claim ${String(place + 1)}: ${questions[at] ?? ''}`));
        // a date is typed as this computer writes it: month, day, year
        const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(answer) ?? [];
        await page.keyboard.type(year === undefined ? answer : `${String(month)}${String(day)}${year}`);
      }
    }
    await pressKeyOn(page, button(page, 'Submit'));
    await expect(row(page, tremont)).toContainText('Waiting (until');
  });
});
