import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { newHome, openDesk, removeHome, type Desk } from './support/desk.ts';
import { chooseByTyping, pressKeyOn, tabTo, typeInto } from './support/keyboard.ts';
import { Mailbox } from './support/mailbox.ts';
import { startPortal, type PortalProcess } from './support/portal-process.ts';
import { demoData } from './support/demo-data.ts';
import { confirmEmail, goTo, portalOnStart } from './support/steps.ts';

const root = path.resolve(import.meta.dirname, '../..');
const blueCross = 'Blue Cross Blue Shield of Massachusetts';
const person = {
  firstName: 'Ines',
  lastName: 'Calder',
  email: 'ines.calder@example.com',
  username: 'ines.calder',
  password: 'lantern on the quay',
};
/** Beacon Street Medical Group's, which three plans know, and Charles River Pediatrics', which one does. */
const [ofThree, ofOne] = ['04-2761938', '27-0846195'];

test.describe.configure({ timeout: 240_000 });

interface Stage {
  readonly desk: Desk;
  /** The service as it runs now: staff act while it is stopped, because its database takes one process. */
  portal: PortalProcess;
  readonly mailbox: () => Mailbox;
}

/** A service on a folder of its own, and a desk on another. */
async function onStage(play: (stage: Stage, data: string) => Promise<void>): Promise<void> {
  const [data, home] = [await demoData(), newHome('provider-portal')];
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

/** A8: the portal's staff verify the account; then the second email comes. */
async function verify(stage: Stage, data: string, portalId: string): Promise<void> {
  const { port } = new URL(stage.portal.url);
  await stage.portal.stop();
  const run = spawnSync(
    process.execPath,
    [path.join(root, 'out/portal/operator.js'), 'verify-account', person.email, '--data', data, '--portal', portalId],
    { encoding: 'utf8', env: { ...process.env, DATABASE_URL: '', SMTP_URL: '' } },
  );
  expect(run.status, run.stderr + run.stdout).toBe(0);
  stage.portal = await startPortal({ data, port: Number(port) });
  await stage.mailbox().waitFor(person.email, /activ|verified/iu);
}

const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const combobox = (page: Page, name: string) => page.getByLabel(name).and(page.locator('input'));

async function choose(page: Page, name: string, option: string): Promise<void> {
  await combobox(page, name).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function registerByMouse(page: Page, portalName: string): Promise<void> {
  await portalOnStart(page, portalName).getByRole('button', { name: 'Register', exact: true }).click();
  await text(page, 'First Name').fill(person.firstName);
  await text(page, 'Last Name').fill(person.lastName);
  await choose(page, 'User Role', 'Ordering Provider');
  await text(page, 'Organization name').fill('Beacon Street Medical Group');
  await text(page, 'Organization address').fill('12 Beacon Street');
  await text(page, 'City').fill('Boston');
  await choose(page, 'State', 'Massachusetts (MA)');
  await text(page, 'ZIP code').fill('02108');
  await text(page, 'Email address').fill(person.email);
  await text(page, 'Phone').fill('617-555-0150');
  await text(page, 'Fax').fill('617-555-0151');
  await page.getByRole('button', { name: 'Next' }).click();

  await expect(page.getByRole('heading', { name: 'Section 2 - Login Information' })).toBeVisible();
  await text(page, 'Username').fill(person.username);
  await text(page, 'Password').fill(person.password);
  await text(page, 'Password again').fill(person.password);
  for (const [place, [question, answer]] of questions.entries()) {
    await choose(page, `Security Question ${String(place + 1)}`, question);
    await page
      .getByLabel(`Answer ${String(place + 1)}`)
      .and(page.locator('input'))
      .fill(answer);
  }
  await page.getByRole('button', { name: 'Next' }).click();

  await expect(page.getByRole('heading', { name: 'Section 3 - Application Selection' })).toBeVisible();
  await page.getByRole('radio', { name: 'Health Plan Utilization Review Program' }).check();
  await page.getByRole('radio', { name: 'Tax ID (TIN)' }).check();
  await text(page, 'Tax ID (TIN)').fill(ofOne);
  await expect(page.getByRole('checkbox', { name: 'Quabbin Family Plan' })).toBeChecked();
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByRole('checkbox', { name: 'I Agree to the Terms of Service' }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Submit Registration' }).click();
}

const questions = [
  ['What was the make of your first car?', 'Saab'],
  ['In what town was your first job?', 'Lowell'],
  ['What was the name of your first school?', 'Riverside'],
] as const;

for (const { id, name, support } of [
  { id: 'carelon-mbm', name: 'Carelon MBM provider portal', support: 'Carelon Web Customer Service' },
  { id: 'aim', name: 'AIM ProviderPortal', support: 'AIM Specialty Health Web Customer Service' },
]) {
  test(`A1-A8, A11: ${name}: registers, is verified, agrees to the disclaimer and adds a health plan`, async () => {
    await onStage(async (stage, data) => {
      const { page } = stage.desk;
      await registerByMouse(page, name);
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
      await confirmEmail(stage.mailbox(), person.email);
      await verify(stage, data, id);

      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('textbox', { name: /^(?:Username|Email)/u }).fill(person.username);
      await page.getByRole('textbox', { name: 'Password' }).fill(person.password);
      const before = await stage.mailbox().countPasscodes(person.email);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('textbox', { name: 'Passcode' }).fill(await stage.mailbox().passcode(person.email, before));

      await expect(page.getByRole('region', { name: 'HIPAA Disclaimer' })).toBeVisible();
      await goTo(page, 'Manage Your User Profile');
      await page.getByRole('button', { name: 'Agree' }).click();
      const list = page.getByRole('region', { name: 'Health Plan Utilization Review Programs' });
      await expect(list.getByRole('row', { name: /Quabbin Family Plan/u })).toContainText('•••••6195');
      await expect(list.getByText(`${blueCross} is missing`)).toBeVisible();
      await expect(list.getByText(support)).toBeVisible();

      await page.getByRole('button', { name: 'Add New Health Plan' }).click();
      await choose(page, 'Health plan', blueCross);
      const box = text(page, 'Tax ID (TIN)');
      await box.fill(ofOne);
      await page.getByRole('button', { name: 'Next' }).click();
      await expect(page.getByText(/does not match the portal’s records/u)).toBeVisible();
      await box.fill(ofThree);
      await page.getByRole('button', { name: 'Next' }).click();
      await expect(list.getByRole('row', { name: new RegExp(blueCross, 'u') })).toContainText('•••••1938');
      await expect(list.getByText(`${blueCross} is missing`)).toHaveCount(0);
    });
  });

  test(`A4, A5, A11: ${name}: all of it by keyboard alone`, async () => {
    await onStage(async (stage, data) => {
      const { page } = stage.desk;
      const start = portalOnStart(page, name);
      await pressKeyOn(page, start.getByRole('button', { name: 'Register', exact: true }));
      await typeInto(page, text(page, 'First Name'), person.firstName);
      await typeInto(page, text(page, 'Last Name'), person.lastName);
      await chooseByTyping(page, combobox(page, 'User Role'), 'Ordering Provider');
      await typeInto(page, text(page, 'Organization name'), 'Beacon Street Medical Group');
      await typeInto(page, text(page, 'Organization address'), '12 Beacon Street');
      await typeInto(page, text(page, 'City'), 'Boston');
      await chooseByTyping(page, combobox(page, 'State'), 'Massachusetts (MA)');
      await typeInto(page, text(page, 'ZIP code'), '02108');
      await typeInto(page, text(page, 'Email address'), person.email);
      await typeInto(page, text(page, 'Phone'), '617-555-0150');
      await typeInto(page, text(page, 'Fax'), '617-555-0151');
      await page.keyboard.press('Enter');

      await expect(page.getByRole('heading', { name: 'Section 2 - Login Information' })).toBeFocused();
      await typeInto(page, text(page, 'Username'), person.username);
      await typeInto(page, text(page, 'Password'), person.password);
      await typeInto(page, text(page, 'Password again'), person.password);
      for (const [place, [question, answer]] of questions.entries()) {
        await chooseByTyping(page, combobox(page, `Security Question ${String(place + 1)}`), question);
        await typeInto(page, combobox(page, `Answer ${String(place + 1)}`), answer);
      }
      await page.keyboard.press('Enter');

      await expect(page.getByRole('heading', { name: 'Section 3 - Application Selection' })).toBeFocused();
      await pressKeyOn(page, page.getByRole('radio', { name: 'Health Plan Utilization Review Program' }), 'Space');
      await pressKeyOn(page, page.getByRole('button', { name: 'Help: Provider Identifier' }));
      await expect(
        page.getByText('Enter the Tax ID (TIN) to locate the associated health plan(s) for your account'),
      ).toBeVisible();
      await page.keyboard.press('Escape');
      await pressKeyOn(page, page.getByRole('radio', { name: 'Tax ID (TIN)' }), 'Space');
      await typeInto(page, text(page, 'Tax ID (TIN)'), ofOne);
      await pressKeyOn(page, page.getByRole('button', { name: 'Add another Tax ID (TIN)' }));
      await page.keyboard.type(ofThree);
      const checkbox = page.getByRole('checkbox', { name: blueCross });
      await expect(checkbox).toBeChecked();
      await pressKeyOn(page, checkbox, 'Space');
      await expect(page.getByText(`${blueCross} is not checked.`)).toBeVisible();
      await pressKeyOn(page, page.getByRole('button', { name: 'Next' }));

      await pressKeyOn(page, page.getByRole('checkbox', { name: 'I Agree to the Terms of Service' }), 'Space');
      await pressKeyOn(page, page.getByRole('button', { name: 'Next' }));
      await pressKeyOn(page, page.getByRole('button', { name: 'Submit Registration' }));
      await confirmEmail(stage.mailbox(), person.email);
      await verify(stage, data, id);

      await pressKeyOn(page, page.getByRole('button', { name: 'Sign in' }));
      const signInName = page.getByRole('textbox', { name: /^(?:Username|Email)/u });
      await tabTo(page, signInName);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(person.username);
      await typeInto(page, page.getByRole('textbox', { name: 'Password' }), person.password);
      const before = await stage.mailbox().countPasscodes(person.email);
      await page.keyboard.press('Enter');
      const passcode = await stage.mailbox().passcode(person.email, before);
      await tabTo(page, page.getByRole('textbox', { name: 'Passcode' }));
      await page.keyboard.type(passcode);
      await expect(page.getByRole('region', { name: 'HIPAA Disclaimer' })).toBeVisible();
      await pressKeyOn(page, page.getByRole('button', { name: 'Agree' }));
      await pressKeyOn(
        page,
        page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Manage Your User Profile' }),
      );
      await pressKeyOn(page, page.getByRole('button', { name: 'Add New Health Plan' }));
      await chooseByTyping(page, combobox(page, 'Health plan'), blueCross);
      await typeInto(page, text(page, 'Tax ID (TIN)'), ofThree);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('row', { name: new RegExp(blueCross, 'u') })).toContainText('•••••1938');
    });
  });
}
