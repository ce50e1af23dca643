import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { goTo, portalOnStart } from './support/steps.ts';

const violations = async (page: Page): Promise<string[]> => {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no screen has an accessibility violation (${colorScheme})`, async ({ danasDesk }) => {
    const { page } = danasDesk;
    await page.evaluate((scheme) => window.desk.invoke('app.setColorScheme', { colorScheme: scheme }), colorScheme);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    for (const screen of [
      'Home',
      'Manage Users',
      'Invitations',
      'Access Requests',
      'Link Account',
      'Manage Linked Accounts',
      'Waiting & attention',
      'Settings',
    ]) {
      await goTo(page, screen);
      await expect(page.getByLabel('Loading')).toHaveCount(0);
      expect(await violations(page), screen).toEqual([]);
    }
    await goTo(page, 'Manage Users');
    await page.getByRole('button', { name: 'Invite New User' }).click();
    await expect(page.getByRole('dialog', { name: 'Invite New User' })).toBeVisible();
    expect(await violations(page), 'Invite New User').toEqual([]);
  });
}

test('the first screens have no accessibility violation', async ({ desk }) => {
  const { page } = desk;
  await expect(page.getByRole('heading', { name: 'Choose a portal' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await portalOnStart(page).getByRole('button', { name: 'Register' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveAttribute('aria-invalid', 'true');
  expect(await violations(page)).toEqual([]);
});
