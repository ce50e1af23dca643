import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { DeskHeader } from '../../../src-renderer/app/desk-header.tsx';
import { createFakeDesk } from '../fake-desk.ts';
import { anna, deskAccount } from '../fixtures.ts';
import { renderScreen } from '../render-screen.tsx';

afterEach(cleanup);

describe('the header', () => {
  it('E7: shows the user’s name and icons at its right, after the portal', async () => {
    await renderScreen(<DeskHeader />, { desk: createFakeDesk() });
    const header = await screen.findByRole('banner');
    const name = await within(header).findByText('Anna Berg');
    const portal = within(header).getByText('CCA Provider Portal');
    expect(portal.compareDocumentPosition(name) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(name.parentElement?.querySelector('svg')).not.toBeNull();
  });

  it('E7: shows it once where the account stands for itself', async () => {
    const account = { ...anna, portalId: 'carelon-mbm' };
    const desk = createFakeDesk({
      accounts: [deskAccount({ account, linkedAccounts: [], activeLinkedAccountId: null })],
    });
    await renderScreen(<DeskHeader />, { desk });
    expect(await screen.findAllByText('Anna Berg')).toHaveLength(1);
  });
});
