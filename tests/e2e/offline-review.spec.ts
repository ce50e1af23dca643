import { once } from 'node:events';
import { expect, test, type Page } from '@playwright/test';
import type { ProcedureOutput } from '../../src-shared/ipc/contract.ts';
import { Colleague } from './support/colleague.ts';
import { newHome, openDesk, removeHome, type Desk } from './support/desk.ts';
import { Mailbox } from './support/mailbox.ts';
import { startPortal } from './support/portal-process.ts';
import { demoData } from './support/demo-data.ts';
import { dana, goTo, portalOnStart, signInFromStart, syncBadge, untilInStep } from './support/steps.ts';

test.describe.configure({ timeout: 240_000 });

const shots = process.env['PORTAL_DESK_SHOTS'];
async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${shots}/${name}-${colorScheme}.png` });
  }
}

/** As a power cut ends the app: nothing is written any more, nothing is said good-bye to. */
async function kill({ app }: Desk): Promise<void> {
  const running = app.process();
  const ended = once(running, 'exit');
  running.kill('SIGKILL');
  await ended;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
/** Whose people the window shows. */
const activeOrganization = async (page: Page): Promise<string> => {
  const answer = await page.evaluate(() => window.desk.invoke('accounts.list', {}));
  const { accounts } = (answer as { value: ProcedureOutput<'accounts.list'> }).value;
  const linked = accounts[0]?.linkedAccounts.find(({ id }) => id === accounts[0]?.activeLinkedAccountId);
  if (linked === undefined) throw new Error('Nothing is linked');
  return linked.organization.id;
};
const requester = async (page: Page): Promise<string> => {
  const details = page.getByRole('region', { name: /^Request of/u });
  return (await details.getByRole('heading', { level: 2 }).textContent()) ?? '';
};

test('on the train: reviewed offline by keyboard, killed twice, overtaken by a colleague; each decision counts once or is told', async () => {
  const [home, data] = [newHome('train'), await demoData()];
  let portal = await startPortal({ data });
  const { port } = new URL(portal.url);
  try {
    const first = await openDesk({ home, portalUrl: portal.url });
    await signInFromStart(first.page, new Mailbox(portal.mailboxUrl), dana);
    await untilInStep(first.page);
    await portal.stop();
    await kill(first);

    const train = await openDesk({ home, portalUrl: portal.url });
    const { page } = train;
    const organization = await activeOrganization(page);
    await expect(syncBadge(page)).toContainText(/Offline, as of/u, { timeout: 45_000 });
    await goTo(page, 'Access Requests');
    await expect(page.getByText(/^As of /u)).toBeVisible();
    await expect(page.getByRole('region', { name: /^Request of/u })).toBeVisible();
    const approved = await requester(page);
    await page.keyboard.press('a');
    await expect.poll(() => requester(page)).not.toBe(approved);
    const contested = await requester(page);
    await page.keyboard.press('a');
    await expect.poll(() => requester(page)).not.toBe(contested);
    const denied = await requester(page);
    await page.keyboard.press('d');
    await page.keyboard.type('Left the practice in May');
    await page.keyboard.press('Control+Enter');
    await expect(syncBadge(page)).toContainText('3 waiting');
    await shot(page, 'train-review');

    await goTo(page, 'Manage Users');
    await page
      .getByRole('searchbox')
      .or(page.getByRole('textbox', { name: /^Search/u }))
      .first()
      .fill('a');
    const row = page
      .getByRole('grid', { name: 'Users' })
      .getByRole('row', { name: /User.*Active/u })
      .first();
    const revoked = (await row.getByTitle(/ /u).first().textContent()) ?? '';
    await row
      .getByRole('button', { name: /Revoke User/u })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke User', exact: true }).click();
    await expect(syncBadge(page)).toContainText('4 waiting');
    await kill(train);

    portal = await startPortal({ data, port: Number(port) });
    const colleague = await Colleague.signIn(portal, new Mailbox(portal.mailboxUrl), 'renee.okonkwo@example.com');
    const before = await colleague.request(organization, contested);
    const outcome = await colleague.decide(organization, before.version, {
      kind: 'deny-access-request',
      subjectId: before.id,
      payload: { reason: 'Asked twice' },
    });
    expect(outcome.status).toBe('applied');

    const back = await openDesk({ home, portalUrl: portal.url });
    await expect(syncBadge(back.page)).toContainText('1 needs attention', { timeout: 45_000 });
    await untilInStep(back.page);
    await goTo(back.page, 'Waiting & attention');
    const attention = back.page.getByRole('region', { name: 'Needs attention (1)' });
    await expect(attention).toContainText(contested);
    await expect(attention.getByRole('group', { name: 'You decided' })).toContainText('Approve access request');
    await expect(attention.getByRole('group', { name: 'Meanwhile' })).toContainText(
      `Renée Okonkwo changed ${contested}`,
    );
    await expect(attention.getByRole('group', { name: 'Meanwhile' })).toContainText('The status is now denied.');
    await expect(attention.getByRole('button', { name: /^Decide again/u })).toHaveCount(0);
    await shot(back.page, 'train-attention');

    const standing = async (person: string) => {
      const { status, version, changedBy, reason } = await colleague.request(organization, person);
      return { status, version, changedBy, reason };
    };
    const onceChanged = { version: before.version + 1 };
    expect(await standing(approved)).toMatchObject({ status: 'approved', changedBy: 'Dana Whitfield', ...onceChanged });
    expect(await standing(denied)).toMatchObject({
      status: 'denied',
      changedBy: 'Dana Whitfield',
      reason: 'Left the practice in May',
      ...onceChanged,
    });
    expect(await standing(contested)).toMatchObject({ status: 'denied', changedBy: 'Renée Okonkwo', ...onceChanged });
    const people = await colleague.records(organization);
    const revocations = people.filter(
      (record) =>
        record.kind === 'user' &&
        `${record.entity.firstName} ${record.entity.lastName}` === revoked.trim() &&
        record.entity.status === 'revoked' &&
        record.entity.changedBy === 'Dana Whitfield',
    );
    expect(revocations).toHaveLength(1);

    await attention.getByRole('button', { name: /^Dismiss/u }).press('Enter');
    await expect(back.page.getByText('Nothing is waiting')).toBeVisible();
    await back.close();
  } finally {
    await portal.stop();
    removeHome(home);
    removeHome(data);
  }
});

test('D9, D10: a nickname and an agency’s denied access are given offline, survive a kill, and arrive', async () => {
  const [home, data] = [newHome('nickname'), await demoData()];
  let portal = await startPortal({ data });
  const { port } = new URL(portal.url);
  try {
    const first = await openDesk({ home, portalUrl: portal.url });
    const mailbox = new Mailbox(portal.mailboxUrl);
    const email = 'renee.okonkwo@example.com';
    await portalOnStart(first.page, 'Provider Central').getByRole('button', { name: 'Sign in' }).click();
    await first.page.getByRole('textbox', { name: /^Username/u }).fill('renee.okonkwo');
    await first.page.getByRole('textbox', { name: 'Password' }).fill(dana.password);
    const before = await mailbox.countPasscodes(email);
    await button(first.page, 'Sign in').click();
    await first.page.getByRole('textbox', { name: 'Passcode' }).fill(await mailbox.passcode(email, before));
    await expect(first.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await untilInStep(first.page);
    await portal.stop();
    await goTo(first.page, 'My Organizations');
    await expect(first.page.getByText(/^As of /u)).toBeVisible();
    await button(first.page, /View\/edit details/u)
      .first()
      .click();
    await button(first.page, 'Create or edit nickname').click();
    await first.page.getByRole('textbox', { name: 'Nickname' }).fill('Front desk');
    await button(first.page, 'Save').click();
    await expect(
      first.page.getByText('Nickname — waiting to be sent').or(first.page.getByText('Nickname — sending')),
    ).toBeVisible();
    await first.page.getByRole('tab', { name: 'Manage billing agencies' }).click();
    await first.page
      .getByRole('button', { name: /^Deny access/u })
      .first()
      .click();
    await first.page.getByRole('dialog').getByRole('button', { name: 'Deny access' }).click();
    await expect(first.page.getByText(/Deny access — /u).first()).toBeVisible();
    await shot(first.page, 'train-nickname');
    await button(first.page, 'Add billing agency').click();
    await expect(first.page.getByText(/The search needs the portal/u)).toBeVisible();
    await first.page.keyboard.press('Escape');
    await kill(first);

    const train = await openDesk({ home, portalUrl: portal.url });
    await expect(train.page.getByRole('button', { name: /Front desk/u }).first()).toBeVisible();
    await goTo(train.page, 'Waiting & attention');
    await expect(train.page.getByRole('region', { name: 'Waiting (2)' })).toContainText('Nickname “Front desk”');
    await expect(syncBadge(train.page)).toContainText('2 waiting');
    await shot(train.page, 'train-waiting');
    portal = await startPortal({ data, port: Number(port) });
    await untilInStep(train.page);
    await expect(train.page.getByText('Nothing is waiting')).toBeVisible();
    await expect(train.page.getByRole('button', { name: /Front desk/u }).first()).toBeVisible();
    await train.close();
  } finally {
    await portal.stop();
    removeHome(home);
    removeHome(data);
  }
});

test('what needs the portal says so before somebody waits for it', async () => {
  const home = newHome('away');
  const portal = await startPortal({ seed: 'empty' });
  const { page, close } = await openDesk({ home, portalUrl: portal.url });
  try {
    // takes connections and answers nothing: the worst line there is
    portal.freeze();
    await portalOnStart(page).getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('textbox', { name: 'Email' }).fill(dana.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(dana.password);
    await expect(page.getByText(/Signing in needs the portal, and it cannot be reached/u)).toBeVisible({
      timeout: 8_000,
    });
    await shot(page, 'away-sign-in');
    portal.resume();
    await button(page, 'Check again').click();
    await expect(page.getByText(/cannot be reached/u)).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue(dana.email);
    await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue(dana.password);
  } finally {
    await close();
    await portal.stop();
    removeHome(home);
  }
});
