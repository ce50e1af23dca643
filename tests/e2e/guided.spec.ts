import type { Page } from '@playwright/test';
import { addDays, dayOf } from '../../src-shared/domain/guided-deadline.ts';
import { portals } from '../../src-shared/portals/catalogue.ts';
import { associates, type PortalDefinition, type Proofs } from '../../src-shared/portals/definition.ts';
import { guidedSteps, namesOrganization } from '../../src-shared/portals/guided-steps.ts';
import { newHome, openDesk, removeHome, type Desk } from './support/desk.ts';
import { fillGuidedWizard, guidedAnswers } from './support/guided.ts';
import { goTo, portalOnStart } from './support/steps.ts';
import { expect, test } from './support/test.ts';

// nothing listens there: an office whose portals have only web sites
const portalUrl = 'http://127.0.0.1:9';
const today = dayOf(new Date());
const registeredOn = addDays(today, -19);

const csv = [
  'Email;Name;Role;Permissions;Status',
  'ines.moreau@example.com;"Moreau, Inès";User;;Active',
  'jamal.reed@example.com;Jamal Reed;Admin;All;Active',
  'broken;Nobody;User;;Active',
  'tom.adler@example.com;Tom Adler;User;;Active',
].join('\r\n');

const clipboard = ({ app }: Desk): Promise<string> => app.evaluate(({ clipboard: system }) => system.readText());

for (const portal of portals) {
  test(`an office keeps an account of ${portal.name} by hand`, async () => {
    test.setTimeout(180_000);
    const home = newHome('guided');
    let desk = await openDesk({ home, portalUrl });
    await registerByHand(desk, portal);
    await countsDown(desk, portal);
    if (associates(portal)) {
      await linkIfNeeded(desk, portal);
      await importUsers(desk, portal);
      await revokeByHand(desk, portal);
      if (portal.billingAgencies !== undefined) await addAgencyByHand(desk, portal);
    }

    await desk.close();
    desk = await openDesk({ home, portalUrl });
    await countsDown(desk, portal);
    await goTo(desk.page, 'Manual steps');
    const records = desk.page.getByRole('table', { name: 'Records' });
    if (associates(portal)) {
      if (portal.billingAgencies !== undefined) {
        await expect(records.getByRole('row', { name: /Quabbin Billing/u })).toContainText('Add billing agency');
        await expect(records.getByRole('row', { name: /Status: Active/u })).toContainText('at the front desk');
      }
      await expect(records.getByRole('row', { name: /Tom Adler/u })).toContainText('W-77');
      await goTo(desk.page, portal.labels.manageUsers);
      await expect(desk.page.getByRole('row', { name: /tom\.adler/u })).toContainText('Revoked');
      await expect(desk.page.getByRole('row', { name: /ines\.moreau/u })).toContainText('Inès Moreau');
    } else await expect(records).toContainText('REF-2048');
    expect(desk.complaints).toEqual([]);
    await desk.close();
    removeHome(home);
  });
}

async function registerByHand(desk: Desk, portal: PortalDefinition): Promise<void> {
  const { page } = desk;
  await portalOnStart(page, portal.name).getByRole('button', { name: 'Use guided mode' }).click();
  await page.getByRole('button', { name: 'Start the registration' }).click();
  const answers = guidedAnswers(portal, 'registration', { recordDoneOn: registeredOn });
  await fillGuidedWizard(page, portal, 'registration', answers, async (title) => {
    if (title === 'Keep the record') return;
    await expect(page.getByText('You do this on the portal’s web site; Portal Desk keeps the record.')).toBeVisible();
    const copyPassword = page.getByRole('button', { name: 'Copy Password', exact: true });
    if ((await copyPassword.count()) > 0) {
      await copyPassword.click();
      await expect.poll(() => clipboard(desk)).toBe(String(answers['password']));
      await expect(page.getByText('It leaves the clipboard in 30 seconds.')).toBeVisible();
    }
  });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page.getByTitle('Open Manual steps')).toContainText('Kept by hand');
}

async function countsDown({ page }: Desk, portal: PortalDefinition): Promise<void> {
  await goTo(page, 'Home');
  const deadlines = page.getByRole('region', { name: 'Deadlines' });
  await expect(deadlines).toBeVisible();
  if ((await deadlines.getByRole('group').count()) === 0 || portal.unusedSignInDays === undefined) {
    if ((await deadlines.getByText('41 days left').count()) === 0) {
      await deadlines.getByRole('button', { name: 'Add a deadline' }).click();
      await deadlines.getByLabel(/^What has to happen/u).fill('Renew the provider agreement');
      await deadlines.getByLabel(/^By/u).fill(addDays(today, 41));
      await deadlines.getByRole('button', { name: 'Add', exact: true }).click();
    }
  }
  await expect(deadlines.getByText('41 days left').first()).toBeVisible();
}

