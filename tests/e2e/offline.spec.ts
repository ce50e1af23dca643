import { openDesk } from './support/desk.ts';
import { expect, test } from './support/test.ts';
import { goTo, portalOnStart, signInFromStart, syncBadge, dana, untilInStep } from './support/steps.ts';
import { startPortal } from './support/portal-process.ts';

test('a slow portal shows as offline, the cache still reads, a decision waits and is sent when it answers again', async ({
  danasDesk,
  portal,
}) => {
  const { page } = danasDesk;
  portal.freeze();
  await goTo(page, 'Access Requests');
  const requests = page.getByRole('grid', { name: 'Access requests' });
  await expect(requests.getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(syncBadge(page)).toContainText('1 waiting');
  await expect(syncBadge(page)).toContainText('Offline', { timeout: 45_000 });
  await goTo(page, 'Waiting & attention');
  await expect(page.getByRole('heading', { name: 'Waiting (1)' })).toBeVisible();
  await goTo(page, 'Manage Users');
  await expect(page.getByRole('grid', { name: 'Users' }).getByRole('row').nth(5)).toBeVisible();
  portal.resume();
  await untilInStep(page);
});

test('the app starts without a portal, shows what it has, and signs in again by itself when the portal is back', async ({
  home,
  mailbox,
  portal,
}) => {
  const first = await openDesk({ home, portalUrl: portal.url });
  await signInFromStart(first.page, mailbox, dana);
  await untilInStep(first.page);
  await first.close();

  portal.freeze();
  const second = await openDesk({ home, portalUrl: portal.url });
  await goTo(second.page, 'Manage Users');
  await expect(second.page.getByRole('grid', { name: 'Users' }).getByRole('row').nth(5)).toBeVisible();
  portal.resume();
  await untilInStep(second.page);
  await second.close();
});

test('a dead portal is told on the sign-in form, and what was typed stays', async ({ home }) => {
  const portal = await startPortal({ seed: 'empty' });
  const desk = await openDesk({ home, portalUrl: portal.url });
  await portal.stop();
  const { page } = desk;
  await portalOnStart(page).getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Email' }).fill(dana.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(dana.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue(dana.email);
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue(dana.password);
  await desk.close();
});
