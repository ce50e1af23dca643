import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useActiveAccount, useActiveOrganizationIfAny } from '../../../src-renderer/lib/use-active-organization.ts';
import { createFakeDesk } from '../fake-desk.ts';
import { deskAccount, fixtureId } from '../fixtures.ts';
import { renderScreen } from '../render-screen.tsx';

afterEach(cleanup);

function Probe() {
  const account = useActiveAccount();
  const organization = useActiveOrganizationIfAny();
  const may = organization?.mayAct('invite') === true ? 'may invite' : 'may not invite';
  const session = organization?.signedOut === true ? 'signed out' : 'signed in';
  return (
    <p role="note">
      {[account?.portal.payer, organization?.linkedAccount.organization.name, may, session].join(' | ')}
    </p>
  );
}

const told = async (activeLinkedAccountId: string | null, state: 'signed-in' | 'signed-out' = 'signed-in') => {
  await renderScreen(<Probe />, {
    desk: createFakeDesk({ accounts: [deskAccount({ activeLinkedAccountId, state })] }),
  });
  return (await screen.findByText(/Commonwealth/u)).textContent;
};

it('an administrator may do everything', async () => {
  expect(await told(fixtureId(201))).toBe(
    'Commonwealth Care Alliance | Harborview Family Medicine | may invite | signed in',
  );
});

it('an ordinary user manages nobody', async () => {
  expect(await told(fixtureId(202))).toContain('Riverside Pediatrics | may not invite');
});

it('an organization that has not approved yet is not open', async () => {
  expect(await told(fixtureId(203))).toBe('Commonwealth Care Alliance |  | may not invite | signed in');
});

it('an ended session is told apart', async () => {
  expect(await told(fixtureId(201), 'signed-out')).toContain('| signed out');
});