async function linkIfNeeded({ page }: Desk, portal: PortalDefinition): Promise<void> {
  if (namesOrganization(portal, guidedSteps(portal, 'registration'))) return;
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: portal.labels.linkAccount, exact: true })
    .click();
  const byMail = portal.proofs === undefined ? {} : { [portal.proofs.field]: 'mailed-pin' };
  const answers = guidedAnswers(portal, 'link-account', { recordDoneOn: today, ...byMail });
  await fillGuidedWizard(page, portal, 'link-account', answers);
  await expect(page.getByRole('heading', { level: 1, name: portal.labels.manageLinkedAccounts })).toBeVisible();
  if (portal.proofs !== undefined) await enterPinByHand(page, portal.proofs, portal.labels.manageLinkedAccounts);
}

/** D8: the PIN is entered on the web site, and that is recorded. */
async function enterPinByHand(page: Page, { mailedPin }: Proofs, organizations: string): Promise<void> {
  const linked = page.getByRole('table').getByRole('row').last();
  await expect(linked).toContainText('Awaiting PIN');
  await expect(linked).toContainText('It comes by U.S. mail by');
  await goTo(page, 'Home');
  const deadlines = page.getByRole('region', { name: 'Deadlines' });
  const expiry = deadlines.getByRole('group', { name: `${mailedPin.enterPin}, before it expires` });
  await expect(expiry).toContainText(`${String(mailedPin.expiresAfterDays)} days left`);
  await goTo(page, organizations);
  await linked.getByRole('button', { name: /^PIN entered/u }).click();
  const dialog = page.getByRole('dialog', { name: 'PIN entered' });
  await dialog.getByLabel('Note').fill('By Dana, at the front desk');
  await dialog.getByRole('button', { name: 'Keep the record' }).click();
  await expect(linked).toContainText('In use');
}

async function importUsers({ page }: Desk, portal: PortalDefinition): Promise<void> {
  const { manageUsers } = portal.labels;
  await goTo(page, manageUsers);
  await page.getByRole('button', { name: 'Import from a CSV' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByRole('table', { name: 'Left out' })).toContainText('4');
  await expect(page.getByRole('table', { name: 'Left out' })).toContainText('Name: write the first name');
  await expect(page.getByText('3 new, 0 to be brought up to date and 0 unchanged.')).toBeVisible();
  await page.getByRole('button', { name: 'Import 3 users' }).click();
  await page.getByRole('button', { name: 'Show users' }).click();
  await expect(page.getByRole('grid').getByRole('row', { name: /jamal\.reed/u })).toContainText('Administrator');
}

async function revokeByHand({ page }: Desk, portal: PortalDefinition): Promise<void> {
  const { revokeUser } = portal.labels;
  const row = page.getByRole('grid').getByRole('row', { name: /tom\.adler/u });
  await row.getByRole('button', { name: revokeUser }).click();
  await page.getByRole('dialog').getByRole('button', { name: revokeUser }).click();
  await expect(row).toContainText('to do on the portal’s web site');
  await row.getByRole('button', { name: 'Do it' }).click();
  const step = page.getByRole('article', { name: `${revokeUser}: Tom Adler` });
  await expect(step.getByRole('table', { name: 'Values to copy' })).toContainText('tom.adler@example.com');
  await step.getByRole('button', { name: 'Record what was done' }).click();
  await step.getByLabel('Reference number').fill('W-77');
  await step.getByRole('button', { name: 'Keep the record' }).click();
  await expect(page.getByRole('table', { name: 'Records' }).getByRole('row', { name: /Tom Adler/u })).toContainText(
    'W-77',
  );
  await expect(page.getByText('Nothing to do on the web site')).toBeVisible();
}

/** D10: an agency that nobody asks a directory for. */
async function addAgencyByHand({ page }: Desk, portal: PortalDefinition): Promise<void> {
  const { labels, billingAgencies, organizationDetails } = portal;
  if (billingAgencies === undefined || organizationDetails === undefined) throw new Error('It has no billing agencies');
  const { manage, add } = billingAgencies;
  const openAgencies = async () => {
    await goTo(page, labels.manageLinkedAccounts);
    await page.getByRole('button', { name: organizationDetails.viewEdit }).click();
    await page.getByRole('tab', { name: manage }).click();
  };
  await openAgencies();
  await page.getByRole('button', { name: add }).click();
  const dialog = page.getByRole('dialog', { name: add });
  await dialog.getByLabel(/^Billing agency name/u).fill('Quabbin Billing');
  await dialog.getByLabel(/^City/u).fill('Ware');
  await dialog.getByRole('combobox', { name: /^State/u }).fill('(MA)');
  await page.getByRole('option', { name: 'Massachusetts (MA)' }).click();
  await dialog.getByRole('button', { name: add }).click();
  await expect(page.getByRole('row', { name: /Quabbin/u })).toContainText('to do on the portal’s web site');
  await goTo(page, 'Manual steps');
  const step = page.getByRole('article', { name: /Quabbin Billing/u });
  await expect(step.getByRole('table', { name: 'Values to copy' })).toContainText('Ware');
  await step.getByRole('button', { name: 'Record what was done' }).click();
  await step.getByRole('button', { name: 'Keep the record' }).click();
  await expect(page.getByText('Nothing to do on the web site')).toBeVisible();
  await openAgencies();
  await expect(page.getByRole('row', { name: /Quabbin/u })).toContainText('Active as of');
}
