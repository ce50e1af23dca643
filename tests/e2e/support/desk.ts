import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../../..');

export interface Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly home: string;
  /** Everything the window printed as a warning or an error. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** An empty data folder. */
export const newHome = (label = 'home'): string => mkdtempSync(path.join(tmpdir(), `portal-desk-${label}-`));
export const removeHome = (home: string): void => {
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
};

/**
 * Opens the built app on a real runtime, with the system's own keychain and a data folder of the test's, and waits for its
 * first screen. Before that the main process reads its program in one piece, and V8 may collect what the inspector was
 * asked for in the midst of it ("Resulting promise was garbage collected").
 */
export async function openDesk({
  home,
  portalUrl,
  args = [],
}: {
  home: string;
  portalUrl: string;
  args?: string[];
}): Promise<Desk> {
  const asRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    args: [root, ...(asRoot ? ['--no-sandbox'] : []), ...args],
    env: {
      ...(process.env as Record<string, string>),
      PORTAL_DESK_HOME: home,
      PORTAL_DESK_PORTAL: portalUrl,
      LANG: 'en_US.UTF-8',
    },
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return { app, page, home, complaints, close: () => app.close() };
}
