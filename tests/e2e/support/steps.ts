import { expect, type Page } from '@playwright/test';
import type { Mailbox } from './mailbox.ts';

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password: string;
}

/** The seeded administrator of the demonstration's practice (src-portal/seeds/demo-accounts.ts). */
export const dana: Person = {
  firstName: 'Dana',
  lastName: 'Whitfield',
  email: 'dana.whitfield@example.com',
  password: 'maple ferry lantern 42',
};

/** What a provider's letter shows. */
export type ProviderLetter =
  | {
      readonly type: 'Group';
      readonly name: string;
      readonly taxId: string;
      readonly providerId: string;
      readonly zip: string;
    }
  | {
      readonly type: 'Practitioner';
      readonly firstName: string;
      readonly lastName: string;
      readonly taxId: string;
      readonly providerId: string;
      readonly zip: string;
    };

/** Seeded providers that nobody has registered for yet, and one that has an administrator. */
export const letters = {
  harborview: {
    type: 'Group',
    name: 'Harborview Family Medicine',
    taxId: '04-3182657',
    providerId: 'G204417',
    zip: '02169',
  },
  okafor: {
    type: 'Practitioner',
    firstName: 'Samuel',
    lastName: 'Okafor',
    taxId: '46-2907314',
    providerId: 'P518203',
    zip: '01602',
  },
  lakeside: {
    type: 'Group',
    name: 'Lakeside Women’s Health',
    taxId: '20-4558193',
    providerId: 'G731905',
    zip: '01701',
  },
} as const satisfies Record<string, ProviderLetter>;

export async function fillAccountStep(page: Page, person: Person): Promise<void> {
  await page.getByLabel('First Name', { exact: false }).first().fill(person.firstName);
  await page.getByLabel('Last Name', { exact: false }).first().fill(person.lastName);
  await page.getByRole('textbox', { name: 'Email' }).fill(person.email);
  await page.getByRole('textbox', { name: 'Password', exact: false }).first().fill(person.password);
  await page.getByRole('textbox', { name: 'Password again' }).fill(person.password);
}

export async function fillEligibilityStep(page: Page, letter: ProviderLetter): Promise<void> {
  await page.getByRole('radio', { name: letter.type }).check();
  if (letter.type === 'Group') {
    await page.getByRole('textbox', { name: 'Group Name' }).fill(letter.name);
  } else {
    await page.getByRole('textbox', { name: "Practitioner's First Name" }).fill(letter.firstName);
    await page.getByRole('textbox', { name: "Practitioner's Last Name" }).fill(letter.lastName);
  }
  await page.getByRole('textbox', { name: 'Tax ID' }).fill(letter.taxId);
  await page.getByRole('textbox', { name: 'CCA Provider ID/Billing Number' }).fill(letter.providerId);
  await page.getByRole('textbox', { name: 'ZIP code' }).fill(letter.zip);
}

export async function confirmAgreement(page: Page, action: 'Next' | 'Finish'): Promise<void> {
  await page.getByRole('checkbox', { name: 'I confirm the Provider Agreement' }).check();
  await page.getByRole('button', { name: action }).click();
}

/** What stands under a portal's name on the first screen. */
export const portalOnStart = (page: Page, name = 'CCA Provider Portal') => page.getByRole('region', { name });

/** From the first screen through the wizard to "Confirm your email address". */
export async function register(page: Page, person: Person, letter: ProviderLetter): Promise<void> {
  await portalOnStart(page).getByRole('button', { name: 'Register' }).click();
  await fillAccountStep(page, person);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: 'Step 1 of 2 - Provider Eligibility' })).toBeVisible();
  await fillEligibilityStep(page, letter);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: 'Step 2 of 2 - Provider Agreement' })).toBeVisible();
  await confirmAgreement(page, 'Next');
  await expect(page.getByRole('heading', { name: 'Confirm your email address' })).toBeVisible();
}

/** Opens the link as a browser does, and presses the page's button. */
export async function confirmEmail(mailbox: Mailbox, email: string): Promise<void> {
  const message = await mailbox.waitFor(email, /confirm/iu);
  const link = message.links.find((url) => url.includes('verify-email'));
  if (link === undefined) throw new Error('The email carries no link');
  const page = await fetch(link);
  expect(page.status).toBe(200);
  const answer = await fetch(link, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URL(link).searchParams.toString(),
  });
  expect(await answer.text()).toMatch(/confirmed|validated/u);
}

/** From the sign-in form to the home screen, with the passcode out of the real email. */
export async function signIn(page: Page, mailbox: Mailbox, person: Person): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill(person.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password);
  const before = await mailbox.countPasscodes(person.email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Enter your passcode' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Passcode' }).fill(await mailbox.passcode(person.email, before));
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** From the first screen to the home screen. */
export async function signInFromStart(page: Page, mailbox: Mailbox, person: Person): Promise<void> {
  await portalOnStart(page).getByRole('button', { name: 'Sign in' }).click();
  await signIn(page, mailbox, person);
}

/** Opens a screen by the left navigation. */
export async function goTo(page: Page, screen: string): Promise<void> {
  const item = page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: screen });
  await item.click();
  await expect(item).toHaveAttribute('aria-current', 'page');
  // at home the heading is a greeting
  if (screen !== 'Home') await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
}

export const syncBadge = (page: Page) => page.getByTitle('Open Waiting & attention');

/** Waits until everything decided here has been answered and everything the portal had is here. */
export async function untilInStep(page: Page): Promise<void> {
  await expect(syncBadge(page)).toContainText(/Up to date|Online/u, { timeout: 30_000 });
  await expect(syncBadge(page)).not.toContainText('waiting');
}
