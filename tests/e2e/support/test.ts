import { test as base } from '@playwright/test';
import { newHome, openDesk, removeHome, type Desk } from './desk.ts';
import { Mailbox } from './mailbox.ts';
import { startPortal, type PortalProcess } from './portal-process.ts';
import { demoData } from './demo-data.ts';
import { dana, signInFromStart, untilInStep } from './steps.ts';

export { expect } from '@playwright/test';

interface Fixtures {
  /** The seed of `portal`; override with `test.use`. */
  readonly seed: string;
  readonly portal: PortalProcess;
  readonly mailbox: Mailbox;
  readonly home: string;
  /** The app on an empty data folder. */
  readonly desk: Desk;
  /** The same, with the demonstration's administrator signed in and everything loaded. */
  readonly danasDesk: Desk;
}

export const test = base.extend<Fixtures>({
  seed: ['demo', { option: true }],
  portal: async ({ seed }, use) => {
    const data = seed === 'demo' ? await demoData() : 'memory';
    const portal = await startPortal({ seed, data });
    await use(portal);
    await portal.stop();
    if (data !== 'memory') removeHome(data);
  },
  mailbox: async ({ portal }, use) => {
    await use(new Mailbox(portal.mailboxUrl));
  },
  home: async ({ seed }, use) => {
    const home = newHome(seed);
    await use(home);
    removeHome(home);
  },
  desk: async ({ home, portal }, use) => {
    const desk = await openDesk({ home, portalUrl: portal.url });
    await use(desk);
    await desk.close();
  },
  danasDesk: async ({ desk, mailbox }, use) => {
    await signInFromStart(desk.page, mailbox, dana);
    await untilInStep(desk.page);
    await use(desk);
  },
});
